package energy.ebbflow.simulator.hardware.driver;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.EvseConfig.Outlet;
import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.modbus.IsolationMap;
import energy.ebbflow.hal.modbus.RegisterMap;
import energy.ebbflow.hal.modbus.driver.ModbusPlace;
import energy.ebbflow.hal.modbus.driver.SerialFrame;
import energy.ebbflow.simulator.board.driver.SimulatedBoardDriver;
import energy.ebbflow.simulator.hardware.BenderDevice;
import energy.ebbflow.simulator.hardware.DeviceFault;
import energy.ebbflow.simulator.hardware.InfyDevice;
import energy.ebbflow.simulator.hardware.McuDevice;
import energy.ebbflow.simulator.hardware.MeterDevice;
import energy.ebbflow.simulator.hardware.ModbusDevice;
import energy.ebbflow.simulator.hardware.SerialDevice;
import energy.ebbflow.simulator.hardware.YetiDevice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * All devices of one outlet of a board file, played at the places that the file names, around one
 * simulated circuit. Owner: the thread that opens and closes it; faults come from a thread of its
 * own.
 */
public final class Rig implements AutoCloseable {
  /** Firmware of the Yeti that is played. */
  private static final String YETI_FIRMWARE = "2.2-0";

  /** A module of this family gives so little at least, V. */
  private static final double MODULE_VOLTS_MIN = 150;

  /** More than this at the outlet is the beginning of charging, A. */
  private static final double CHARGING_AMPS = 5;

  private static final long LOOK_NANOS = 20_000_000;
  private static final double NANOS_PER_SECOND = 1e9;

