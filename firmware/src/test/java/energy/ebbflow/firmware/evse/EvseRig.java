package energy.ebbflow.firmware.evse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.firmware.config.EnergySection;
import energy.ebbflow.firmware.config.UserNeeds;
import energy.ebbflow.firmware.evse.basic.BasicSettings;
import energy.ebbflow.firmware.evse.path.LinkRules;
import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.firmware.supervisor.SupervisorConfig;
import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.EvseConfig.Cable;
import energy.ebbflow.hal.EvseConfig.Connector;
import energy.ebbflow.hal.EvseConfig.Outlet;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.PowerConverter.Command;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.WattHours;
import energy.ebbflow.hal.Watts;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An outlet in virtual time with a plant that obeys: contactors and lock follow their commands, the
 * converter gives what it is told, the vehicle's resistor is what the test says.
 */
final class EvseRig {
  static final long MILLI = 1_000_000L;
  static final long SECOND = 1_000 * MILLI;
  static final IdToken TOKEN = new IdToken("04AABBCCDD", "Central");

  /** Vehicles whose EVCCID begins so may give energy back over AC. */
  static final String CERTIFIED = "WMICERT";

  static final Octets FRESH_ID = Octets.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
  private static final long STEP = 10 * MILLI;
  private static final long COARSE_STEP = 400 * MILLI;
  private static final long CONTACTOR_DELAY = 30 * MILLI;
  private static final double BATTERY_VOLTS = 380;
  private static final double GRID_VOLTS = 230;

  final List<EvseEffect> effects = new ArrayList<>();
  final EvseSettings settings;
  private int restarts;
  Evse evse;
  long nanos;

  /** Monotonic time at which the wall clock shows 1970. */
  long origin;

  /** Level of the line's positive half-wave with this vehicle: 12, 9, 6, 3 V. */
  double pilotVolts = 12;

  /** The last session was begun with the one before it. */
  boolean resumed;

  /** Protocols that are not offered in the last session. */
  Set<String> without = Set.of();

  boolean contactorsStuckOpen;
  boolean contactorsWelded;
  double kiloOhms = 1_000;
  Optional<Double> cableAmps = Optional.of(32.0);

  /** What a vehicle draws by duty cycle while the contactors of an AC outlet are closed, A. */
  double basicAmps;

  /** A residual-current detection that passes its tests, and whether it has tripped; or none. */
  Optional<Boolean> residualTripped = Optional.empty();

  /** What becomes of a reading on its way. */
  Function<Reading, Optional<Reading>> distorted = Optional::of;

  /** Looks at everything after each step. */
  Runnable afterStep = () -> {};

  /** Questions to the back office so far. */
  int questions;

  /** Nobody hears pilot, mirror contact and lock. */
  boolean controllerLost;

  /** What the meter on the grid's side says; absent: there is none, or it is silent. */
  Optional<Reading.GridQuality> grid = Optional.empty();

  EvseView lastView =
      new EvseView(
          "",
          0,
          EvseView.Authorisation.PENDING,
          EvseView.Isolation.NOT_TESTED,
          false,
          false,
          0,
          0,
          new EvseView.PowerEnvelope(0, 0, 0, 0, 0, 0),
          0,
          Optional.empty(),
          0,
          0);

  private PilotSignal signal = new PilotSignal.Steady();
  private boolean commandedClosed;
  private long contactorMovesAt;
  private boolean closed;
  private boolean locked;
  private boolean isolationRuns;
  private Command converter = new Command.Off();
  boolean batteryConnected;
  private double imported;
  private double exported;
  private long lastLink;
  final List<SeccEffect> sessionSays = new ArrayList<>();

  private EvseRig(EvseSettings settings) {
    this.settings = settings;
    this.evse = Evse.initial(settings);
  }

  static EvseRig dc(Optional<IdToken> autoToken) {
    return dc(autoToken, EnergySection.Discharge.EVERYBODY, List.of());
  }

