package energy.ebbflow.simulator.board.driver;

import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.BoardDriver;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.simulator.bench.ParentWatch;
import energy.ebbflow.simulator.board.BoardScript;
import energy.ebbflow.simulator.board.BuiltinVehicle;
import energy.ebbflow.simulator.board.VirtualBoard;
import energy.ebbflow.simulator.board.VirtualBoardSpec;
import energy.ebbflow.simulator.cable.CableServer;
import energy.ebbflow.simulator.cable.VehicleSide;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import energy.ebbflow.simulator.physics.ContactorSpec;
import energy.ebbflow.simulator.physics.DcConverterSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The driver {@code simulated}: virtual physics in place of a board. */
public final class SimulatedBoardDriver implements BoardDriver {
  private static final int WARM_UP_TICKS = 400;

  private static final Logger LOG = LoggerFactory.getLogger(SimulatedBoardDriver.class);

  private static final String METER_FILE = "meter_file";

  @Override
  public String name() {
    return "simulated";
  }

  @Override
  public Set<String> sensors(BoardConfig board, EvseConfig evse) {
    return Set.of(Reading.Temperature.OUTLET);
  }

  @Override
  public Board open(BoardConfig board, EvseConfig evse, BoardClock clock) throws BoardException {
    ParentWatch.follow();
    DriverOptions options = DriverOptions.read(board.driverOptions());
    VirtualBoardSpec spec = spec(options, evse);
    warmUp(spec);
    VehicleSide vehicle = vehicle(options, evse);
    Optional<MeterFile> meter = meter(options, evse);
    return new SimulatedBoard(
        "board-" + evse.id(), spec, evse.connectorLock(), meter, clock, vehicle);
  }

  /** The registers of a real meter outlive the controller; so do these. */
  @Override
  public Board open(BoardConfig board, EvseConfig evse, BoardClock clock, Path folder)
      throws BoardException {
    return board.driverOptions().containsKey(METER_FILE)
        ? open(board, evse, clock)
        : open(
            board.withDriverOption(METER_FILE, folder.resolve("simulated-meter").toString()),
            evse,
            clock);
  }

  /**
   * Lets a board of the same kind live for a moment: classes are loaded before the first reading is
   * due, or a slow start of the JVM looks like a sensor that fell silent.
   */
  private static void warmUp(VirtualBoardSpec spec) {
    VirtualBoard scratch = new VirtualBoard(spec.with(BoardScript.EMPTY), reading -> true);
    VehicleSide vehicle = BuiltinVehicle.ofOutlet(spec.dc().isPresent(), 0, 0, 5, 3, 1);
    VehicleTerminals shown = VehicleTerminals.UNPLUGGED;
    scratch.apply(new PilotSignal.Pwm(5));
    for (int i = 0; i < WARM_UP_TICKS; i++) {
      shown = vehicle.exchange(scratch.tick(shown));
    }
  }

  private static VirtualBoardSpec spec(DriverOptions options, EvseConfig evse) {
    Optional<DcConverterSpec> dc =
        switch (evse.outlet()) {
          case EvseConfig.Outlet.Ac _ -> Optional.empty();
          case EvseConfig.Outlet.Dc outlet -> Optional.of(converter(outlet));
        };
    return new VirtualBoardSpec(
        dc,
        evse.nominalVolts().value(),
        evse.cable() instanceof EvseConfig.Cable.Socket,
        ContactorSpec.ORDINARY,
        options.script());
  }

  private static DcConverterSpec converter(EvseConfig.Outlet.Dc outlet) {
    DcConverterSpec model = DcConverterSpec.bidirectional20kW();
    double watts = outlet.charge().maxWatts().value();
    double amps = outlet.charge().maxAmps().value();
    if (outlet.discharge().isPresent()) {
      watts = Math.max(watts, outlet.discharge().get().maxWatts().value());
      amps = Math.max(amps, outlet.discharge().get().maxAmps().value());
    }
    return new DcConverterSpec(
        watts,
        amps,
        outlet.maxVolts().value(),
        model.rampAmpsPerSecond(),
        model.efficiency(),
        model.standbyWatts());
  }

  private static VehicleSide vehicle(DriverOptions options, EvseConfig evse) throws BoardException {
    return switch (options.vehicle()) {
      case NONE -> _ -> VehicleTerminals.UNPLUGGED;
      case BUILTIN ->
          BuiltinVehicle.ofOutlet(
              evse.outlet() instanceof EvseConfig.Outlet.Dc,
              options.plugAfterSeconds(),
              options.readyAfterSeconds(),
              options.basicAfterSeconds(),
              options.unplugAfterSeconds(),
              options.replugAfterSeconds(),
              options.builtinSoc());
      case CABLE -> cable(path(options, evse));
    };
  }

  private static Optional<MeterFile> meter(DriverOptions options, EvseConfig evse)
      throws BoardException {
    if (options.meterFile().isEmpty()) {
      return Optional.empty();
    }
    Path path = Path.of(own(options.meterFile().get(), evse));
    try {
      return Optional.of(MeterFile.open(path));
    } catch (IOException e) {
      throw new BoardException(
          "key `driver_options.meter_file`: " + path + ": " + e.getMessage(), e);
    }
  }

  /** A second outlet gets its own file. */
  private static String own(String path, EvseConfig evse) {
    return evse.id() == 1 ? path : path + "-" + evse.id();
  }

  /** The given path, or one in the temporary folder; a second outlet gets its own. */
  private static Path path(DriverOptions options, EvseConfig evse) {
    String given =
        options
            .cable()
            .orElseGet(
                () -> Path.of(System.getProperty("java.io.tmpdir"), "ebbflow-cable").toString());
    return Path.of(own(given, evse));
  }

  private static VehicleSide cable(Path path) throws BoardException {
    try {
      VehicleSide side = CableServer.listen(path, System::nanoTime, LOG::warn);
      LOG.info("the cable hangs at {}", path);
      return side;
    } catch (IOException e) {
      throw new BoardException("key `driver_options.cable`: " + e.getMessage(), e);
    }
  }
}