  private static final BoardClock CLOCK =
      new BoardClock() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public double speed() {
          return 1;
        }
      };

  private final BoardCircuit circuit;
  private final Deque<AutoCloseable> closing = new ArrayDeque<>();
  private final List<String> places = new ArrayList<>();
  private Optional<PtyHost> board = Optional.empty();
  private Optional<InfyDevice> converter = Optional.empty();
  private Optional<MeterDevice> meter = Optional.empty();
  private Optional<BenderDevice> isolation = Optional.empty();

  private Rig(BoardCircuit circuit) {
    this.circuit = circuit;
    closing.push(circuit);
  }

  /**
   * Starts to play.
   *
   * @param config the board file with the places of the devices in its driver options
   * @param evse which outlet
   * @param simulated options of the simulated circuit: {@code cable}, {@code vehicle}, {@code
   *     script}
   * @param faults what goes wrong, and when
   * @throws BoardException if the board has nothing that can be played, or a place cannot be had
   */
  public static Rig start(
      BoardConfig config, EvseConfig evse, Map<String, String> simulated, List<DeviceFault> faults)
      throws BoardException {
    BoardConfig behind = new BoardConfig(config.name(), "simulated", config.evses(), simulated);
    Rig rig = new Rig(new BoardCircuit(new SimulatedBoardDriver().open(behind, evse, CLOCK)));
    try {
      rig.circuit.start();
      rig.open(config, evse);
      rig.watch(faults);
      return rig;
    } catch (IOException | ConfigException | IllegalArgumentException e) {
      rig.close();
      throw new BoardException(String.valueOf(e.getMessage()), e);
    } catch (BoardException e) {
      rig.close();
      throw e;
    }
  }

  /** What is played where, one line each. */
  public List<String> places() {
    return List.copyOf(places);
  }

  /** The circuit behind the devices. */
  BoardCircuit circuit() {
    return circuit;
  }

  private void open(BoardConfig config, EvseConfig evse)
      throws IOException, ConfigException, BoardException {
    Options options = new Options(config, evse);
    switch (config.driver()) {
      case "serial-mcu" -> serial(new McuDevice(circuit), options, "safety microcontroller");
      case "yeti" -> serial(new YetiDevice(circuit, YETI_FIRMWARE), options, "Yeti board");
      default ->
          throw new BoardException(
              "expected a board with driver serial-mcu or yeti, got " + config.driver());
    }
    if (options.has("converter") && evse.outlet() instanceof Outlet.Dc outlet) {
      modules(options, outlet);
    }
    Map<ModbusPlace, Map<Integer, ModbusDevice>> lines = new LinkedHashMap<>();
    if (options.has("meter")) {
      MeterDevice played = new MeterDevice(circuit, RegisterMap.named(options.text("meter")));
      meter = Optional.of(played);
      hang(lines, options, "meter", 1, 9_600, SerialFrame.N1, played);
    }
    if (options.has("isolation")) {
      // A wrong name is said as the driver says it; only this monitor is played.
      IsolationMap.named(options.text("isolation"));
      BenderDevice played = new BenderDevice(circuit);
      isolation = Optional.of(played);
      hang(lines, options, "isolation", 3, 19_200, SerialFrame.E1, played);
    }
    for (Map.Entry<ModbusPlace, Map<Integer, ModbusDevice>> line : lines.entrySet()) {
      closing.push(ModbusHost.start(line.getKey(), line.getValue()));
    }
  }

  private void serial(SerialDevice device, Options options, String what) throws IOException {
    Path link = Path.of(options.text("port"));
    PtyHost host = new PtyHost(device, link);
    board = Optional.of(host);
    closing.push(host);
    host.start();
    places.add(what + " at " + link);
  }

  private void modules(Options options, Outlet.Dc outlet) throws IOException {
    int count = options.number("converter_modules", 1);
    double amps = outlet.charge().maxAmps().value();
    if (outlet.discharge().isPresent()) {
      amps = Math.max(amps, outlet.discharge().get().maxAmps().value());
    }
    InfyDevice device =
        new InfyDevice(
            circuit,
            options.number("converter_group", 0),
            count,
            MODULE_VOLTS_MIN,
            outlet.maxVolts().value(),
            amps / count);
    converter = Optional.of(device);
    String place = options.text("converter_can");
    CanHost host = new CanHost(device, place);
    closing.push(host);
    host.start();
    places.add(count + " power module" + (count == 1 ? "" : "s") + " at " + place);
  }

  private void hang(
      Map<ModbusPlace, Map<Integer, ModbusDevice>> lines,
      Options options,
      String name,
      int usualUnit,
      int usualBaud,
      SerialFrame frame,
      ModbusDevice device)
      throws BoardException {
    String at = options.text(name + "_at");
    int baud = options.number(name + "_baud", usualBaud);
    ModbusPlace place =
        ModbusPlace.of(at, baud, frame)
            .orElseThrow(
                () ->
                    new BoardException(
                        "option `" + name + "_at`: expected " + ModbusPlace.FORM + ", got " + at));
    // Devices on one RS-485 line share its settings, whatever their own would be.
    ModbusPlace line =
        lines.keySet().stream().filter(known -> same(known, place)).findFirst().orElse(place);
    int unit = options.number(name + "_unit", usualUnit);
    lines.computeIfAbsent(line, absent -> new LinkedHashMap<>()).put(unit, device);
    places.add(name + " " + options.text(name) + " at " + at + ", unit " + unit);
  }

  private static boolean same(ModbusPlace a, ModbusPlace b) {
    return a.equals(b)
        || a instanceof ModbusPlace.Rtu first
            && b instanceof ModbusPlace.Rtu second
            && first.port().equals(second.port());
  }

  // ---- faults

  private void watch(List<DeviceFault> faults) {
    if (faults.isEmpty()) {
      return;
    }
    Host watcher =
        new Host("played-faults") {
          private final List<DeviceFault> left = new ArrayList<>(faults);
          private final long started = System.nanoTime();
          private Optional<Long> charging = Optional.empty();

          @Override
          void turn() {
            long now = System.nanoTime();
            if (charging.isEmpty() && Math.abs(circuit.amps()) > CHARGING_AMPS) {
              charging = Optional.of(now);
            }
            left.removeIf(fault -> happens(fault, now));
            LockSupport.parkNanos(LOOK_NANOS);
          }

          private boolean happens(DeviceFault fault, long now) {
            Optional<Long> since = fault.charging() ? charging : Optional.of(started);
            boolean due =
                since.filter(at -> now - at >= fault.seconds() * NANOS_PER_SECOND).isPresent();
            if (due) {
              happen(fault);
            }
            return due;
          }

          @Override
          void release() {}
        };
    closing.push(watcher);
    watcher.start();
  }

  /** Lets a fault begin or end now. Any thread. */
  void happen(DeviceFault fault) {
    boolean on = fault.on();
    int module = (int) fault.value();
    switch (fault.word()) {
      case SILENT -> silent(fault.device(), on);
      case UNPLUGGED -> board.ifPresent(host -> host.unplugged(on));
      case GARBAGE -> board.ifPresent(host -> host.noisy(on));
      case MODULE_LOST -> converter.ifPresent(device -> device.lost(module, on));
      case OVER_TEMPERATURE -> converter.ifPresent(device -> device.overTemperature(module, on));
      case JAMMED -> converter.ifPresent(device -> device.jammed(on));
      case ERROR -> isolation.ifPresent(device -> device.broken(on));
      case KILO_OHMS -> isolation.ifPresent(device -> device.measures(fault.value()));
    }
  }

  private void silent(DeviceFault.Device device, boolean on) {
    switch (device) {
      case BOARD -> board.ifPresent(host -> host.silent(on));
      case CONVERTER -> converter.ifPresent(modules -> modules.silent(on));
      case METER -> meter.ifPresent(played -> played.silent(on));
      case ISOLATION -> isolation.ifPresent(played -> played.silent(on));
    }
  }

  @Override
  public void close() {
    while (!closing.isEmpty()) {
      try {
        closing.pop().close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        throw new IllegalStateException("closing played hardware", e);
      }
    }
  }

  /** Driver options of one outlet, as the drivers read them. */
  private record Options(BoardConfig config, EvseConfig evse) {
    private Optional<String> find(String key) {
      Map<String, String> options = config.driverOptions();
      return Optional.ofNullable(options.get(key + "_" + evse.id()))
          .or(() -> Optional.ofNullable(options.get(key)));
    }

    boolean has(String key) {
      return find(key).isPresent();
    }

    String text(String key) {
      return find(key)
          .orElseThrow(() -> new IllegalArgumentException("expected option `" + key + "`"));
    }

    int number(String key, int fallback) {
      return find(key).map(Integer::parseInt).orElse(fallback);
    }
  }
}