  static EvseRig dc(Optional<IdToken> autoToken, EnergySection.Discharge discharge) {
    return dc(autoToken, discharge, List.of());
  }

  static EvseRig dc(Optional<IdToken> autoToken, List<UserNeeds> needs) {
    return dc(autoToken, EnergySection.Discharge.EVERYBODY, needs);
  }

  private static EvseRig dc(
      Optional<IdToken> autoToken, EnergySection.Discharge discharge, List<UserNeeds> needs) {
    EvseConfig.Outlet.Limits limits =
        new Outlet.Limits(Amps.ZERO, new Amps(60), Watts.ZERO, new Watts(20_000));
    return rig(
        new Outlet.Dc(new Volts(150), new Volts(500), limits, Optional.of(limits)),
        new Cable.Tethered(new Amps(80)),
        false,
        autoToken,
        discharge,
        needs);
  }

  static EvseRig ac(Optional<IdToken> autoToken) {
    return rig(
        new Outlet.Ac(new Amps(32), Amps.ZERO, false),
        new Cable.Socket(),
        true,
        autoToken,
        EnergySection.Discharge.EVERYBODY,
        List.of());
  }

  /** An AC outlet that treats vehicles without digital communication otherwise. */
  static EvseRig ac(Optional<IdToken> autoToken, BasicSettings basic) {
    EvseRig usual = ac(autoToken);
    return new EvseRig(usual.settings.with(basic));
  }

  private static EvseRig rig(
      Outlet outlet,
      Cable cable,
      boolean basic,
      Optional<IdToken> autoToken,
      EnergySection.Discharge discharge,
      List<UserNeeds> needs) {
    EvseConfig evse =
        new EvseConfig(
            1,
            "DE*EBB*E0001*1",
            basic ? Connector.TYPE2 : Connector.CCS2,
            cable,
            3,
            new Volts(230),
            new Amps(40),
            new Amps(80),
            false,
            true,
            outlet);
    EvseRig[] self = new EvseRig[1];
    EvseSettings settings =
        new EvseSettings(
            evse,
            new PathChoice(true, basic, PathChoice.LINK_NANOS),
            SupervisorConfig.of(!basic, basic ? 230 : 500, basic ? 32 : 60, 80),
            new EnergySection(EnergySection.Unmanaged.CHARGE, discharge, 20, 6),
            (freshId, previous, without) -> {
              self[0].resumed = previous.isPresent();
              self[0].without = without;
              return new Scripted(self[0]);
            },
            autoToken,
            60 * SECOND,
            15 * SECOND,
            60 * SECOND,
            "test",
            new LinkRules(LinkRules.PAUSE_NANOS, List.of(CERTIFIED), needs),
            BasicSettings.STANDARD);
    self[0] = new EvseRig(settings);
    return self[0];
  }

  /** A session whose words the test puts into its mouth. */
  private record Scripted(EvseRig rig) implements VehicleSession {
    @Override
    public Step step(SeccInput input, EvseView view, long nowNanos) {
      rig.lastView = view;
      List<SeccEffect> said = List.copyOf(rig.sessionSays);
      rig.sessionSays.clear();
      return new Step(this, said);
    }
  }

  // ---- the world

  EvseRig run(long duration) {
    return run(duration, STEP);
  }

  /** The same in coarse steps, for hours in which nothing moves. */
  EvseRig waits(long duration) {
    return run(duration, COARSE_STEP);
  }

  /** The same in steps of 100 ms. */
  EvseRig runCoarsely(long duration) {
    return run(duration, 10 * STEP);
  }

  /** The firmware is started anew. */
  void restart() {
    restarts++;
    // As at each start of the station: identifiers of transactions never come again.
    evse =
        Evse.initial(
            new EvseSettings(
                settings.evse(),
                settings.path(),
                settings.supervisor(),
                settings.energy(),
                settings.sessions(),
                settings.autoToken(),
                settings.plugNanos(),
                settings.stopNanos(),
                settings.sampleNanos(),
                settings.transactionPrefix() + restarts,
                settings.link(),
                settings.basic()));
    signal = new PilotSignal.Steady();
    converter = new Command.Off();
    locked = false;
    move(false);
  }

