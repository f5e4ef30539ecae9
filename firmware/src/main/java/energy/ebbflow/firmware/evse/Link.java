package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.evse.dc.DcOrder;
import energy.ebbflow.firmware.evse.dc.Off;
import energy.ebbflow.firmware.evse.dc.Transferring;
import energy.ebbflow.firmware.evse.path.ChargingPath;
import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.firmware.supervisor.Reaction;
import energy.ebbflow.firmware.supervisor.StationFault;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.iso15118.secc.VehicleDetail;
import energy.ebbflow.iso15118.secc.VehicleWord;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The vehicle's session, and the way it is charged. */
final class Link {
  private final Pass pass;
  private final Users users;
  private final Resting resting;
  private final Words words;

  Link(Pass pass, Users users, Resting resting) {
    this.pass = pass;
    this.users = users;
    this.resting = resting;
    this.words = new Words(pass);
  }

  /** A vehicle was plugged in. */
  void plugged() {
    pass.state.path = pass.settings.path().begin(pass.now.nanos());
    pass.state.pluggedNanos = pass.now.nanos();
    pass.state.vehicle = VehicleKnowledge.NOTHING;
    pass.state.unlockWanted = false;
    pass.observe(new Observation.Phase("plugged", true));
    if (pass.state.path instanceof ChargingPath.Digital) {
      pass.phase("sdp");
    }
    users.wanted();
  }

  /** The vehicle is gone. */
  void unplugged() {
    pass.dc(new DcOrder.Abort("the vehicle was unplugged"));
    dropSession("the vehicle was unplugged");
    pass.state.previous = Optional.empty();
    pass.state.breaks = Map.of();
    pass.state.rejections = 0;
    pass.state.energyNanos = Optional.empty();
    pass.state.emptySinceNanos = Optional.empty();
    pass.state.nominalNanos = Optional.empty();
    pass.state.pauseAsked = false;
    pass.state.path = new ChargingPath.Unplugged();
    pass.state.vehicle = VehicleKnowledge.NOTHING;
    if (pass.settings.dc().isPresent()) {
      pass.state.dc = new Off();
    }
  }

  /** Hands the input, or the time, to the session. */
  void run(EvseInput input) {
    if (input instanceof EvseInput.Connected connected) {
      linkUp(connected);
    } else if (input instanceof EvseInput.Vehicle vehicle) {
      fromVehicle(vehicle);
    } else if (input instanceof EvseInput.Approached) {
      pass.state.path =
          pass.settings.path().approached(pass.state.path, resting.flowsByDuty(), pass.now.nanos());
    } else {
      step(new SeccInput.Tick());
    }
  }

  /** Time has passed for the choice of the way of charging. */
  void choosePath() {
    ChargingPath before = pass.state.path;
    pass.state.path = pass.settings.path().tick(before, pass.now.nanos());
    if (before.equals(pass.state.path)) {
      return;
    }
    if (before instanceof ChargingPath.Digital
        && pass.state.path instanceof ChargingPath.Quiet quiet) {
      pass.note(
          "the vehicle did not connect in time: "
              + (quiet.then() == ChargingPath.After.BASIC
                  ? "basic charging follows"
                  : "trying again"));
    }
    if (pass.state.path instanceof ChargingPath.Ended) {
      pass.note("the vehicle never connected: it is left alone until somebody starts it again");
      Billing.stop(pass, "Other", "EVConnectTimeout");
    }
    pass.phase(pass.state.path instanceof ChargingPath.Digital ? "sdp" : "");
  }

  private void fromVehicle(EvseInput.Vehicle vehicle) {
    if (vehicle.link() != pass.state.link || pass.state.session.isEmpty()) {
      // A late word of a connection that is over.
      step(new SeccInput.Tick());
    } else if (vehicle.input() instanceof SeccInput.LinkDown) {
      step(vehicle.input());
      linkDown();
    } else {
      // What the vehicle says after power was agreed is its charge loop: it asks from now on.
      pass.state.loopHeard |=
          vehicle.input() instanceof SeccInput.Request && pass.state.dc instanceof Transferring;
      step(vehicle.input());
    }
  }

