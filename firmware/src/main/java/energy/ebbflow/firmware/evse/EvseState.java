package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.circuit.Claim;
import energy.ebbflow.firmware.circuit.Grant;
import energy.ebbflow.firmware.evse.basic.BasicCharging;
import energy.ebbflow.firmware.evse.dc.DcState;
import energy.ebbflow.firmware.evse.dc.Off;
import energy.ebbflow.firmware.evse.entitlement.Entitlement;
import energy.ebbflow.firmware.evse.entitlement.ServiceWish;
import energy.ebbflow.firmware.evse.measure.Measurements;
import energy.ebbflow.firmware.evse.path.ChargingPath;
import energy.ebbflow.firmware.power.GivenBounds;
import energy.ebbflow.firmware.power.LocalControl;
import energy.ebbflow.firmware.power.PowerDecision;
import energy.ebbflow.firmware.power.SiteWord;
import energy.ebbflow.firmware.power.der.GridSupport;
import energy.ebbflow.firmware.supervisor.ResidualSelfTest;
import energy.ebbflow.firmware.supervisor.Supervisor;
import energy.ebbflow.firmware.vehicles.Identity;
import energy.ebbflow.hal.Indicator;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.iec61851.PilotConfig;
import energy.ebbflow.iec61851.PilotMachine;
import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.iec61851.lock.LockMachine;
import energy.ebbflow.iso15118.secc.PowerPlan;
import energy.ebbflow.iso15118.secc.VehicleDetail;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerCourse;
import energy.ebbflow.ocpp.domain.StationEvent.ConnectorStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything an outlet remembers. A pass works on its own copy; the state inside an {@link Evse} is
 * never changed.
 */
final class EvseState {
  // What the machines below remember.
  PilotMachine pilot;
  Supervisor supervisor;
  ResidualSelfTest selfTest = ResidualSelfTest.UNTESTED;
  ChargingPath path = new ChargingPath.Unplugged();
  Optional<VehicleSession> session = Optional.empty();
  Optional<VehicleSession> previous = Optional.empty();
  DcState dc = new Off();
  boolean loopHeard;

  /** The session of an AC vehicle agreed on power: that is the permission to close. */
  boolean acTransfer;

  /** When the session began, and when energy began to flow in it. */
  long sessionNanos;

  Optional<Long> energyNanos = Optional.empty();

  /** Since when the station has had nothing to give to a vehicle that is ready for it. */
  Optional<Long> emptySinceNanos = Optional.empty();

  /** How often in a row the vehicle's sessions broke before any energy, by protocol. */
  Map<String, Integer> breaks = Map.of();

  /** How often in a row they broke because the user was not accepted. */
  int rejections;

  /** The vehicle rests in its session, contactors open, and whether it is wanted back. */
  boolean standby;

  boolean standbyOver;

  /** The vehicle was asked to pause; what it ends is not the transaction. */
  boolean pauseAsked;

  /** Until when a nominal duty was told: 5 % follows only after a steady signal. */
  Optional<Long> nominalNanos = Optional.empty();

  boolean settled;

  /** The bolt of the plug; only where there is a socket with a lock. */
  LockMachine bolt = LockMachine.initial();

  /** Since when a fault has kept the contactors open at once. */
  Optional<Long> faultNanos = Optional.empty();

  /** Since when the line has been in state F for good, not to wake a vehicle. */
  Optional<Long> unavailableNanos = Optional.empty();

  // What is known.
  Measurements measured = Measurements.NONE;
  PilotState line = PilotState.A;
  long link;
  VehicleKnowledge vehicle = VehicleKnowledge.NOTHING;
  Optional<GivenBounds> stationBounds = Optional.empty();
  Optional<GivenBounds> outletBounds = Optional.empty();

  /** What the operator of the grid bounds this outlet to, W. */
  Optional<Double> gridLimit = Optional.empty();

  /** Power of the site's connection, and the set-point that was made of the grid. */
  Optional<SiteWord> site = Optional.empty();

  LocalControl local = LocalControl.NONE;

  /** Until when a schedule of the back office is waited for (OCPP K15, K18). */
  Optional<Long> planUntilNanos = Optional.empty();

  /** What the grid code demands, and where it stands. */
  GridSupport gridSupport = GridSupport.NONE;

