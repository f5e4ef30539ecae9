package energy.ebbflow.firmware.evse.basic;

import energy.ebbflow.firmware.circuit.Claim;
import energy.ebbflow.firmware.config.EnergySection;
import energy.ebbflow.firmware.config.UserNeeds;
import energy.ebbflow.firmware.evse.Evse;
import energy.ebbflow.firmware.evse.EvseEffect;
import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.evse.EvseSettings;
import energy.ebbflow.firmware.evse.Moment;
import energy.ebbflow.firmware.evse.Observation;
import energy.ebbflow.firmware.evse.path.LinkRules;
import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.firmware.supervisor.SupervisorConfig;
import energy.ebbflow.firmware.vehicles.Identity;
import energy.ebbflow.firmware.vehicles.KnownVehicle;
import energy.ebbflow.firmware.vehicles.VehicleMemory;
import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.WattHours;
import energy.ebbflow.hal.Watts;
import energy.ebbflow.iec61851.PilotConfig;
import energy.ebbflow.iec61851.PilotTiming;
import energy.ebbflow.iec61851.tolerance.PauseTolerance;
import energy.ebbflow.iec61851.tolerance.VehicleKey;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The firmware's outlet on the pilot line alone, with a vehicle, a user who shows a card, a back
 * office that sets limits, and a memory of vehicles that survives the night. Virtual time.
 */
final class BasicRig {
  static final long SECOND = 1_000_000_000L;
  static final IdToken CARD = new IdToken("04A1B2C3D4", "ISO14443");
  static final Instant START = Instant.parse("2026-01-01T18:00:00Z");
  private static final byte[] SECRET = new byte[32];

  /** Nothing is measured for so long when nothing moves. */
  private static final long PATIENCE = 90 * SECOND;

  /** Between two turns of readings that say nothing new. */
  private static final long TURN_NANOS = 30 * SECOND;

  private static final int PHASES = 3;
  private static final double VOLTS = 230;

  final Map<VehicleKey, KnownVehicle> memory = new HashMap<>();
  final List<BasicReport> reports = new ArrayList<>();
  final List<StationEvent.MinimumCurrent> told = new ArrayList<>();
  final List<StationEvent.Transaction> transactions = new ArrayList<>();
  PilotCar car = new PilotCar(PilotCar.Habit.TOLERANT, 30);
  Evse evse;
  long nanos;

  /** The station's own store of vehicles on disk, in place of {@link #memory}. */
  Optional<VehicleMemory> store = Optional.empty();

  /**
   * A reading that says nothing new is passed on only in its turn, one at a moment. An outlet that
   * hears the same again does the same again, only slower.
   */
  private final boolean sparing;

  private final long patienceNanos;

  /** The memory answers; a slow or broken one does not. */
  boolean remembers = true;

  boolean metered = true;

  /** Hears what the outlet wants of a shared circuit. */
  Consumer<Claim> circuit = claim -> {};

  /** The bolt stays where it is. */
  boolean boltJammed;

  /** Strokes of the bolt in their order: in, or out. */
  final List<Boolean> strokes = new ArrayList<>();

  /** When the contactors opened, or closed as a negative number. */
  final List<Long> openedNanos = new ArrayList<>();

  final List<StationEvent.Fault> faults = new ArrayList<>();

  private final EvseSettings settings;
  private PilotSignal signal = new PilotSignal.Steady();
  private boolean closed;
  private boolean locked;
  private int connected;
  private double importedWh;
  private final List<EvseInput> soon = new ArrayList<>();
  private final Map<Integer, Double> given = new HashMap<>();
  private List<Reading> heard = List.of();
  private int turn;
  private long turnNanos;

  BasicRig(BasicSettings basic) {
    this(basic, List.of());
  }

  /** At a station that knows what some users need. */
  BasicRig(BasicSettings basic, List<UserNeeds> needs) {
    this(basic, needs, false, PATIENCE);
  }

  /** A rig for long times: few words, long steps, and patience for both. */
  static BasicRig sparing(BasicSettings basic, long patienceNanos) {
    return new BasicRig(basic, List.of(), true, patienceNanos);
  }

  private BasicRig(
      BasicSettings basic, List<UserNeeds> needs, boolean sparing, long patienceNanos) {
    this.sparing = sparing;
    this.patienceNanos = patienceNanos;
    settings =
        settings(basic, patienceNanos).with(new LinkRules(LinkRules.PAUSE_NANOS, List.of(), needs));
    evse = restarted();
    // What is plugged so soon after a start counts as plugged before it.
    run(12);
  }

  /** The firmware as it is after a restart: it knows nothing but its settings. */
  private Evse restarted() {
    PilotTiming timing =
        PilotTiming.STANDARD.withSampleTimeoutNanos(patienceNanos).withFollowNanos(patienceNanos);
    return Evse.initial(settings, new PilotConfig(false, timing));
  }

