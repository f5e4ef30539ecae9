package energy.ebbflow.simulator.circuit.driver;

import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.linux.Hardware;
import energy.ebbflow.hal.linux.LineName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * The lines and buses of one outlet, wired to a {@link PiCircuit} as the options say. Anything can
 * be made to fail with the words of the kernel.
 */
final class CircuitHardware implements Hardware {
  private static final double PROXIMITY_SUPPLY = 3.3;

  private final BoardConfig board;
  private final EvseConfig evse;
  private final PiCircuit circuit;
  private final Map<Integer, Consumer<Boolean>> outputs = new HashMap<>();
  private final Map<Integer, BooleanSupplier> inputs = new HashMap<>();
  private final Map<Integer, DoubleSupplier> channels = new HashMap<>();
  private final Map<String, String> broken = new ConcurrentHashMap<>();
  private final AtomicInteger feeds = new AtomicInteger();
  private volatile boolean disarmed;
  private volatile byte[] diodes = new byte[0];

  CircuitHardware(BoardConfig board, EvseConfig evse, PiCircuit circuit) {
    this.board = board;
    this.evse = evse;
    this.circuit = circuit;
    output("contactor_line", circuit::mainContactor);
    output("contactor_l2_l3_line", circuit::moreContactor);
    output("pilot_enable_line", circuit::connect);
    output("lock_forward_line", on -> turn(on, true));
    output("lock_reverse_line", on -> turn(on, false));
    output("rcd_test_line", circuit::residualTest);
    for (String lamp : new String[] {"led_red", "led_green", "led_blue", "buzzer"}) {
      output(lamp + "_line", on -> {});
    }
    input("contactor_feedback_line", circuit::mirror);
    input("contactor_l2_l3_feedback_line", circuit::moreMirror);
    input("lock_feedback_line", circuit::bolt);
    input("rcd_trip_line", circuit::tripped);
    input("emergency_stop_line", circuit::emergency);
    input("grid_line", circuit::grid);
    input("earth_line", circuit::earth);
    input("supply_line", circuit::supplyGood);
    boolean held = option("pilot_sampling").filter("peak-hold"::equals).isPresent();
    double scale = number("pilot_scale", 8);
    double offset = number("pilot_offset_volts", -13.2);
    channel(
        "pilot_channel",
        () -> ((held ? circuit.peakVolts(true) : circuit.pilotVolts()) - offset) / scale);
    channel("pilot_low_channel", () -> (circuit.peakVolts(false) - offset) / scale);
    double pullUp = number("proximity_pull_up_ohms", 1000);
    channel("proximity_channel", () -> divided(circuit.proximityOhms(), pullUp));
  }

  private static double divided(double ohms, double pullUp) {
    return Double.isInfinite(ohms) ? PROXIMITY_SUPPLY : PROXIMITY_SUPPLY * ohms / (ohms + pullUp);
  }

  private void turn(boolean on, boolean in) {
    if (on) {
      circuit.motor(in);
    }
  }

  private Optional<String> option(String key) {
    return board.driverOption(key, evse.id());
  }

  private double number(String key, double usual) {
    return option(key).map(Double::parseDouble).orElse(usual);
  }

  private void output(String key, Consumer<Boolean> wire) {
    option(key).ifPresent(text -> outputs.put(LineName.parse(text).number(), wire));
  }

  private void input(String key, BooleanSupplier wire) {
    option(key).ifPresent(text -> inputs.put(LineName.parse(text).number(), wire));
  }

  private void channel(String key, DoubleSupplier wire) {
    option(key).ifPresent(text -> channels.put(Integer.parseInt(text), wire));
  }

  // ---- faults

  /** From now on everything called {@code name} fails; an empty text mends it. */
  void breakDown(String name, String words) {
    if (words.isEmpty()) {
      broken.remove(name);
    } else {
      broken.put(name, words);
    }
  }

  private void working(String name) throws IOException {
    String words = broken.get(name);
    if (words != null) {
      throw new IOException(name + ": " + words);
    }
  }

  int feeds() {
    return feeds.get();
  }

  boolean disarmed() {
    return disarmed;
  }

  byte[] diodes() {
    return diodes.clone();
  }

  // ---- the seam