  /** What the back office wants over time, and the plan that was made of it. */
  Optional<PowerCourse> course = Optional.empty();

  Optional<PowerPlan> plan = Optional.empty();
  Optional<Long> planNanos = Optional.empty();
  int planVersion;

  /** What the vehicle showed last, and when. */
  VehicleDetail displayed = VehicleDetail.UNKNOWN;

  Optional<Long> displayedNanos = Optional.empty();
  Authorisation authorisation = new Authorisation.None();

  /** What the user may, and whether the vehicle has to hear of it. */
  Entitlement entitlement = Entitlement.UNSAID;

  ServiceWish serviceWish = ServiceWish.NONE;
  Transaction transaction = new Transaction.None();
  PowerDecision decision = PowerDecision.NOTHING;

  /** What the station said about power last: found anew when something of it is another. */
  Optional<Leases.Gathered> gathered = Leases.Gathered.NOTHING;

  /** Charging by duty cycle: the offer, and what is remembered of the vehicle. */
  BasicCharging basic;

  /** What may be used of a shared circuit; nothing before the first word. */
  Grant grant = Grant.NOTHING;

  Optional<Claim> claimed = Optional.empty();
  long claimedNanos;

  /** The largest current that was offered lately, and when: a vehicle follows within 5 s. */
  double peakAmps;

  long peakNanos;

  /** The present vehicle has been charged by duty cycle. */
  boolean chargedInVisit;

  /** Counts the plugged vehicles. */
  long visit;

  /** What the present vehicle and its user showed, the memory was asked about. */
  List<Identity> shown = List.of();

  /** The token of the transaction turned out not to be good: it goes on without energy. */
  boolean tokenRefused;

  boolean operative = true;
  boolean online;
  boolean unlockWanted;

  /** Who wants to know whether the plug has come free. */
  Optional<Users.Unlocking> unlocking = Optional.empty();

  Optional<String> shutdown = Optional.empty();
  Optional<String> restart = Optional.empty();

  /** The outlet alone is to begin anew once no transaction runs. */
  boolean renewal;

  boolean announcedStop;
  long pluggedNanos;
  Optional<Long> startedNanos = Optional.empty();

  // Numbers that only grow.
  long questions;
  long transactions;

  // What was commanded or told last, so that only changes are.
  boolean contactorsCommanded;
  boolean permission;
  PilotOffer offer = new PilotOffer.None();
  PilotSignal signal = new PilotSignal.Steady();
  Optional<PowerConverter.Command> converter = Optional.empty();
  boolean isolationRuns;
  Optional<Boolean> lock = Optional.empty();
  Optional<Indicator.Sign> sign = Optional.empty();
  Optional<ConnectorStatus.Status> status = Optional.empty();
  Optional<String> phase = Optional.empty();
  PowerDecision toldDecision = PowerDecision.NOTHING;
  long nextSampleNanos;

  /** Since when nobody has heard contactors that are told to be open. */
  OptionalLong openUnheardNanos = OptionalLong.empty();

  /** When supervisor and pilot line were looked at last. */
  OptionalLong lookedNanos = OptionalLong.empty();

  long sampleEveryNanos;
  long plugNanos;
  long keptNanos;
  Optional<Long> idleNanos = Optional.empty();
  boolean sampled;

  EvseState(EvseSettings settings, PilotConfig pilotConfig) {
    pilot = PilotMachine.initial(pilotConfig);
    supervisor = Supervisor.initial(settings.supervisor());
    sampleEveryNanos = settings.sampleNanos();
    plugNanos = settings.plugNanos();
    basic = BasicCharging.initial(settings.basic());
  }