  void restart() {
    evse = restarted();
    signal = new PilotSignal.Steady();
    closed = false;
    heard = List.of();
    // The back office's link says again what holds.
    given.forEach((who, amps) -> limit(who, amps));
  }

  private static EvseSettings settings(BasicSettings basic, long patienceNanos) {
    return new EvseSettings(
            new EvseConfig(
                1,
                "DE*EBB*E0001*1",
                EvseConfig.Connector.TYPE2,
                new EvseConfig.Cable.Socket(),
                PHASES,
                new Volts(VOLTS),
                new Amps(40),
                new Amps(80),
                false,
                true,
                new EvseConfig.Outlet.Ac(new Amps(32), Amps.ZERO, true)),
            new PathChoice(false, true, PathChoice.LINK_NANOS),
            SupervisorConfig.of(false, VOLTS, 32, 80).withSlack(patienceNanos),
            new EnergySection(
                EnergySection.Unmanaged.CHARGE, EnergySection.Discharge.NOBODY, 20, 6),
            (freshId, previous, without) -> {
              throw new IllegalStateException("no vehicle speaks here");
            },
            Optional.empty(),
            60 * SECOND,
            15 * SECOND,
            3600 * SECOND,
            "test")
        .with(basic);
  }

  // ---- time

  /** Lives in steps of 100 ms. */
  BasicRig run(double seconds) {
    return run(seconds, SECOND / 10);
  }

  /** Lives in steps of a given length; long ones where nothing moves. */
  BasicRig run(double seconds, long step) {
    long end = nanos + Math.round(seconds * SECOND);
    while (nanos < end) {
      long length = Math.min(step, end - nanos);
      nanos += length;
      car.live(signal, closed, length / 1e9);
      importedWh += car.amps() * PilotCar.KILOWATTS_PER_AMP * 1000 * length / 3600e9;
      boolean told = measure();
      List<EvseInput> answers = List.copyOf(soon);
      soon.clear();
      answers.forEach(this::input);
      // Every input is a look at the time, too; a second one at the same moment changes nothing.
      if (!told || !answers.isEmpty() || !sparing) {
        input(new EvseInput.Tick());
      }
    }
    return this;
  }

  /** Whether anything was told. */
  private boolean measure() {
    List<Reading> now = readings();
    boolean all = !sparing || now.size() != heard.size();
    boolean due = nanos - turnNanos >= TURN_NANOS;
    boolean told = false;
    for (int i = 0; i < now.size(); i++) {
      boolean itsTurn = due && i == turn;
      if (all || itsTurn || !now.get(i).equals(heard.get(i))) {
        input(new EvseInput.Measured(now.get(i)));
        told = true;
      }
    }
    if (due) {
      turn = (turn + 1) % now.size();
      turnNanos = nanos;
    }
    heard = now;
    return told;
  }

  private List<Reading> readings() {
    double high = signal instanceof PilotSignal.Negative ? -12 : car.volts();
    boolean pwm = signal instanceof PilotSignal.Pwm && car.volts() < 12;
    List<Reading> readings = new ArrayList<>();
    readings.add(new Reading.Pilot(new Volts(high), new Volts(pwm ? -12 : high)));
    readings.add(new Reading.Contactor(closed));
    readings.add(new Reading.Lock(locked));
    readings.add(new Reading.Proximity(Optional.of(new Amps(32))));
    if (metered) {
      readings.add(
          new Reading.Meter(
              new WattHours(registerWh()),
              WattHours.ZERO,
              new Watts(car.amps() * VOLTS * PHASES),
              List.of(new Amps(car.amps()), new Amps(car.amps()), new Amps(car.amps())),
              List.of(new Volts(VOLTS), new Volts(VOLTS), new Volts(VOLTS))));
    }
    return readings;
  }

  /** What came out so far is no longer of interest. */
  void forgetNight() {
    reports.clear();
    told.clear();
    transactions.clear();
    strokes.clear();
    openedNanos.clear();
    faults.clear();
  }

  /** A register of whole 10 Wh where readings are spared: it would say something new each time. */
  private double registerWh() {
    return sparing ? Math.floor(importedWh / 10) * 10 : importedWh;
  }

  Instant wall() {
    return START.plusNanos(nanos);
  }

  // ---- people and back office

  /** Plugs in and shows the card. */
  BasicRig plug(PilotCar other) {
    car = other;
    car.plug(true);
    return showCard();
  }

  /** Somebody shows the card at a plugged vehicle. */
  BasicRig showCard() {
    run(2);
    touchCard();
    return run(1);
  }

  void touchCard() {
    input(new EvseInput.Measured(new Reading.Rfid(CARD.value())));
  }

  BasicRig unplug() {
    car.plug(false);
    return run(2);
  }

  /** What the energy service asks for, per phase. */
  BasicRig request(double amps) {
    return limit(1, amps);
  }

