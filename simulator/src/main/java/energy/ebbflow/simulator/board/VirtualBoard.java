package energy.ebbflow.simulator.board;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.Watts;
import energy.ebbflow.simulator.cable.StationTerminals;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import energy.ebbflow.simulator.physics.ConnectorLockModel;
import energy.ebbflow.simulator.physics.Contactor;
import energy.ebbflow.simulator.physics.ContactorFault;
import energy.ebbflow.simulator.physics.DcBus;
import energy.ebbflow.simulator.physics.DcConverter;
import energy.ebbflow.simulator.physics.EnergyMeter;
import energy.ebbflow.simulator.physics.IsolationModel;
import energy.ebbflow.simulator.physics.PilotCircuit;
import energy.ebbflow.simulator.physics.PilotLevels;
import energy.ebbflow.simulator.physics.PilotLoad;
import energy.ebbflow.simulator.physics.Warmth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The station's electrical half on the bench, moved by {@link #tick}. Deterministic: the same
 * commands, vehicle and ticks give the same readings. Owned by one thread.
 */
public final class VirtualBoard {
  /** Step of the physics in virtual time. */
  public static final long TICK_NANOS = 5_000_000;

  private static final double NANOS_PER_SECOND = 1e9;

  private final VirtualBoardSpec spec;
  private final ReadingFeed feed;
  private long nanos;
  private int scriptPlace;

  private PilotSignal pilot = new PilotSignal.Negative();
  private boolean pilotDriven;
  private boolean pilotShort;
  private Contactor contactor;
  private int phases = 3;
  private ConnectorLockModel lock = ConnectorLockModel.OPEN;
  private Optional<DcConverter> converter;
  private DcBus bus = DcBus.DEAD;
  private IsolationModel isolation = IsolationModel.HEALTHY;
  private EnergyMeter meter;
  private Warmth warmth = Warmth.ambient(20);
  private boolean gridPresent = true;
  private boolean emergencyStop;
  private boolean residualTrip;
  private boolean meterSilent;
  private boolean earth = true;
  private boolean supplyGood = true;
  private double gridVolts;
  private int lostPhase;
  private double meterErrorWatts;
  private OptionalDouble hertz = OptionalDouble.empty();
  private OptionalDouble siteLoadWatts = OptionalDouble.empty();
  private double ampSeconds;
  private double wattSeconds;
  private List<Double> phaseAmps = List.of();
  private VehicleTerminals vehicle = VehicleTerminals.UNPLUGGED;
  private int hotSwitches;

  /** A board with a new meter; readings go to {@code sink} with every tick. */
  public VirtualBoard(VirtualBoardSpec spec, ReadingSink sink) {
    this(spec, EnergyMeter.NEW, sink);
  }

  /** A board at its origin of time whose meter has counted before. */
  public VirtualBoard(VirtualBoardSpec spec, EnergyMeter counted, ReadingSink sink) {
    this.spec = spec;
    this.meter = counted;
    this.gridVolts = spec.phaseVolts();
    this.feed = new ReadingFeed(sink, spec.dc().isPresent(), spec.socket());
    this.contactor = Contactor.open(spec.contactor());
    this.converter = spec.dc().map(DcConverter::off);
  }

  /** Drives the control pilot; its level is measured from the first signal on. */
  public void apply(PilotSignal signal) {
    pilotDriven = true;
    pilot = signal;
  }

  /**
   * Closes the contactors.
   *
   * @param closePhases 1 or 3
   */
  public void closeContactors(int closePhases) {
    phases = closePhases;
    contactor = contactor.command(true);
  }

  public void openContactors() {
    contactor = contactor.command(false);
  }

  public void lock(boolean wanted) {
    lock = lock.command(wanted);
  }

  /** Commands the converter; ignored by an AC board. */
  public void converter(PowerConverter.Command command) {
    converter = converter.map(c -> c.command(command));
  }

  public void measureIsolation(boolean run) {
    isolation = run ? isolation.start() : isolation.stop();
  }