  private EvseState(EvseState from) {
    pilot = from.pilot;
    supervisor = from.supervisor;
    selfTest = from.selfTest;
    path = from.path;
    session = from.session;
    previous = from.previous;
    dc = from.dc;
    loopHeard = from.loopHeard;
    acTransfer = from.acTransfer;
    sessionNanos = from.sessionNanos;
    energyNanos = from.energyNanos;
    emptySinceNanos = from.emptySinceNanos;
    breaks = from.breaks;
    rejections = from.rejections;
    standby = from.standby;
    standbyOver = from.standbyOver;
    pauseAsked = from.pauseAsked;
    nominalNanos = from.nominalNanos;
    settled = from.settled;
    bolt = from.bolt;
    faultNanos = from.faultNanos;
    unavailableNanos = from.unavailableNanos;
    measured = from.measured;
    line = from.line;
    link = from.link;
    vehicle = from.vehicle;
    stationBounds = from.stationBounds;
    outletBounds = from.outletBounds;
    gridLimit = from.gridLimit;
    site = from.site;
    planUntilNanos = from.planUntilNanos;
    local = from.local;
    gridSupport = from.gridSupport;
    course = from.course;
    plan = from.plan;
    planNanos = from.planNanos;
    planVersion = from.planVersion;
    displayed = from.displayed;
    displayedNanos = from.displayedNanos;
    authorisation = from.authorisation;
    entitlement = from.entitlement;
    serviceWish = from.serviceWish;
    transaction = from.transaction;
    decision = from.decision;
    gathered = from.gathered;
    basic = from.basic;
    grant = from.grant;
    claimed = from.claimed;
    claimedNanos = from.claimedNanos;
    peakAmps = from.peakAmps;
    peakNanos = from.peakNanos;
    chargedInVisit = from.chargedInVisit;
    visit = from.visit;
    shown = from.shown;
    tokenRefused = from.tokenRefused;
    operative = from.operative;
    online = from.online;
    unlockWanted = from.unlockWanted;
    unlocking = from.unlocking;
    shutdown = from.shutdown;
    restart = from.restart;
    renewal = from.renewal;
    announcedStop = from.announcedStop;
    pluggedNanos = from.pluggedNanos;
    startedNanos = from.startedNanos;
    questions = from.questions;
    transactions = from.transactions;
    contactorsCommanded = from.contactorsCommanded;
    permission = from.permission;
    offer = from.offer;
    signal = from.signal;
    converter = from.converter;
    isolationRuns = from.isolationRuns;
    lock = from.lock;
    sign = from.sign;
    status = from.status;
    phase = from.phase;
    toldDecision = from.toldDecision;
    nextSampleNanos = from.nextSampleNanos;
    openUnheardNanos = from.openUnheardNanos;
    lookedNanos = from.lookedNanos;
    sampleEveryNanos = from.sampleEveryNanos;
    plugNanos = from.plugNanos;
    keptNanos = from.keptNanos;
    idleNanos = from.idleNanos;
    sampled = from.sampled;
  }

  EvseState copy() {
    return new EvseState(this);
  }

  /** A vehicle is connected, as far as the pilot can tell. */
  boolean plugged() {
    return !(path instanceof ChargingPath.Unplugged);
  }

  /**
   * What the mirror contact said last, or the command where it has said nothing yet. While nobody
   * hears it the contactors count as closed: the plug stays locked, for example.
   */
  boolean contactorsClosed() {
    return measured.contactorLost() || measured.contactorSaid().orElse(contactorsCommanded);
  }

  /** Our own: a contactor that is told to open has long done so. */
  static final long UNHEARD_NANOS = 5_000_000_000L;

  /**
   * Whether the end of a transaction and a restart need wait for the contactors no longer: they are
   * open, or have been told to open for so long while nobody hears them that waiting tells nothing.
   */
  boolean openedOrUnheard(long nowNanos) {
    return !contactorsCommanded
        && (!contactorsClosed()
            || openUnheardNanos.isPresent()
                && nowNanos - openUnheardNanos.getAsLong() >= UNHEARD_NANOS);
  }

  /** Nobody is served here any more: out of service, or about to begin anew. */
  boolean closed() {
    return !operative || restart.isPresent() || renewal;
  }

  /** The transaction that runs. */
  Optional<Transaction.Running> running() {
    return transaction instanceof Transaction.Running running
        ? Optional.of(running)
        : Optional.empty();
  }

  /** What the profiles of this outlet say now, with what it found out by itself. */
  Optional<GivenBounds> steeredBounds() {
    return outletBounds.map(given -> local.applied(given, vehicle.socPercent()));
  }

  /** The transaction is being ended. */
  Optional<Transaction.Stop> stopping() {
    return running().flatMap(Transaction.Running::stop);
  }
}