  /** What the grid operator permits at the station, per phase. */
  BasicRig hardLimit(double amps) {
    return limit(0, amps);
  }

  /** The same as a power. */
  BasicRig requestWatts(double watts) {
    return limit(1, new Quantity(watts, Unit.WATT));
  }

  private BasicRig limit(int evseId, double amps) {
    given.put(evseId, amps);
    return limit(evseId, new Quantity(amps, Unit.AMPERE));
  }

  private BasicRig limit(int evseId, Quantity limit) {
    return input(
        new EvseInput.Commanded(
            new BackOfficeCommand.PowerBounds(
                evseId,
                Optional.of(limit),
                Optional.empty(),
                Optional.empty(),
                "ChargingOnly",
                "5",
                Optional.empty())));
  }

  VehicleKey key() {
    return VehicleKey.of(VehicleKey.Kind.ID_TOKEN, CARD.value(), SECRET);
  }

  /** Somebody has said beforehand how the vehicle is. */
  BasicRig preset(PauseTolerance.Verdict verdict, double minimumAmps) {
    memory.put(
        key(),
        new KnownVehicle(
            key(),
            PauseTolerance.preset(verdict, PauseTolerance.Origin.MANUAL, minimumAmps, START),
            true,
            true,
            ""));
    return this;
  }

  PauseTolerance known() {
    KnownVehicle vehicle = memory.get(key());
    return vehicle == null ? PauseTolerance.unknown(wall()) : vehicle.tolerance();
  }

  BasicRig input(EvseInput input) {
    Evse.Step step = evse.step(input, new Moment(nanos, wall()));
    evse = step.next();
    step.effects().forEach(this::carryOut);
    return this;
  }

  private void carryOut(EvseEffect effect) {
    switch (effect) {
      case EvseEffect.Pilot pilot -> signal = pilot.signal();
      case EvseEffect.CloseContactors close -> {
        closed = true;
        connected = close.phases();
        openedNanos.add(-nanos);
      }
      case EvseEffect.OpenContactors open -> {
        closed = false;
        openedNanos.add(nanos);
      }
      case EvseEffect.Lock lock -> {
        if (closed && !lock.locked()) {
          throw new AssertionError("the plug is released while the contactors are closed");
        }
        strokes.add(lock.locked());
        locked = boltJammed ? locked : lock.locked();
      }
      case EvseEffect.Share(Claim claim) -> circuit.accept(claim);
      case EvseEffect.Recall recall -> recall(recall);
      case EvseEffect.Learn learn -> learn(learn);
      case EvseEffect.Observe(Observation.Basic(BasicReport report)) -> reports.add(report);
      case EvseEffect.Tell(StationEvent.MinimumCurrent event) -> told.add(event);
      case EvseEffect.Tell(StationEvent.Fault event) -> faults.add(event);
      case EvseEffect.Tell(StationEvent.Transaction event) -> transactions.add(event);
      case EvseEffect.Tell(StationEvent.AuthorisationQuestion question) ->
          soon.add(
              new EvseInput.Commanded(
                  new BackOfficeCommand.AuthorisationAnswer(question.request(), true, "Accepted")));
      case EvseEffect other -> {}
    }
  }

  private void learn(EvseEffect.Learn learn) {
    if (store.isPresent()) {
      store.get().learn(learn.key(), learn.tolerance(), wall());
      return;
    }
    memory.merge(
        learn.key(),
        KnownVehicle.unknown(learn.key(), wall()).knowing(learn.tolerance()),
        (old, fresh) -> old.knowing(learn.tolerance()));
  }

  private void recall(EvseEffect.Recall recall) {
    if (!remembers) {
      return;
    }
    if (store.isPresent()) {
      store
          .get()
          .recall(recall.shown(), wall())
          .ifPresent(
              known -> soon.add(new EvseInput.Remembered(Optional.of(recall.visit()), known)));
      return;
    }
    Identity best = recall.shown().getFirst();
    VehicleKey key = VehicleKey.of(best.kind(), best.text(), SECRET);
    KnownVehicle known = memory.getOrDefault(key, KnownVehicle.unknown(key, wall()));
    soon.add(new EvseInput.Remembered(Optional.of(recall.visit()), known));
  }

  // ---- what came out

  PilotSignal signal() {
    return signal;
  }

  boolean closed() {
    return closed;
  }

  boolean locked() {
    return locked;
  }

  /** The bolt moves by itself, or is moved by hand. */
  void forceBolt(boolean in) {
    locked = in;
  }

  /** Phases that the contactors connect. */
  int connected() {
    return closed ? connected : 0;
  }

  /** Current that the duty cycle tells; 0 without one. */
  double dutyAmps() {
    return signal instanceof PilotSignal.Pwm pwm ? pwm.dutyPercent() * 0.6 : 0;
  }

  <T extends BasicReport> List<T> reported(Class<T> type) {
    return reports.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
