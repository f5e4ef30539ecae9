package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.circuit.Claim;
import energy.ebbflow.firmware.evse.basic.BasicCharging;
import energy.ebbflow.firmware.evse.basic.BasicReport;
import energy.ebbflow.firmware.evse.basic.BasicView;
import energy.ebbflow.firmware.evse.path.ChargingPath;
import energy.ebbflow.firmware.power.Bounds;
import energy.ebbflow.firmware.power.GivenBounds;
import energy.ebbflow.firmware.power.Lease;
import energy.ebbflow.firmware.power.PowerDecision;
import energy.ebbflow.firmware.power.Precedence;
import energy.ebbflow.firmware.vehicles.Identity;
import energy.ebbflow.firmware.vehicles.KnownVehicle;
import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.lock.LockEffect;
import energy.ebbflow.iec61851.lock.LockFault;
import energy.ebbflow.iec61851.lock.LockInput;
import energy.ebbflow.iec61851.lock.LockMachine;
import energy.ebbflow.iec61851.tolerance.VehicleKey;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Charging by duty cycle within a pass: what it sees, whom it charges, and what it tells. */
final class Basics {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** OCPP's name for the token of a contract. */
  private static final String CONTRACT = "eMAID";

  /** OCPP's way to say that nobody had to identify. */
  private static final String NOBODY = "NoAuthorization";

  private final Pass pass;

  Basics(Pass pass) {
    this.pass = pass;
  }

  // ---- whom

  /** Takes what concerns the vehicle's identity and the memory. */
  void hear(EvseInput input) {
    if (input instanceof EvseInput.Remembered remembered) {
      boolean ours =
          remembered
              .visit()
              .map(visit -> visit == pass.state.visit)
              .orElseGet(() -> isHere(remembered.vehicle()));
      if (ours) {
        pass.state.basic = pass.state.basic.remembering(remembered.vehicle());
      }
    } else if (input instanceof EvseInput.Granted granted) {
      pass.state.grant = granted.grant();
    } else if (input instanceof EvseInput.Shown shown
        && pass.state.plugged()
        && pass.settings.ac().isPresent()
        // One modem a visit: whoever else is heard on the line is not this vehicle.
        && pass.state.shown.stream().noneMatch(i -> i.kind() == shown.identity().kind())) {
      ask(Set.of(shown.identity()));
    }
  }

  private boolean isHere(KnownVehicle changed) {
    return pass.state.basic.vehicle().filter(here -> here.key().equals(changed.key())).isPresent();
  }

  /** Asks the memory as soon as the vehicle or its user has shown something more. */
  private void identify() {
    if (pass.settings.ac().isEmpty() || !pass.state.plugged()) {
      return;
    }
    Set<Identity> now = new LinkedHashSet<>();
    if (pass.settings.basic().homeVehicle()) {
      now.add(Identity.home());
    }
    pass.state
        .vehicle
        .evccId()
        .filter(Basics::usable)
        .ifPresent(id -> now.add(new Identity(VehicleKey.Kind.EVCC_ID, id)));
    token().ifPresent(now::add);
    ask(now);
  }

  private void ask(Set<Identity> more) {
    Set<Identity> all = new LinkedHashSet<>(pass.state.shown);
    if (all.addAll(more)) {
      pass.state.shown = List.copyOf(all);
      pass.add(new EvseEffect.Recall(pass.state.visit, pass.state.shown));
    }
  }

  private Optional<Identity> token() {
    Optional<IdToken> token =
        pass.state.authorisation instanceof Authorisation.Accepted accepted
            ? Optional.of(accepted.token())
            : pass.state.running().map(Transaction.Running::token);
    // The station's own token says nothing about the vehicle.
    return token
        .filter(shown -> !shown.type().equals(NOBODY) && usable(shown.value()))
        .filter(shown -> !pass.settings.autoToken().equals(Optional.of(shown)))
        .map(
            shown ->
                new Identity(
                    shown.type().equalsIgnoreCase(CONTRACT)
                        ? VehicleKey.Kind.CONTRACT
                        : VehicleKey.Kind.ID_TOKEN,
                    shown.value()));
  }

  private static boolean usable(String text) {
    return !text.isBlank() && text.length() <= Identity.CHARS_MAX;
  }

  /** The vehicle is gone; the next one is another. */
  void forget() {
    pass.state.visit++;
    pass.state.shown = List.of();
    pass.state.chargedInVisit = false;
    pass.state.basic =
        pass.state.basic.unplugged(
            pass.state.contactorsClosed(), pass.now.nanos(), pass.now.wall());
  }

  // ---- what