  private void linkUp(EvseInput.Connected connected) {
    ChargingPath next = pass.settings.path().linkUp(pass.state.path, resting.flowsByDuty());
    if (!(next instanceof ChargingPath.HighLevel)
        || pass.state.shutdown.isPresent()
        || !pass.state.operative
        || pass.state.supervisor.demands(Reaction.STOP)) {
      pass.note(
          next instanceof ChargingPath.Ended
              ? "a connection is refused: the session is over, the vehicle has to be unplugged"
                  + " first"
              : "a connection is refused: no vehicle is expected now");
      pass.add(new EvseEffect.CloseLink(connected.link(), "no vehicle is expected now"));
      return;
    }
    dropSession("a newer connection replaces it");
    awake();
    pass.state.path = next;
    pass.state.link = connected.link();
    pass.state.vehicle = VehicleKnowledge.NOTHING;
    pass.state.session =
        Optional.of(
            pass.settings
                .sessions()
                .begin(connected.freshId(), pass.state.previous, failedProtocols()));
    pass.state.dc = new Off();
    pass.state.sessionNanos = pass.now.nanos();
    pass.state.energyNanos = Optional.empty();
    pass.state.pauseAsked = false;
    pass.phase("setup");
    pass.plans().circumstancesChanged();
    step(connected.up());
  }

