package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.config.UserNeeds;
import energy.ebbflow.firmware.evse.dc.Broken;
import energy.ebbflow.firmware.evse.dc.DcOrder;
import energy.ebbflow.firmware.evse.dc.DcState;
import energy.ebbflow.firmware.evse.dc.DcView;
import energy.ebbflow.firmware.evse.dc.Off;
import energy.ebbflow.firmware.evse.measure.Measurements;
import energy.ebbflow.firmware.evse.path.ChargingPath;
import energy.ebbflow.firmware.power.PowerDecision;
import energy.ebbflow.firmware.power.SiteWord;
import energy.ebbflow.firmware.supervisor.SafeLine;
import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.EvseConfig.Outlet;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Watts;
import energy.ebbflow.iec61851.PilotEffect;
import energy.ebbflow.iec61851.PilotInput;
import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One step of an outlet: works on its own copy of the state and gathers the effects. */
final class Pass {
  final EvseSettings settings;
  final EvseState state;
  final Moment now;
  final List<EvseEffect> effects = new ArrayList<>();

  private final Safety safety;
  private final Users users;
  private final Billing billing;
  private final Link link;
  private final Outputs outputs;
  private final Basics basics;
  private final Resting resting;
  private final Plans plans;
  private final StationView view;

  Pass(EvseSettings settings, EvseState state, Moment now) {
    this.settings = settings;
    this.state = state;
    this.now = now;
    this.safety = new Safety(this);
    this.billing = new Billing(this);
    this.users = new Users(this, billing);
    this.resting = new Resting(this);
    this.plans = new Plans(this);
    this.view = new StationView(this, resting);
    this.link = new Link(this, users, resting);
    this.outputs = new Outputs(this);
    this.basics = new Basics(this);
  }

  /** Takes one input, in the order of safety. */
  void run(EvseInput input) {
    hear(input);
    settle();
  }

  /** The first half: what was measured and said, up to the session of the vehicle. */
  void hear(EvseInput input) {
    if (input instanceof EvseInput.Measured measured) {
      take(measured.reading());
    }
    watched = watchedLately(input);
    if (!watched) {
      state.measured = state.measured.forgetOldFaults(now.nanos());
      safety.look(input);
      pilot(pilotInput(input));
    }
    if (input instanceof EvseInput.Commanded commanded) {
      users.command(commanded.command());
    }
    if (input instanceof EvseInput.Shutdown shutdown) {
      state.shutdown = Optional.of(shutdown.reason());
    }
    if (input instanceof EvseInput.SampleEvery interval) {
      state.sampleEveryNanos = interval.nanos();
    }
    if (input instanceof EvseInput.PlugWithin time) {
      state.plugNanos = time.nanos();
    }
    basics.hear(input);
    link.run(input);
  }

  /** The response that need not wait for the second half. */
  Optional<EvseEffect.Respond> answer() {
    return link.answer();
  }

  /** The second half: what follows from it for users, power, devices and people. */
  void settle() {
    users.tick();
    billing.run();
    plans.tick();
    if (!watched) {
      resting.watchEnergy();
    }
    link.choosePath();
    plans.steer();
    outputs.decide();
    basics.run(outputs.lockWanted());
    dc(new DcOrder.Tick());
    outputs.permit();
    outputs.offer();
    outputs.devices();
    basics.claim(outputs::alone);
    billing.finish();
    outputs.tell();
  }

  private boolean watched;

  /** Our own: so often supervisor and pilot line are looked at where nothing was measured. */
  private static final long LOOK_NANOS = 10_000_000;

  /**
   * A request of the vehicle changes nothing that supervisor and pilot line watch, and they were
   * asked within the last 10 ms: it does not wait for them. Whatever is measured, and the tick of
   * the loop, is looked at always.
   */
  private boolean watchedLately(EvseInput input) {
    boolean lately =
        input instanceof EvseInput.Vehicle
            && state.lookedNanos.isPresent()
            && now.nanos() - state.lookedNanos.getAsLong() < LOOK_NANOS;
    if (!lately) {
      state.lookedNanos = OptionalLong.of(now.nanos());
    }
    return lately;
  }