  /**
   * Lets the duty cycle follow the energy decision, as the vehicle bears it, and the bolt the
   * session: both before anything may be energised.
   *
   * @param held the plug is to be held
   */
  void run(boolean held) {
    if (pass.settings.hasSocketLock()) {
      lock(held);
    }
    identify();
    boolean idle = !permitted() && !pass.state.basic.active();
    if (pass.settings.ac().isEmpty() || idle) {
      return;
    }
    BasicCharging.Step step = pass.state.basic.step(view(), pass.now.nanos(), pass.now.wall());
    pass.state.basic = step.next();
    pass.state.chargedInVisit |= permitted() && pass.state.contactorsCommanded;
    step.reports().forEach(this::tell);
  }

  private BasicView view() {
    EvseState state = pass.state;
    PowerDecision hard = pass.hardLimits();
    double hardAmps = Math.min(outletAmps(), amps(state.stationBounds));
    return new BasicView(
        permitted(),
        Math.max(0, state.decision.setpoint().value()),
        hard.charge().max().value(),
        Math.min(hardAmps, amps(state.outletBounds)),
        hardAmps,
        pass.settings.evse().nominalVolts().value(),
        pass.settings.evse().phases(),
        state.line,
        state.measured.meter().isPresent() ? state.measured.outletAmps() : Optional.empty(),
        state.measured.meter().map(meter -> meter.power().value()),
        state.contactorsClosed(),
        interrupted(),
        (pass.now.nanos() - state.pluggedNanos) / NANOS_PER_SECOND,
        secondsToDeparture(),
        secondsNeeded());
  }

  /**
   * The earlier of what the vehicle said and what the station knows of its user. A departure of
   * this visit that has passed is now, not tomorrow.
   */
  private Optional<Long> secondsToDeparture() {
    EvseState state = pass.state;
    Instant now = pass.now.wall();
    Instant plugged = now.minusNanos(pass.now.nanos() - state.pluggedNanos);
    return Stream.concat(
            state.vehicle.leaves().stream(),
            pass.needs().flatMap(known -> known.departureAfter(plugged)).stream())
        .min(Comparator.naturalOrder())
        .map(leaves -> Math.max(0, Duration.between(now, leaves).toSeconds()));
  }

  /** By the energy that a vehicle asked for in an earlier session of this visit. */
  private long secondsNeeded() {
    double watts = pass.hardware().charge().max().value();
    double wattHours =
        pass.state.vehicle.state().flatMap(SeccEffect.VehicleState::energyTargetWh).orElse(0.0);
    return watts > 0 ? Math.round(Math.max(0, wattHours) / watts * SECONDS_PER_HOUR) : 0;
  }

  private static final double SECONDS_PER_HOUR = 3_600;

  /** Our own: what is plugged so soon after the start was plugged before it. */
  private static final long START_NANOS = 10 * NANOS_PER_SECOND;

  /** The vehicle may have been interrupted without anybody seeing how it bore it. */
  private boolean interrupted() {
    EvseState state = pass.state;
    boolean wasThere =
        state.startedNanos.filter(at -> state.pluggedNanos - at < START_NANOS).isPresent();
    return wasThere || state.chargedInVisit;
  }

  private boolean permitted() {
    EvseState state = pass.state;
    return state.path instanceof ChargingPath.Basic
        && state.running().isPresent()
        && state.stopping().isEmpty();
  }

  /** What a warm or cool outlet and its cable carry on each phase, however many there are. */
  private double outletAmps() {
    double rated = pass.settings.ac().map(ac -> ac.max().value()).orElse(0.0);
    double outlet = rated * pass.state.supervisor.derating().fraction();
    return Math.min(outlet, pass.cableAmps().orElse(Double.MAX_VALUE));
  }

  /** A limit that was told per phase stays one when fewer phases are connected. */
  private double amps(Optional<GivenBounds> given) {
    return given
        .filter(
            bounds ->
                bounds.expiresAtNanos().isEmpty()
                    || bounds.expiresAtNanos().get() - pass.now.nanos() > 0)
        .flatMap(bounds -> bounds.bounds().chargeLimit())
        .filter(limit -> limit.unit() == Unit.AMPERE)
        .map(Quantity::value)
        .orElse(Double.MAX_VALUE);
  }

  /** Power that is on offer by duty cycle, W; absent while there is none. */
  Optional<Double> offeredWatts() {
    return pass.state.offer instanceof PilotOffer.Basic(double amps)
        ? Optional.of(
            amps
                * pass.settings.evse().nominalVolts().value()
                * pass.state.basic.phases(pass.settings.evse().phases()))
        : Optional.empty();
  }

  // ---- a circuit that is shared