  /** R1: what broke so often in a row gives way to the next protocol. */
  private Set<String> failedProtocols() {
    return pass.state.breaks.entrySet().stream()
        .filter(entry -> entry.getValue() >= PathChoice.AC_ATTEMPTS)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void countBreak(PathChoice.Break why) {
    String protocol = pass.state.vehicle.protocol();
    if (why == PathChoice.Break.FAILED && pass.state.energyNanos.isEmpty() && !protocol.isEmpty()) {
      Map<String, Integer> counted = new HashMap<>(pass.state.breaks);
      counted.merge(protocol, 1, Integer::sum);
      pass.state.breaks = Map.copyOf(counted);
    }
  }

  /** A session that was not ended by its machine is broken. */
  private void linkDown() {
    if (pass.state.session.isPresent()) {
      broken("the connection was closed");
    }
  }

  private void step(SeccInput input) {
    if (pass.state.session.isEmpty()) {
      return;
    }
    VehicleSession.Step step = pass.state.session.get().step(input, pass.view(), pass.now.nanos());
    pass.state.session = Optional.of(step.next());
    onlyAnswered = true;
    for (SeccEffect effect : step.effects()) {
      onlyAnswered &=
          effect instanceof SeccEffect.Respond
              || effect instanceof SeccEffect.VehicleReport
              || effect instanceof VehicleWord;
      carryOut(effect);
    }
  }

  /** The session did no more than answer in this step, and hear what the vehicle says of itself. */
  private boolean onlyAnswered;

  /**
   * The response that need not wait for the second half: it goes with nothing that moves a device,
   * the path of power or the session. It is no longer among the effects then.
   */
  Optional<EvseEffect.Respond> answer() {
    int answer = -1;
    for (int i = 0; onlyAnswered && i < pass.effects.size(); i++) {
      switch (pass.effects.get(i)) {
        case EvseEffect.Device device -> onlyAnswered = false;
        case EvseEffect.Respond respond -> answer = i;
        default -> {}
      }
    }
    return onlyAnswered && answer >= 0
        ? Optional.of((EvseEffect.Respond) pass.effects.remove(answer))
        : Optional.empty();
  }

  private void carryOut(SeccEffect effect) {
    if (effect instanceof SeccEffect.StartCableCheck
        || effect instanceof SeccEffect.StartEnergyTransfer) {
      awake();
    }
    switch (effect) {
      case SeccEffect.Respond respond ->
          pass.add(new EvseEffect.Respond(pass.state.link, respond.response()));
      case SeccEffect.CloseLink close ->
          pass.add(new EvseEffect.CloseLink(pass.state.link, close.reason()));
      case SeccEffect.ProtocolChosen chosen ->
          pass.state.vehicle = pass.state.vehicle.speaking(chosen.protocol());
      case SeccEffect.VehicleIdentified identified -> {
        pass.state.vehicle = pass.state.vehicle.identified(identified.evccId());
        pass.plans().circumstancesChanged();
      }
      case SeccEffect.AuthorisationWanted wanted -> {
        pass.phase("authorise");
        users.wanted();
      }
      case SeccEffect.ServiceSelected selected -> selected(selected);
      case SeccEffect.VehicleReport report -> report(report.state());
      case SeccEffect.StartCableCheck check -> {
        pass.phase("cableCheck");
        pass.dc(new DcOrder.CableCheck(check.volts()));
      }
      case SeccEffect.EndCableCheck end -> pass.dc(new DcOrder.EndCableCheck());
      case SeccEffect.PreCharge preCharge -> {
        pass.phase("preCharge");
        pass.dc(new DcOrder.PreCharge(preCharge.volts()));
      }
      case SeccEffect.StartEnergyTransfer start -> {
        pass.state.loopHeard = false;
        pass.state.acTransfer = pass.settings.ac().isPresent();
        if (pass.state.energyNanos.isEmpty()) {
          pass.state.energyNanos = Optional.of(pass.now.nanos());
        }
        pass.state.breaks = Map.of();
        pass.phase("");
        pass.dc(new DcOrder.Start());
      }
      case SeccEffect.StopEnergyTransfer stop -> {
        pass.phase("stop");
        pass.state.acTransfer = false;
        pass.dc(new DcOrder.Stop(stop.reason()));
      }
      case SeccEffect.WeldingDetection welding -> pass.phase("welding");
      case SeccEffect.SessionEnded ended -> ended(ended.paused());
      case SeccEffect.SessionFailed failed -> broken(failed.reason());
      // Nothing a vehicle says in passing changes what is safe.
      case VehicleWord word -> words.take(word);
    }
  }

  /** A vehicle that rested is back, or gone. */
  private void awake() {
    pass.state.standby = false;
    pass.state.standbyOver = false;
  }

  private void selected(SeccEffect.ServiceSelected selected) {
    pass.state.vehicle = pass.state.vehicle.selecting(selected);
    pass.phase("setup");
    pass.observe(
        new Observation.Session(
            pass.state.vehicle.protocol(),
            selected.service(),
            selected.dynamic() ? "dynamic" : "scheduled"));
  }

  private void report(SeccEffect.VehicleState reported) {
    pass.state.vehicle = pass.state.vehicle.reporting(reported, pass.now.wall());
    display(reported.detail());
    if (pass.state.vehicle.needsReported() || pass.state.vehicle.service().isEmpty()) {
      return;
    }
    pass.state.vehicle = pass.state.vehicle.withNeedsReported();
    SeccEffect.ServiceSelected service = pass.state.vehicle.service().get();
    pass.add(
        new EvseEffect.Tell(
            new StationEvent.ChargingNeeds(
                pass.settings.id(),
                service.service(),
                service.dynamic() ? "DynamicControl" : "ScheduledControl",
                service.needsByStation(),
                departure(service, reported),
                reported.chargeWattsMax(),
                reported.dischargeWattsMax(),
                reported.voltsMin(),
                reported.voltsMax(),
                reported.chargeAmpsMax(),
                reported.dischargeAmpsMax(),
                reported.energyTargetWh(),
                reported.energyMaxWh(),
                reported.energyMinWh(),
                reported.socPercent())));
    pass.plans().needsTold(!service.dynamic());
  }

  /** The station's word where it is the one to say it, otherwise the vehicle's. */
  private Optional<Instant> departure(
      SeccEffect.ServiceSelected service, SeccEffect.VehicleState reported) {
    Optional<Instant> ours =
        service.needsByStation()
            ? pass.needs().flatMap(known -> known.departureAfter(pass.now.wall()))
            : Optional.empty();
    return ours.or(
        () ->
            reported
                .departureSeconds()
                .map(seconds -> pass.now.wall().plus(Duration.ofSeconds(seconds))));
  }

  /** Our own: a vehicle that counts seconds is recorded this often, at most. */
  private static final long DISPLAY_NANOS = 10_000_000_000L;

  private void display(VehicleDetail detail) {
    boolean fresh = !pass.state.displayed.equals(detail) && !detail.equals(VehicleDetail.UNKNOWN);
    boolean due =
        pass.state
            .displayedNanos
            .filter(since -> pass.now.nanos() - since < DISPLAY_NANOS)
            .isEmpty();
    if (fresh && due) {
      pass.state.displayed = detail;
      pass.state.displayedNanos = Optional.of(pass.now.nanos());
      pass.observe(new Observation.Display(detail));
    }
  }

  private void ended(boolean paused) {
    pass.state.previous = pass.state.session;
    pass.state.session = Optional.empty();
    pass.state.acTransfer = false;
    pass.dc(new DcOrder.Stop("the session has ended"));
    // ISO 15118-2 and DIN 70121 know no pause of the station's: there the vehicle just ends.
    boolean sentToSleep = pass.state.pauseAsked || resting.ranDry() || gridLost();
    pass.state.pauseAsked = false;
    if ((paused || sentToSleep) && pass.state.running().isPresent() && notEnding()) {
      pass.note(
          sentToSleep
              ? "the vehicle sleeps until there is energy"
              : "the vehicle pauses its session");
      pass.state.path = pass.settings.path().paused(sentToSleep, pass.now.nanos());
      pass.phase("");
      return;
    }
    Billing.stop(pass, "StoppedByEV", "ChargingStateChanged");
    if (pass.state.running().isEmpty()) {
      pass.state.path = new ChargingPath.Ended();
    }
  }

  /** A vehicle that hears of it goes at once: that is the station's doing, not its user's. */
  private boolean gridLost() {
    return pass.state.supervisor.isActive(StationFault.GRID_LOST);
  }

  private boolean notEnding() {
    return pass.state.stopping().isEmpty() && pass.state.shutdown.isEmpty();
  }

  /** Our own: a session that lasted so long without its user says nothing against the vehicle. */
  private static final long WAITED_NANOS = 60_000_000_000L;

  /** Our own: after so much time with energy a break is a new one. */
  private static final long CHARGED_NANOS = 600_000_000_000L;

  private PathChoice.Break judgement() {
    EvseState state = pass.state;
    boolean waited =
        state.running().isEmpty() && pass.now.nanos() - state.sessionNanos >= WAITED_NANOS;
    boolean charged =
        state.energyNanos.filter(since -> pass.now.nanos() - since >= CHARGED_NANOS).isPresent();
    // Nor does one that ended because its user was not accepted, or for a reason of the station's.
    boolean ours =
        state.stopping().isPresent()
            || state.shutdown.isPresent()
            || state.supervisor.demands(Reaction.STOP)
            || state.supervisor.demands(Reaction.OPEN_NOW);
    return waited || charged || rejected() || ours
        ? PathChoice.Break.EXCUSED
        : PathChoice.Break.FAILED;
  }

  /** DC: no contactor is to open under load, so what gives the current is off before. */
  private void dead() {
    if (pass.state.dc.energising()) {
      pass.safety().converterOff();
    }
  }

  /** Our own: so often in a row a vehicle may come back whose user is not accepted. */
  static final int REJECTIONS_MAX = 20;

  /** Its protocol is not to blame, but it is not to knock all night: the next card finds it. */
  private boolean rejectedTooOften() {
    pass.state.rejections = rejected() ? pass.state.rejections + 1 : 0;
    return pass.state.rejections >= REJECTIONS_MAX;
  }

  private boolean rejected() {
    return pass.state.running().isEmpty()
        && pass.state.authorisation instanceof Authorisation.Rejected;
  }

  private void broken(String reason) {
    pass.state.session = Optional.empty();
    pass.state.acTransfer = false;
    pass.state.pauseAsked = false;
    dead();
    pass.dc(new DcOrder.Abort(reason));
    pass.note("the vehicle's session broke: " + reason);
    PathChoice.Break why = judgement();
    countBreak(why);
    pass.state.path =
        rejectedTooOften()
            ? pass.settings.path().givenUp(pass.state.path, pass.now.nanos())
            : pass.settings.path().broken(pass.state.path, why, pass.now.nanos());
    pass.state.energyNanos = Optional.empty();
    pass.phase("");
    if (pass.state.path instanceof ChargingPath.Ended) {
      Billing.stop(pass, "Other", "EVCommunicationLost");
    }
  }

  private void dropSession(String reason) {
    pass.state.acTransfer = false;
    dead();
    if (pass.state.session.isPresent()) {
      pass.add(new EvseEffect.CloseLink(pass.state.link, reason));
      pass.state.session = Optional.empty();
    }
  }
}