  // ---- effects

  void add(EvseEffect effect) {
    effects.add(effect);
  }

  void observe(Observation observation) {
    effects.add(new EvseEffect.Observe(observation));
  }

  void note(String text) {
    observe(new Observation.Note(text));
  }

  /** Ends the part of the session that runs and begins another; "" begins none. */
  void phase(String name) {
    if (state.phase.orElse("").equals(name)) {
      return;
    }
    state.phase.ifPresent(old -> observe(new Observation.Phase(old, false)));
    state.phase = name.isEmpty() ? Optional.empty() : Optional.of(name);
    state.phase.ifPresent(begun -> observe(new Observation.Phase(begun, true)));
  }

  /** What the station can do in this session. */
  EvseView.PowerEnvelope envelope() {
    return outputs.envelope();
  }

  /** What safety, fuse, cable and grid operator permit. */
  PowerDecision hardLimits() {
    return outputs.hardLimits();
  }

  /** Power that is on offer by duty cycle, W; absent while there is none. */
  Optional<Double> offeredWatts() {
    return basics.offeredWatts();
  }

  /** The station has power to give, or asks for some, whatever the vehicle says. */
  boolean energyAvailable() {
    return outputs.energyAvailable();
  }

  /** What the outlet itself can, whatever anybody wants. */
  PowerDecision hardware() {
    return outputs.hardware();
  }

  /** Why this vehicle may not give energy back; absent where it may. */
  Optional<String> dischargeDenied() {
    boolean direct = settings.dc().isPresent();
    if (!state.entitlement.discharge(settings.energy().discharge(), direct)) {
      return Optional.of("no entitlement to discharge");
    }
    // R14: over AC only a vehicle on the allow-list gives energy back; DC is the station's alone.
    boolean certified =
        direct || state.vehicle.evccId().filter(settings.link()::mayDischarge).isPresent();
    return certified
        ? Optional.empty()
        : Optional.of("vehicle is not certified for discharge here");
  }

  /** What the user needs, where the station knows it (R12). */
  Optional<UserNeeds> needs() {
    return settings.link().needs(state.vehicle.evccId());
  }

  /** The energy decision as if the vehicle had no wish of its own. */
  PowerDecision wanted() {
    return outputs.withoutRequest();
  }

  /** The power electronics sleep because the back office wants it (OCPP 2.1 Q10). */
  boolean sleeping() {
    return resting.sleeping();
  }

  Plans plans() {
    return plans;
  }

  /** What the session of the vehicle sees. */
  EvseView view() {
    return view.now();
  }

  /**
   * Rating of the cable at an AC outlet, A. No current flows through a socket in which no plug is
   * known: its cable may be the thinnest (IEC 61851-1 Table B.2). Absent for the station's own
   * cable, which the board file bounds.
   */
  Optional<Double> cableAmps() {
    if (settings.ac().isEmpty()) {
      return Optional.empty();
    }
    Optional<Double> told = state.measured.cableRating().map(Amps::value);
    return told.isEmpty() && settings.hasSocket() ? Optional.of(0.0) : told;
  }

  Basics basics() {
    return basics;
  }

  Safety safety() {
    return safety;
  }

  // ---- readings

  private void take(Reading reading) {
    Measurements before = state.measured;
    state.measured = before.with(reading, now.nanos());
    switch (reading) {
      case Reading.Contactor value -> {
        if (value.closed() != before.contactorSaid().orElse(false)) {
          observe(new Observation.Contactor(value.closed()));
        }
      }
      case Reading.ContactorUnknown value ->
          note("nobody hears the mirror contacts any more: they may be closed");
      case Reading.Lock value -> {
        if (value.locked() != before.locked().orElse(false)) {
          observe(new Observation.Lock(value.locked()));
        }
      }
      case Reading.Rfid value -> users.card(value.uid());
      case Reading.ResidualCurrent value -> safety.residualCurrent(value);
      case Reading.Pilot value -> {}
      case Reading.Proximity value -> {}
      case Reading.Meter value -> {}
      case Reading.Converter value -> {}
      case Reading.Isolation value -> {}
      case Reading.Temperature value -> {}
      case Reading.EmergencyStop value -> {}
      case Reading.Grid value -> {}
      case Reading.GridLimit value -> gridLimit(value.charge().map(Watts::value));
      case Reading.Site value ->
          state.site = Optional.of(new SiteWord(value.power().value(), now.nanos()));
      case Reading.GridQuality value -> {}
      case Reading.Earth value -> {}
      case Reading.Supply value -> {}
      case Reading.DeviceFault value -> {}
    }
  }