  /** Name of the lease, for people. */
  static final String CIRCUIT = "shared circuit";

  /** Our own: an outlet says what it wants this often; a grant lives five times as long. */
  private static final long CLAIM_EVERY_NANOS = NANOS_PER_SECOND;

  /** Our own: a smaller change waits for the next time. */
  private static final double CLAIM_AMPS = 0.1;

  /** IEC 61851-1 Table A.6, sequence 6: the vehicle follows a new duty within 5 s. */
  private static final long FOLLOWS_NANOS = 5 * NANOS_PER_SECOND;

  private boolean shares() {
    return pass.settings.basic().sharedCircuit() && pass.settings.ac().isPresent();
  }

  /** What the circuit leaves for this outlet. */
  Optional<Lease> circuitLease() {
    if (!shares()) {
      return Optional.empty();
    }
    double amps = pass.state.grant.ampsAt(pass.now.nanos());
    return Optional.of(
        Lease.standing(
            CIRCUIT, Precedence.HARD, Bounds.charge(amps * pass.settings.wattsPerAmp())));
  }

  /**
   * Says what this outlet wants of the circuit, when it changed and once a second.
   *
   * @param decision the energy decision as if nobody shared
   */
  void claim(Supplier<PowerDecision> decision) {
    if (!shares()) {
      return;
    }
    EvseState state = pass.state;
    double wanted = Math.max(0, decision.get().setpoint().value()) / pass.settings.wattsPerAmp();
    boolean basic = permitted();
    double minimum = basic ? state.basic.minimumAmps() : pass.settings.energy().basicAmpsMin();
    boolean pausable = basic && state.basic.pausable();
    boolean charges = basic || (state.path instanceof ChargingPath.HighLevel && state.acTransfer);
    // Whoever does not bear a pause needs its minimum whatever a service asks for.
    double needed = !charges ? 0 : basic && !pausable ? Math.max(wanted, minimum) : wanted;
    Claim claim =
        new Claim(
            pass.settings.id(),
            needed < minimum ? 0 : Math.min(needed, outletAmps()),
            minimum,
            pausable,
            heldAmps(),
            state.grant.ampsAt(pass.now.nanos()));
    boolean due =
        state.claimed.filter(before -> similar(before, claim)).isEmpty()
            || pass.now.nanos() - state.claimedNanos >= CLAIM_EVERY_NANOS;
    if (due) {
      state.claimed = Optional.of(claim);
      state.claimedNanos = pass.now.nanos();
      pass.add(new EvseEffect.Share(claim));
    }
  }

  private static boolean similar(Claim a, Claim b) {
    return Math.abs(a.wantedAmps() - b.wantedAmps()) < CLAIM_AMPS
        && Math.abs(a.heldAmps() - b.heldAmps()) < CLAIM_AMPS
        && Math.abs(a.obeyedAmps() - b.obeyedAmps()) < CLAIM_AMPS
        && a.minimumAmps() == b.minimumAmps()
        && a.pausable() == b.pausable();
  }

  /** What the vehicle may be drawing now: nothing through open contactors. */
  private double heldAmps() {
    EvseState state = pass.state;
    double offered =
        state.offer instanceof PilotOffer.Basic(double amps)
            ? amps
            : state.acTransfer
                ? Math.max(0, state.decision.setpoint().value()) / pass.settings.wattsPerAmp()
                : 0;
    boolean followed = pass.now.nanos() - state.peakNanos >= FOLLOWS_NANOS;
    if (offered >= state.peakAmps || followed) {
      state.peakAmps = offered;
      state.peakNanos = pass.now.nanos();
    }
    if (!state.contactorsClosed() && !state.contactorsCommanded) {
      return 0;
    }
    double drawn = state.measured.meter().isPresent() ? state.measured.outletAmps().orElse(0.0) : 0;
    return Math.max(Math.max(0, drawn), state.peakAmps);
  }

  // ---- the line after a fault

  /**
   * IEC 61851-1 Table A.6: state F lasts at least 300 ms (sequence 12), and 5 s release the plug.
   * Then the line rests in X1, because in state F nobody sees that the vehicle is unplugged.
   */
  static final long FAULT_NANOS = 6 * NANOS_PER_SECOND;

  /** A vehicle that is charged by duty cycle is told of a fault by state F. */
  boolean showsFault() {
    EvseState state = pass.state;
    if (!pass.safety().openNow()) {
      state.faultNanos = Optional.empty();
      return false;
    }
    long since = state.faultNanos.orElse(pass.now.nanos());
    state.faultNanos = Optional.of(since);
    return state.chargedInVisit
        && state.session.isEmpty()
        && pass.now.nanos() - since < FAULT_NANOS;
  }

