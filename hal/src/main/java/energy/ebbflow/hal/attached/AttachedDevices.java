package energy.ebbflow.hal.attached;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.BoardException;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.IsolationMonitor;
import energy.ebbflow.hal.OptionProblem;
import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.config.DriverOptions;
import energy.ebbflow.hal.infypower.driver.InfyConverter;
import energy.ebbflow.hal.modbus.driver.ModbusGrid;
import energy.ebbflow.hal.modbus.driver.ModbusIsolation;
import energy.ebbflow.hal.modbus.driver.ModbusLines;
import energy.ebbflow.hal.modbus.driver.ModbusMeter;
import energy.ebbflow.hal.modbus.driver.ModbusSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The devices of one outlet that are not behind its microcontroller. Owner: the thread that opens,
 * starts and closes the board.
 */
public final class AttachedDevices implements AutoCloseable {
  private static final String METER = "meter";
  private static final String SITE_METER = "site_meter";

  /** Frequency and voltage of the grid that supplies the outlet. */
  private static final String GRID_METER = "grid_meter";

  private final BoardClock clock;
  private final Optional<MeterOptions> meter;
  private final Optional<MeterOptions> site;
  private final Optional<MeterOptions> gridMeter;
  private final Optional<IsolationOptions> isolation;
  private final Optional<InfyConverter> converter;
  private final ModbusLines lines = new ModbusLines();
  private final OutletVolts outlet;
  private final boolean direct;

  private @Nullable ModbusMeter startedMeter;
  private @Nullable ModbusSite startedSite;
  private @Nullable ModbusGrid startedGrid;
  private @Nullable ModbusIsolation startedIsolation;

  private AttachedDevices(
      BoardClock clock,
      boolean direct,
      Optional<MeterOptions> meter,
      Optional<MeterOptions> site,
      Optional<MeterOptions> gridMeter,
      Optional<IsolationOptions> isolation,
      Optional<InfyConverter> converter) {
    this.clock = clock;
    this.site = site;
    this.direct = direct;
    this.meter = meter;
    this.gridMeter = gridMeter;
    this.isolation = isolation;
    this.converter = converter;
    this.outlet = new OutletVolts(clock);
  }

  /**
   * Reads which devices there are, refuses options that nobody knows, and opens the CAN bus.
   *
   * @param options those of the driver, from which it has taken its own
   * @throws BoardException if an option is wrong, a DC outlet lacks a device, or the bus cannot be
   *     opened
   */
  public static AttachedDevices open(DriverOptions options, EvseConfig evse, BoardClock clock)
      throws BoardException {
    boolean direct = evse.outlet() instanceof EvseConfig.Outlet.Dc;
    Optional<MeterOptions> meter = MeterOptions.read(options, METER);
    Optional<MeterOptions> site = MeterOptions.read(options, SITE_METER);
    Optional<MeterOptions> gridMeter = MeterOptions.read(options, GRID_METER);
    Optional<IsolationOptions> isolation = IsolationOptions.read(options);
    Optional<ConverterOptions> converter = ConverterOptions.read(options);
    options.refuseOthers();
    require(options, direct, "converter", converter.isPresent());
    require(options, direct, "isolation", isolation.isPresent());
    Optional<InfyConverter> opened =
        converter.isPresent()
            ? Optional.of(converter.get().open(options, clock))
            : Optional.empty();
    return new AttachedDevices(clock, direct, meter, site, gridMeter, isolation, opened);
  }

  /**
   * Reads the options as {@link #open} does, but opens nothing.
   *
   * @return every kind of device whose options are wrong, and options that nobody knows
   */
  public static List<OptionProblem> check(DriverOptions options, EvseConfig evse) {
    boolean direct = evse.outlet() instanceof EvseConfig.Outlet.Dc;
    List<OptionProblem> problems = new ArrayList<>();
    read(problems, METER, () -> MeterOptions.read(options, METER));
    read(problems, SITE_METER, () -> MeterOptions.read(options, SITE_METER));
    read(problems, GRID_METER, () -> MeterOptions.read(options, GRID_METER));
    read(
        problems,
        "isolation",
        () -> require(options, direct, "isolation", IsolationOptions.read(options).isPresent()));
    read(
        problems,
        "converter",
        () -> require(options, direct, "converter", ConverterOptions.read(options).isPresent()));
    problems.addAll(options.unknown());
    return problems;
  }

  /** Reads one group of options. */
  private interface Reader {
    void read() throws BoardException;
  }

  /** What a register map says of its own keys is a problem of the option that names the map. */
  private static void read(List<OptionProblem> problems, String group, Reader reader) {
    try {
      reader.read();
    } catch (BoardException refusal) {
      OptionProblem found = OptionProblem.of(refusal);
      boolean ours = found.option().equals(group) || found.option().startsWith(group + "_");
      problems.add(ours ? found : new OptionProblem(group, found.expected(), found.got()));
    }
  }

  /** A DC outlet cannot do without (IEC 61851-23), an AC outlet has no use for it. */
  private static void require(DriverOptions options, boolean direct, String option, boolean present)
      throws BoardException {
    if (direct && !present) {
      throw options.refused("expected option `" + option + "` for a DC outlet, got none");
    }
    if (!direct && present) {
      throw options.refused("expected no option `" + option + "` for an AC outlet, got one");
    }
  }

  /**
   * Starts the devices.
   *
   * @return where the board itself is to offer its readings
   */
  public ReadingSink start(ReadingSink sink) {
    ReadingSink completed = outlet.before(sink);
    meter.ifPresent(
        options ->
            startedMeter =
                ModbusMeter.started(
                    options.map(),
                    lines,
                    options.place(),
                    options.unit(),
                    direct ? outlet.meterBefore(completed) : completed,
                    clock));
    site.ifPresent(
        options ->
            startedSite =
                ModbusSite.started(
                    options.map(), lines, options.place(), options.unit(), completed, clock));
    gridMeter.ifPresent(
        options ->
            startedGrid =
                ModbusGrid.started(
                    options.map(), lines, options.place(), options.unit(), completed, clock));
    isolation.ifPresent(
        options ->
            startedIsolation =
                ModbusIsolation.started(
                    options.map(),
                    lines,
                    options.place(),
                    options.unit(),
                    outlet::measured,
                    options.testEveryNanos(),
                    completed,
                    clock));
    converter.ifPresent(modules -> modules.start(completed));
    return completed;
  }

  /** The power modules of a DC outlet. */
  public Optional<PowerConverter> powerConverter() {
    return converter.map(modules -> modules);
  }

  /** The isolation monitor of a DC outlet; only after {@link #start}. */
  public Optional<IsolationMonitor> isolationMonitor() {
    return Optional.ofNullable(startedIsolation);
  }

  @Override
  public void close() {
    converter.ifPresent(InfyConverter::close);
    if (startedIsolation != null) {
      startedIsolation.close();
    }
    if (startedMeter != null) {
      startedMeter.close();
    }
    if (startedSite != null) {
      startedSite.close();
    }
    if (startedGrid != null) {
      startedGrid.close();
    }
    lines.close();
  }
}