  /** What the session has not said yet is left unsaid. */
  void hush() {
    sessionSays.clear();
  }

  private EvseRig run(long duration, long step) {
    long end = nanos + duration;
    while (end - nanos > 0) {
      nanos += Math.min(step, end - nanos);
      readings().forEach(reading -> input(new EvseInput.Measured(reading)));
      input(new EvseInput.Tick());
      afterStep.run();
    }
    return this;
  }

  /** Another origin of the monotonic clock; before anything else. */
  EvseRig startingAt(long start) {
    nanos = start;
    origin = start;
    contactorMovesAt = start;
    return this;
  }

  EvseRig plug() {
    pilotVolts = 9;
    return run(SECOND);
  }

  EvseRig unplug() {
    pilotVolts = 12;
    return run(SECOND);
  }

  EvseRig input(EvseInput input) {
    Evse.Step step = evse.step(input, new Moment(nanos, Instant.ofEpochSecond(0, nanos - origin)));
    evse = step.next();
    step.effects().forEach(this::obey);
    effects.addAll(step.effects());
    return this;
  }

  EvseRig command(BackOfficeCommand command) {
    return input(new EvseInput.Commanded(command));
  }

  EvseRig linkUp(long link) {
    lastLink = link;
    return input(new EvseInput.Connected(link, new SeccInput.LinkUp(false, false), FRESH_ID));
  }

  EvseRig linkDown(long link) {
    return input(new EvseInput.Vehicle(link, new SeccInput.LinkDown("test")));
  }

  /** The session asks for these effects in its next step. */
  EvseRig says(SeccEffect... said) {
    sessionSays.addAll(List.of(said));
    return run(STEP);
  }

  EvseRig acceptLastQuestion() {
    long question = told(StationEvent.AuthorisationQuestion.class).getLast().request();
    return command(new BackOfficeCommand.AuthorisationAnswer(question, true, "Accepted")).run(STEP);
  }

  /** From the plugged vehicle to energy, as a DC session does it. */
  EvseRig charge() {
    return chargeWithoutLoop().loop().run(SECOND);
  }

  /** The vehicle's first word after power was agreed. */
  EvseRig loop() {
    return input(new EvseInput.Vehicle(1, new SeccInput.Request(new V2gMessage() {})));
  }

  /** The same up to the agreement on power. */
  EvseRig chargeWithoutLoop() {
    return plug().linkUp(1).agree();
  }

  /** A resumed session, from its link to energy. */
  EvseRig again() {
    agree().input(new EvseInput.Vehicle(lastLink, new SeccInput.Request(new V2gMessage() {})));
    return run(SECOND);
  }

  private EvseRig agree() {
    return agree(true);
  }

  /** From the choice of a service to power, for a vehicle that was offered both ways or one. */
  EvseRig agree(boolean both) {
    pilotVolts = 9;
    says(
        new SeccEffect.ProtocolChosen("ISO 15118-20:DC"),
        new SeccEffect.ServiceSelected(
            both ? "DC_BPT" : "DC", both, true, false, Optional.of(both)),
        new SeccEffect.VehicleReport(RigVehicle.says(50)));
    pilotVolts = 6;
    says(new SeccEffect.StartCableCheck(450)).run(SECOND);
    assertEquals(EvseView.Isolation.VALID, lastView.isolation());
    says(new SeccEffect.EndCableCheck(), new SeccEffect.PreCharge(BATTERY_VOLTS)).run(SECOND);
    batteryConnected = true;
    return says(new SeccEffect.StartEnergyTransfer()).run(SECOND);
  }

  // ---- what came out