  /** Runs the self-test of the residual-current device; the answer comes with the next tick. */
  public void testResidualCurrent() {
    feed.residualTestWanted();
  }

  /** Opens, switches off and unlocks nothing: what a board does when its controller dies. */
  public void safeState() {
    openContactors();
    converter(new PowerConverter.Command.Off());
    pilot = new PilotSignal.Negative();
  }

  /** Tells the controller that a device failed. */
  public void reportFault(String device, String detail) {
    feed.fault(device, detail);
  }

  /** One step of the physics of {@link #TICK_NANOS}. */
  public StationTerminals tick(VehicleTerminals now) {
    return tick(now, TICK_NANOS);
  }

  /**
   * A step of another length, for hours in which little happens: the physics is solved for its end,
   * so that it stays true; what moves within it is seen at its end only.
   *
   * @param step above 0, ns
   */
  public StationTerminals tick(VehicleTerminals now, long step) {
    nanos += step;
    vehicle = now;
    runScript();
    double seconds = step / NANOS_PER_SECOND;
    boolean wasClosed = contactor.closed();
    contactor = contactor.after(seconds);
    lock = lock.after(seconds);
    double amps = converter.isPresent() ? tickDc(converter.get(), seconds) : tickAc(seconds);
    if (wasClosed && !contactor.closed() && Math.abs(amps) > HOT_AMPS) {
      hotSwitches++;
    }
    warmth = warmth.after(seconds, amps);
    feed.publish(nanos, snapshot());
    return terminals();
  }

  /** Above this current an opening contactor draws an arc that shortens its life. */
  static final double HOT_AMPS = 5;

  private double tickDc(DcConverter regulator, double seconds) {
    double ampsBefore = bus.outletAmps();
    // Without the grid the converter gives and takes nothing; its command waits for the grid.
    DcConverter supplied = gridPresent ? regulator : regulator.unsupplied();
    DcBus.Step step = bus.after(seconds, supplied, contactor.closed(), vehicle.dc());
    bus = step.bus();
    boolean mended = !gridPresent && !regulator.tripped();
    converter = Optional.of(mended ? step.converter().reset() : step.converter());
    isolation = isolation.after(seconds, bus.outletVolts());
    ampSeconds += bus.vehicleAmps() * seconds;
    wattSeconds += bus.vehicleAmps() * bus.outletVolts() * seconds;
    meter = meter.count(bus.outletWatts(), seconds);
    phaseAmps = List.of(bus.outletAmps());
    return Math.abs(ampsBefore) > Math.abs(bus.outletAmps()) ? ampsBefore : bus.outletAmps();
  }

  private double tickAc(double seconds) {
    double before = phaseAmps.stream().mapToDouble(Math::abs).max().orElse(0);
    boolean live = contactor.closed() && gridPresent && vehicle.plugged();
    double[] wanted = {vehicle.phase1Amps(), vehicle.phase2Amps(), vehicle.phase3Amps()};
    List<Double> amps = new ArrayList<>(3);
    double watts = 0;
    for (int i = 0; i < 3; i++) {
      double flow = live && i < phases && i + 1 != lostPhase ? wanted[i] : 0;
      amps.add(flow);
      watts += flow * gridVolts;
    }
    phaseAmps = List.copyOf(amps);
    wattSeconds += watts * seconds;
    meter = meter.count(watts, seconds);
    return Math.max(before, phaseAmps.stream().mapToDouble(Math::abs).max().orElse(0));
  }

  private StationTerminals terminals() {
    boolean live = converter.isEmpty() && contactor.closed() && gridPresent;
    return new StationTerminals(
        nanos,
        pilotShort ? new PilotSignal.Zero() : pilot,
        bus.outletVolts(),
        bus.vehicleAmps(),
        ampSeconds,
        wattSeconds,
        live ? gridVolts : 0,
        live ? phases : 0,
        lock.locked(),
        contactor.closed());
  }