  /** K11, K12: it holds here at once, and the back office hears of it. */
  private void gridLimit(Optional<Double> watts) {
    if (!watts.equals(state.gridLimit)) {
      state.gridLimit = watts;
      add(
          new EvseEffect.Tell(
              new StationEvent.ExternalWord(
                  "SO",
                  settings.id(),
                  watts,
                  Optional.empty(),
                  Optional.empty(),
                  false,
                  watts.isPresent(),
                  Optional.empty())));
    }
  }

  // ---- the pilot line

  /** Our own: how long what was measured before our first signal may be on its way. */
  private static final long START_NANOS = 2_000_000_000L;

  /** IEC 61851-1 Table A.2: state F is steady at -12 V, within a volt. */
  private static final double STATE_F_VOLTS = -11;

  private PilotInput pilotInput(EvseInput input) {
    if (input instanceof EvseInput.Measured measured) {
      if (measured.reading() instanceof Reading.Pilot pilot && !beforeOurSignal(pilot)) {
        return new PilotInput.Sample(pilot.high().value(), pilot.low().value());
      }
      if (measured.reading() instanceof Reading.Contactor contactor) {
        return new PilotInput.ContactorFeedback(contactor.closed());
      }
      if (measured.reading() instanceof Reading.ContactorUnknown) {
        return new PilotInput.ContactorFeedbackLost();
      }
    }
    return new PilotInput.Tick();
  }

  /** A board starts in state F; a late word of that time says nothing about the line. */
  private boolean beforeOurSignal(Reading.Pilot pilot) {
    if (state.startedNanos.isEmpty()) {
      state.startedNanos = Optional.of(now.nanos());
    }
    return now.nanos() - state.startedNanos.get() < START_NANOS
        && !(state.signal instanceof PilotSignal.Negative)
        && pilot.high().value() <= STATE_F_VOLTS;
  }

  /** Everything that may move a contactor, as it is now. */
  SafeLine line() {
    return new SafeLine(state.pilot, state.supervisor, state.permission);
  }

  void pilot(PilotInput input) {
    safety.take(line().pilot(input, now.nanos()));
  }

  void carryOut(PilotEffect effect) {
    switch (effect) {
      case PilotEffect.SignalSteady steady -> signal(new PilotSignal.Steady());
      case PilotEffect.SignalPwm pwm -> signal(new PilotSignal.Pwm(pwm.dutyPercent()));
      case PilotEffect.SignalNotAvailable none -> signal(new PilotSignal.Negative());
      case PilotEffect.CloseContactors close -> {
        state.contactorsCommanded = true;
        add(new EvseEffect.CloseContactors(phases()));
      }
      case PilotEffect.OpenContactors open -> {
        state.contactorsCommanded = false;
        add(new EvseEffect.OpenContactors(open.reason()));
      }
      case PilotEffect.StateChanged changed -> {
        state.line = changed.to();
        observePilot(changed.from());
        if (changed.to() == PilotState.A) {
          unplugged();
        } else if (!state.plugged() && isVehicle(changed.to())) {
          link.plugged();
          state.selfTest = state.selfTest.vehicleCame();
        }
      }
      // A fault of the line is one of the station, which the safe line has told.
      case PilotEffect.Fault fault -> {}
      case PilotEffect.FaultCleared cleared -> {}
      case PilotEffect.BcbToggle toggle -> {
        note("the vehicle toggled B-C-B, pulse " + toggle.count());
        resting.toggled();
      }
    }
  }