  // ---- the plug

  /** IEC 61851-1 Table A.6: a plug is released when state F has lasted for 5 s. */
  static final long RELEASE_IN_F_NANOS = 5 * NANOS_PER_SECOND;

  private static final String LOCK_FAILURE = "ConnectorLockFailure";

  /** Energy may flow as far as the lock is concerned. */
  boolean plugHeld() {
    return !pass.settings.hasSocketLock() || pass.state.bolt.secured();
  }

  /**
   * Drives the bolt of a socket.
   *
   * @param wanted a session may carry energy
   */
  private void lock(boolean wanted) {
    bolt(new LockInput.ContactorFeedback(pass.state.contactorsClosed()));
    pass.state.measured.locked().ifPresent(locked -> bolt(new LockInput.Feedback(locked)));
    bolt(new LockInput.Want(wanted && !released()));
    bolt(new LockInput.Tick());
    // What the supervisor holds against the lock: a bolt that was in, or that has given up.
    boolean answerable =
        pass.state.bolt.secured() || (wanted && pass.state.bolt.fault().isPresent());
    pass.state.lock = Optional.of(answerable);
  }

  /** State F that wakes a vehicle, or announces a new beginning, is no reason to release it. */
  private boolean released() {
    EvseState state = pass.state;
    boolean steady =
        state.offer instanceof PilotOffer.NotAvailable
            && !(state.path instanceof ChargingPath.Basic
                && state.basic.offer() instanceof PilotOffer.NotAvailable)
            && !(state.path instanceof ChargingPath.Quiet);
    if (!steady) {
      state.unavailableNanos = Optional.empty();
      return false;
    }
    long since = state.unavailableNanos.orElse(pass.now.nanos());
    state.unavailableNanos = Optional.of(since);
    return pass.now.nanos() - since >= RELEASE_IN_F_NANOS;
  }

  private void bolt(LockInput input) {
    LockMachine.Step step = pass.state.bolt.step(input, pass.now.nanos());
    pass.state.bolt = step.next();
    for (LockEffect effect : step.effects()) {
      switch (effect) {
        case LockEffect.Lock lock -> pass.add(new EvseEffect.Lock(true));
        case LockEffect.Unlock unlock -> pass.add(new EvseEffect.Lock(false));
        // The permission of this very pass follows it.
        case LockEffect.Secured secured -> {}
        case LockEffect.Fault fault -> lockFault(fault.fault(), false);
        case LockEffect.FaultCleared cleared -> lockFault(cleared.fault(), true);
      }
    }
  }

  /** A bolt that does not move in or was lost ends the session: that is the supervisor's. */
  private void lockFault(LockFault fault, boolean cleared) {
    if (fault != LockFault.DOES_NOT_UNLOCK) {
      return;
    }
    String text =
        cleared
            ? "the plug is released"
            : "the plug does not come free after "
                + LockMachine.ATTEMPTS
                + " strokes; it is tried again every "
                + LockMachine.RETRY_NANOS / NANOS_PER_SECOND
                + " s";
    pass.observe(new Observation.Fault(LOCK_FAILURE, text, cleared));
    pass.add(
        new EvseEffect.Tell(
            new StationEvent.Fault(
                pass.settings.id(), LOCK_FAILURE, text, cleared, pass.now.wall())));
  }

  // ---- what is told

  private void tell(BasicReport report) {
    pass.observe(new Observation.Basic(report));
    Optional<Double> request = Optional.empty();
    Optional<Double> offered = Optional.empty();
    switch (report) {
      case BasicReport.AboveRequest above -> {
        request = Optional.of(above.requestWatts());
        offered = Optional.of(above.offeredWatts());
      }
      case BasicReport.Paused paused -> request = Optional.of(paused.requestWatts());
      case BasicReport.Learned learned ->
          pass.state
              .basic
              .vehicle()
              .ifPresent(
                  vehicle -> pass.add(new EvseEffect.Learn(vehicle.key(), learned.tolerance())));
      case BasicReport.AboveRequestEnded ended -> {}
      case BasicReport.Resumed resumed -> {}
      case BasicReport.WakingUp waking -> {}
      case BasicReport.DoesNotResume asleep -> {}
      case BasicReport.PhasesChanging changing -> {}
      case BasicReport.PhasesChanged changed -> {}
    }
    pass.add(
        new EvseEffect.Tell(
            new StationEvent.MinimumCurrent(
                pass.settings.id(),
                report.event(),
                report.reason(),
                request,
                offered,
                report.text(),
                pass.now.wall())));
  }
}