  @Override
  public Output output(LineName line) throws IOException {
    String name = "GPIO " + line.number();
    Consumer<Boolean> wire = outputs.get(line.number());
    if (wire == null) {
      throw new IOException(name + ": nothing is soldered to this output");
    }
    return active -> {
      working(name);
      wire.accept(active);
    };
  }

  @Override
  public Input input(LineName line) throws IOException {
    String name = "GPIO " + line.number();
    BooleanSupplier wire = inputs.get(line.number());
    if (wire == null) {
      throw new IOException(name + ": nothing is soldered to this input");
    }
    return () -> {
      working(name);
      return wire.getAsBoolean();
    };
  }

  @Override
  public SpiDevice spi(int bus, int chipSelect, int hertz) {
    String name = "SPI " + bus + "." + chipSelect;
    boolean lamps = option("led_spi").filter((bus + "." + chipSelect)::equals).isPresent();
    int bits = option("adc").filter("mcp3008"::equals).isPresent() ? 10 : 12;
    return bytes -> {
      working(name);
      if (lamps) {
        diodes = bytes.clone();
        return new byte[bytes.length];
      }
      return sample(bytes, bits);
    };
  }

  /** Microchip's converters, seen from the bus: the value of the channel that was asked for. */
  private byte[] sample(byte[] request, int bits) {
    int channel =
        bits == 10 ? request[1] >> 4 & 7 : (request[0] & 1) << 2 | (request[1] & 0xC0) >> 6;
    double volts =
        Optional.ofNullable(channels.get(channel)).map(DoubleSupplier::getAsDouble).orElse(0.0);
    int top = (1 << bits) - 1;
    int raw = Math.clamp(Math.round(volts / number("adc_volts", 3.3) * (top + 1)), 0, top);
    return new byte[] {0, (byte) (raw >> 8), (byte) raw};
  }

  @Override
  public I2c i2c(int bus, int address) {
    String name = String.format(Locale.ROOT, "I2C %d:0x%02x", bus, address);
    boolean converter =
        option("adc_i2c").filter(at -> at.equalsIgnoreCase(name.substring(4))).isPresent();
    return converter ? new Ads1115Model(name) : new Lm75Model(name);
  }

  /** A thermometer: two bytes, degrees in the first. */
  private final class Lm75Model implements I2c {
    private final String name;

    private Lm75Model(String name) {
      this.name = name;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      working(name);
    }

    @Override
    public byte[] read(int count) throws IOException {
      working(name);
      int raw = (int) Math.round(circuit.celsius() * 2) << 7;
      return new byte[] {(byte) (raw >> 8), (byte) raw};
    }
  }

  /** A converter that is ready at the second look. */
  private final class Ads1115Model implements I2c {
    private final String name;
    private int register;
    private int channel;
    private int looks;

    private Ads1115Model(String name) {
      this.name = name;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      working(name);
      register = bytes[0];
      if (bytes.length == 3) {
        channel = bytes[1] >> 4 & 3;
        looks = 0;
      }
    }

    @Override
    public byte[] read(int count) throws IOException {
      working(name);
      if (register == 1) {
        return new byte[] {(byte) (looks++ > 0 ? 0xC3 : 0x43), (byte) 0xE3};
      }
      DoubleSupplier wire = channels.get(channel);
      double volts = wire == null ? 0 : wire.getAsDouble();
      int raw = Math.clamp(Math.round(volts / 4.096 * 32_768), -32_768, 32_767);
      return new byte[] {(byte) (raw >> 8), (byte) raw};
    }
  }

  @Override
  public Pwm pwm(int chip, int channel) {
    String name = "PWM " + chip + "." + channel;
    boolean inverted = option("pilot_pwm_inverted").filter("true"::equals).isPresent();
    return (period, active) -> {
      working(name);
      circuit.pwm(period, inverted ? period - active : active);
    };
  }

  @Override
  public WatchdogTimer watchdog(Path device, int seconds) {
    return new WatchdogTimer() {
      @Override
      public void feed() throws IOException {
        working(device.toString());
        feeds.incrementAndGet();
      }

      @Override
      public void disarm() {
        disarmed = true;
      }
    };
  }

  @Override
  public String read(Path file) throws IOException {
    working(file.toString());
    return Long.toString(Math.round(circuit.celsius() * 1000));
  }

  @Override
  public void close() {
    circuit.close();
  }
}