  /** How many phases the contactors connect. */
  int phases() {
    return switch (settings.evse().outlet()) {
      case Outlet.Dc dc -> 1;
      case Outlet.Ac ac ->
          state.path instanceof ChargingPath.Basic
              ? state.basic.phases(settings.evse().phases())
              : settings.evse().phases();
    };
  }

  private void signal(PilotSignal signal) {
    if (!signal.equals(state.signal)) {
      state.signal = signal;
      observePilot(state.line);
    }
    add(new EvseEffect.Pilot(signal));
  }

  private void observePilot(PilotState from) {
    Optional<Reading.Pilot> level = state.measured.pilot();
    observe(
        new Observation.Pilot(
            from,
            state.line,
            level.map(value -> value.high().value()).orElse(0.0),
            level.map(value -> value.low().value()).orElse(0.0),
            state.signal instanceof PilotSignal.Pwm pwm
                ? Optional.of(pwm.dutyPercent())
                : Optional.empty()));
  }

  private void unplugged() {
    if (state.plugged()) {
      link.unplugged();
      billing.unplugged();
      users.unplugged();
      basics.forget();
      state.measured = state.measured.forNewVehicle();
      observe(new Observation.Phase("plugged", false));
      phase("");
    }
  }

  private static boolean isVehicle(PilotState line) {
    return line == PilotState.B || line == PilotState.C || line == PilotState.D;
  }

  // ---- the DC power path

  /** Hands an order to the DC power path; an AC outlet has none. */
  void dc(DcOrder order) {
    if (settings.dc().isEmpty()) {
      return;
    }
    DcState before = state.dc;
    state.dc = before.on(order, dcView(), now.nanos());
    if (state.dc != before && state.dc instanceof Broken broken) {
      safety.raise(broken.fault(), broken.detail());
    }
  }

  /** Asked for several times in a step; what it is made of is immutable. */
  @SuppressWarnings("ReferenceEquality") // the same object is the same, whatever it holds
  DcView dcView() {
    if (seen.isEmpty()
        || seenMeasured != state.measured
        || seenDecision != state.decision
        || seenVehicle != state.vehicle
        || seenDc != state.dc
        || seenCommanded != state.contactorsCommanded) {
      seenMeasured = state.measured;
      seenDecision = state.decision;
      seenVehicle = state.vehicle;
      seenDc = state.dc;
      seenCommanded = state.contactorsCommanded;
      seen = Optional.of(lookAtDc());
    }
    return seen.get();
  }

  private Optional<DcView> seen = Optional.empty();
  private Measurements seenMeasured = Measurements.NONE;
  private PowerDecision seenDecision = PowerDecision.NOTHING;
  private VehicleKnowledge seenVehicle = VehicleKnowledge.NOTHING;
  private DcState seenDc = new Off();
  private boolean seenCommanded;

  private DcView lookAtDc() {
    Optional<Reading.Converter> converter = state.measured.converter();
    boolean known = converter.isPresent();
    return new DcView(
        state.contactorsClosed(),
        known ? converter.get().volts().value() : 0,
        known ? converter.get().vehicleVolts().value() : 0,
        known ? converter.get().amps().value() : 0,
        state.measured.kiloOhms(),
        state.measured.kiloOhmsAtNanos(),
        outputs.targetAmps(),
        outputs.ceilingVolts(),
        floorVolts());
  }

  double ceilingVolts() {
    double station = settings.dc().isPresent() ? settings.dc().get().maxVolts().value() : 0;
    Optional<Double> vehicle = state.vehicle.state().flatMap(SeccEffect.VehicleState::voltsMax);
    return vehicle.isPresent() ? Math.min(vehicle.get(), station) : station;
  }

  double floorVolts() {
    double station = settings.dc().isPresent() ? settings.dc().get().minVolts().value() : 0;
    double ceiling = ceilingVolts();
    Optional<Double> vehicle = state.vehicle.state().flatMap(SeccEffect.VehicleState::voltsMin);
    double floor = vehicle.isPresent() ? Math.max(vehicle.get(), station) : station;
    return floor <= ceiling ? floor : Math.min(station, ceiling);
  }
}