  private BoardSnapshot snapshot() {
    return new BoardSnapshot(
        pilotDriven ? Optional.of(pilotLevels()) : Optional.empty(),
        contactor.feedback(),
        lock.locked(),
        vehicle.plugged() ? vehicle.cableAmps() : 0,
        bus,
        isolation.kiloOhms(),
        meter,
        phaseAmps,
        List.of(phaseVolts(1), phaseVolts(2), phaseVolts(3)),
        warmth.celsius(),
        residualTrip,
        emergencyStop,
        gridPresent,
        earth,
        supplyGood,
        meterErrorWatts,
        meterSilent,
        hertz,
        siteLoadWatts);
  }

  private double phaseVolts(int phase) {
    return gridPresent && phase != lostPhase ? gridVolts : 0;
  }

  private PilotLevels pilotLevels() {
    PilotLoad load = vehicle.plugged() ? vehicle.pilot() : PilotLoad.OPEN;
    PilotLoad seen = pilotShort ? new PilotLoad(load.ohms(), load.diode(), true) : load;
    return PilotCircuit.NOMINAL.levels(pilot, seen);
  }

  private void runScript() {
    List<BoardScript.Step> steps = spec.script().steps();
    while (scriptPlace < steps.size()
        && steps.get(scriptPlace).seconds() * NANOS_PER_SECOND <= nanos) {
      happen(steps.get(scriptPlace).event());
      scriptPlace++;
    }
  }

  /** Lets {@code event} happen now. */
  public void happen(BoardEvent event) {
    switch (event) {
      case BoardEvent.Contactors e -> breakContactor(e.fault());
      case BoardEvent.Isolation e -> isolation = isolation.withKiloOhms(e.kiloOhms());
      case BoardEvent.EmergencyStop e -> emergencyStop = e.pressed();
      case BoardEvent.Grid e -> gridPresent = e.present();
      case BoardEvent.ResidualCurrent e -> residualTrip = e.tripped();
      case BoardEvent.LockJam e -> lock = lock.jam(e.jammed());
      case BoardEvent.ConverterTrip e -> tripConverter(e.tripped());
      case BoardEvent.MeterSilent e -> meterSilent = e.silent();
      case BoardEvent.PilotShort e -> pilotShort = e.shorted();
      case BoardEvent.Earth e -> earth = e.connected();
      case BoardEvent.Supply e -> supplyGood = e.good();
      case BoardEvent.GridVolts e -> gridVolts = e.volts();
      case BoardEvent.PhaseLost e -> lostPhase = e.phase();
      case BoardEvent.MeterLies e -> meterErrorWatts = e.watts();
      case BoardEvent.Ambient e -> warmth = new Warmth(warmth.celsius(), e.celsius());
      case BoardEvent.Overheat e -> warmth = new Warmth(e.celsius(), warmth.ambientCelsius());
      case BoardEvent.Card e -> feed.card(e.uid());
      case BoardEvent.Frequency e ->
          hertz = e.hertz() == 0 ? OptionalDouble.empty() : OptionalDouble.of(e.hertz());
      case BoardEvent.GridLimit e ->
          feed.gridLimit(e.watts() < 0 ? Optional.empty() : Optional.of(new Watts(e.watts())));
      case BoardEvent.SiteLoad e -> siteLoadWatts = OptionalDouble.of(e.watts());
    }
  }

  private void breakContactor(ContactorFault fault) {
    contactor = contactor.with(fault);
  }

  private void tripConverter(boolean tripped) {
    converter = converter.map(c -> tripped ? c.trip() : c.reset());
    if (tripped) {
      feed.fault("power converter", "switched itself off: internal fault");
    }
  }

  /** Virtual time since the origin, ns. */
  public long nanos() {
    return nanos;
  }

  /** True position of the contacts, whatever the mirror contact says. */
  public boolean contactsTouch() {
    return contactor.closed();
  }

  /** How often the contacts have closed. */
  public int contactorCycles() {
    return contactor.cycles();
  }

  /** How often the contacts opened under more than {@link #HOT_AMPS}. */
  public int hotSwitches() {
    return hotSwitches;
  }

  public DcBus bus() {
    return bus;
  }

  public EnergyMeter meter() {
    return meter;
  }

  public boolean locked() {
    return lock.locked();
  }
}