  <T extends StationEvent> List<T> told(Class<T> type) {
    return effects.stream()
        .filter(EvseEffect.Tell.class::isInstance)
        .map(effect -> ((EvseEffect.Tell) effect).event())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  List<StationEvent.Transaction> transactions(StationEvent.Transaction.Kind kind) {
    return told(StationEvent.Transaction.class).stream()
        .filter(event -> event.kind() == kind)
        .toList();
  }

  <T extends EvseEffect> List<T> done(Class<T> type) {
    return effects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  boolean closed() {
    return closed;
  }

  boolean locked() {
    return locked;
  }

  PilotSignal signal() {
    return signal;
  }

  double amps() {
    return flow();
  }

  // ---- the plant

  private void obey(EvseEffect effect) {
    switch (effect) {
      case EvseEffect.Pilot pilot -> signal = pilot.signal();
      case EvseEffect.CloseContactors close -> move(true);
      case EvseEffect.OpenContactors open -> move(false);
      case EvseEffect.Convert convert -> converter = convert.command();
      case EvseEffect.Lock lock -> locked = lock.locked();
      case EvseEffect.MeasureIsolation measure -> isolationRuns = measure.running();
      case EvseEffect.Tell(StationEvent.AuthorisationQuestion question) -> questions++;
      case EvseEffect other -> {}
    }
  }

  private void move(boolean close) {
    if (commandedClosed != close) {
      commandedClosed = close;
      contactorMovesAt = nanos + CONTACTOR_DELAY;
    }
  }

  private List<Reading> readings() {
    if (nanos - contactorMovesAt >= 0) {
      closed = (commandedClosed && !contactorsStuckOpen) || (closed && contactorsWelded);
    }
    if (!closed) {
      batteryConnected = false;
    }
    double watts = flow() * outletVolts();
    double hours = STEP / (3600.0 * SECOND);
    imported += Math.max(0, watts) * hours;
    exported += Math.max(0, -watts) * hours;
    List<Reading> readings = new ArrayList<>();
    grid.ifPresent(readings::add);
    boolean pwm = signal instanceof PilotSignal.Pwm;
    double high = signal instanceof PilotSignal.Negative ? -12 : pilotVolts;
    if (!controllerLost) {
      readings.add(
          new Reading.Pilot(new Volts(high), new Volts(pwm && pilotVolts < 12 ? -12 : high)));
      readings.add(new Reading.Contactor(closed));
      readings.add(new Reading.Lock(locked));
      readings.add(new Reading.Proximity(cableAmps.map(Amps::new)));
    }
    if (settings.dc().isPresent()) {
      readings.add(
          new Reading.Converter(
              new Volts(converterVolts()), new Amps(flow()), new Volts(outletVolts())));
      if (isolationRuns) {
        readings.add(new Reading.Isolation(kiloOhms));
      }
    }
    readings.add(
        new Reading.Meter(
            new WattHours(imported),
            new WattHours(exported),
            new Watts(watts),
            List.of(new Amps(flow())),
            List.of(new Volts(outletVolts()))));
    residualTripped.ifPresent(tripped -> readings.add(new Reading.ResidualCurrent(tripped, true)));
    return readings.stream().flatMap(reading -> distorted.apply(reading).stream()).toList();
  }

  private double converterVolts() {
    return switch (converter) {
      case Command.Off off -> closed && batteryConnected ? BATTERY_VOLTS : 0;
      case Command.HoldVoltage hold -> hold.volts().value();
      case Command.Current current -> BATTERY_VOLTS;
    };
  }

  private double outletVolts() {
    if (settings.ac().isPresent()) {
      return GRID_VOLTS;
    }
    return closed ? converterVolts() : 0;
  }

  private double flow() {
    if (settings.ac().isPresent()) {
      return closed ? basicAmps : 0;
    }
    return closed && batteryConnected && converter instanceof Command.Current current
        ? current.amps().value()
        : 0;
  }
}
