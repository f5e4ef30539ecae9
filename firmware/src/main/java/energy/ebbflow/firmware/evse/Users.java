package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.evse.dc.DcOrder;
import energy.ebbflow.firmware.evse.dc.Transferring;
import energy.ebbflow.firmware.evse.entitlement.Entitlement;
import energy.ebbflow.firmware.evse.entitlement.ServiceWish;
import energy.ebbflow.firmware.evse.path.ChargingPath;
import energy.ebbflow.firmware.power.GivenBounds;
import energy.ebbflow.firmware.supervisor.Reaction;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.EnergyTransfer;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may charge, and what the back office and people at the station want. */
final class Users {
  /** Our own: a back office that says nothing for so long has said no. */
  static final long ANSWER_NANOS = 30_000_000_000L;

  /** What the link answers for a back office that it does not reach. */
  private static final String OFFLINE = "Offline";

  private final Pass pass;
  private final Billing billing;

  Users(Pass pass, Billing billing) {
    this.pass = pass;
    this.billing = billing;
  }

  /** A card was held against the reader: starts, or ends what it started. */
  void card(String uid) {
    IdToken token = new IdToken(uid, "ISO14443");
    Optional<Transaction.Running> running = pass.state.running();
    if (running.isPresent()) {
      if (running.get().token().equals(token)) {
        Billing.stop(pass, "Local", "StopAuthorized");
      } else {
        // C09, C16: whoever knows groups and master passes answers with BackOfficeCommand.End.
        pass.note("another card than the one that started the transaction: may it end it?");
        pass.state.questions++;
        pass.add(
            new EvseEffect.Tell(
                new StationEvent.AuthorisationQuestion(
                    pass.state.questions, pass.settings.id(), token)));
      }
    } else if (!(pass.state.authorisation instanceof Authorisation.Asked)) {
      ask(token);
    }
  }

  /** The vehicle waits for its user. */
  void wanted() {
    if (pass.state.authorisation instanceof Authorisation.None
        && pass.state.transaction instanceof Transaction.None) {
      pass.settings.autoToken().ifPresentOrElse(this::ask, this::sayWhatIsMissing);
    }
  }

  /** Otherwise nobody knows why nothing happens. */
  private void sayWhatIsMissing() {
    pass.note(
        pass.state.online
            ? "the vehicle waits for its user: hold a card to the reader, start it from the back"
                + " office, or set firmware.auto_authorise_token"
            : "the vehicle waits for its user, and no back office is connected: hold a card to the"
                + " reader, or set firmware.auto_authorise_token");
  }

  /** The vehicle is gone; what its user was allowed is over. */
  void unplugged() {
    pass.state.authorisation = new Authorisation.None();
    pass.state.entitlement = Entitlement.UNSAID;
    pass.state.unlockWanted = false;
  }

  /** Ends waiting for answers and for vehicles. */
  void tick() {
    switch (pass.state.authorisation) {
      case Authorisation.Asked asked -> {
        if (pass.now.nanos() - asked.sinceNanos() >= ANSWER_NANOS) {
          reject("no answer within ANSWER_NANOS (30 s)");
        }
      }
      case Authorisation.Accepted accepted -> {
        if (!pass.state.plugged()
            && pass.now.nanos() - accepted.sinceNanos() >= pass.state.plugNanos) {
          pass.state.authorisation = new Authorisation.None();
          pass.note("no vehicle was plugged in time: the authorisation is over");
        }
      }
      case Authorisation.None none -> {}
      case Authorisation.Rejected rejected -> {}
    }
    restartIfDue();
    renewIfDue();
    unlockedIfSeen();
    watchEntitlement();
  }

  /**
   * An unlock whose outcome is awaited.
   *
   * @param command what is answered
   * @param sinceNanos when it came
   */
  record Unlocking(long command, long sinceNanos) {}

  /**
   * Our own: longer than a vehicle has to end its session (15 s) and the bolt for its first stroke.
   * Whoever asked has heard of a failure before (the link thinks for 5 s).
   */
  static final long UNLOCK_NANOS = 20_000_000_000L;

  private void unlock(long command) {
    pass.state.unlocking.ifPresent(
        before -> answer(before.command(), "Unlock", false, "it was asked again"));
    pass.state.unlockWanted = true;
    pass.state.unlocking = Optional.of(new Unlocking(command, pass.now.nanos()));
  }

  /** 1.6, section 5.18; 2.x F05: what is answered is what became of the plug. */
  private void unlockedIfSeen() {
    EvseState state = pass.state;
    if (state.unlocking.isEmpty()) {
      return;
    }
    Unlocking asked = state.unlocking.get();
    boolean held = state.lock.orElse(false) || state.measured.locked().orElse(false);
    boolean over = state.running().isEmpty();
    boolean again = !over && state.stopping().isEmpty();
    boolean late = pass.now.nanos() - asked.sinceNanos() >= UNLOCK_NANOS;
    if ((over && !held) || again || late) {
      state.unlocking = Optional.empty();
      boolean free = over && !held;
      String why = again ? "another transaction runs" : "the plug does not come free";
      answer(asked.command(), "Unlock", free, free ? "" : why);
    }
  }

  /**
   * R13: a vehicle that was offered something else than it may now is asked to choose anew. What it
   * may not is over at once, whether it follows or not: that is a limit of the energy decision.
   */
  private void watchEntitlement() {
    EvseState state = pass.state;
    boolean may = pass.dischargeDenied().isEmpty();
    boolean flowing = state.acTransfer || state.dc instanceof Transferring;
    boolean differs =
        flowing
            && state.stopping().isEmpty()
            && state
                .vehicle
                .service()
                .flatMap(SeccEffect.ServiceSelected::bothWaysOffered)
                .filter(offered -> offered != may)
                .isPresent();
    ServiceWish before = state.serviceWish;
    state.serviceWish = before.look(differs, pass.now.nanos());
    if (before.sinceNanos().isEmpty() && state.serviceWish.sinceNanos().isPresent()) {
      pass.note(
          may
              ? "the vehicle may give energy back from now on: it is asked to choose its service"
              : "the vehicle may no longer give energy back: nothing is taken from it, and it is"
                  + " asked to choose its service");
    }
  }

  /** Carries out a command. */
  void command(BackOfficeCommand command) {
    switch (command) {
      case BackOfficeCommand.LinkChanged link -> {
        pass.state.online = link.online();
        pass.observe(
            new Observation.Command(
                link.online() ? "BackOfficeOnline" : "BackOfficeOffline", true, link.detail()));
        if (link.online() && pass.state.plugged()) {
          wanted();
        }
      }
      case BackOfficeCommand.AuthorisationAnswer answer -> answer(answer);
      case BackOfficeCommand.AllowEnergyTransfer allow -> allow(allow);
      case BackOfficeCommand.Deauthorise deauthorise -> {
        if (runs(deauthorise.transaction()) && deauthorise.stop()) {
          Billing.stop(pass, "DeAuthorized", "Deauthorized");
        } else if (runs(deauthorise.transaction())) {
          // StopTxOnInvalidId = false: the transaction goes on, without energy (E05, C12; 1.6,
          // 3.5).
          pass.state.tokenRefused = true;
          pass.note("the back office does not know the token any more: no energy flows");
        }
      }
      case BackOfficeCommand.End end -> {
        if (runs(end.transaction())) {
          Billing.stop(pass, end.reason(), end.trigger(), end.shown());
        }
      }
      case BackOfficeCommand.Start start -> start(start);
      case BackOfficeCommand.Stop stop -> {
        boolean runs = runs(stop.transaction());
        if (runs) {
          Billing.stop(pass, "Remote", "RemoteStop");
        }
        answer(stop.command(), "RequestStop", runs, runs ? "" : "no such transaction");
      }
      case BackOfficeCommand.Reset reset -> reset(reset);
      case BackOfficeCommand.Unlock unlock -> {
        if (unlock.ends()) {
          Billing.stop(pass, "UnlockCommand", "UnlockCommand");
        }
        boolean free =
            pass.state.stopping().isPresent() && unlock.ends()
                || pass.state.running().isEmpty() && !pass.state.contactorsClosed();
        if (free) {
          unlock(unlock.command());
        } else {
          answer(unlock.command(), "Unlock", false, "a transaction runs");
        }
      }
      case BackOfficeCommand.Availability availability -> {
        pass.state.operative = availability.operative();
        answer(availability.command(), "Availability", true, "");
      }
      case BackOfficeCommand.PowerBounds bounds -> bounds(bounds);
      // The memory of vehicles answers for the whole station.
      case BackOfficeCommand.Vehicles vehicles -> {}
      // Nobody here asks for certificates.
      case BackOfficeCommand.VehicleCertificateAnswer certificate -> {}
      case BackOfficeCommand.ChainAnswer chain -> {}
      case BackOfficeCommand.NeedsAnswer needs -> needs(needs.verdict());
      case BackOfficeCommand.PowerCourse course -> pass.plans().take(course);
      case BackOfficeCommand.PriorityAnswer answer ->
          pass.note(
              "priority "
                  + (answer.active() ? "was asked for" : "was given up")
                  + answer.refusal().map(why -> "; it is not given: " + why).orElse(""));
      case BackOfficeCommand.GridRules rules ->
          pass.state.gridSupport = pass.state.gridSupport.with(rules.rules());
    }
  }

  /**
   * K18.FR.23, K19.FR.16: in ISO 15118-20 a refusal is one of the way of charging, and ends the
   * transaction; in ISO 15118-2 it only means that no schedule comes (K15.FR.04).
   */
  private void needs(BackOfficeCommand.NeedsAnswer.Verdict verdict) {
    pass.plans().needsAnswered(verdict);
    boolean refused = verdict == BackOfficeCommand.NeedsAnswer.Verdict.REJECTED;
    if (refused && pass.state.vehicle.protocol().startsWith("ISO 15118-20")) {
      pass.note("the back office refuses the way of charging that the vehicle chose");
      Billing.stop(pass, "ReqEnergyTransferRejected", "AbnormalCondition");
    }
  }

  private void ask(IdToken token) {
    pass.state.questions++;
    pass.state.authorisation =
        new Authorisation.Asked(pass.state.questions, token, pass.now.nanos());
    pass.add(
        new EvseEffect.Tell(
            new StationEvent.AuthorisationQuestion(
                pass.state.questions, pass.settings.id(), token)));
  }

  private void answer(BackOfficeCommand.AuthorisationAnswer answer) {
    if (pass.state.authorisation instanceof Authorisation.Asked asked
        && asked.request() == answer.request()) {
      if (answer.accepted()) {
        accept(asked.token(), Optional.empty());
        pass.state.entitlement = new Entitlement(answer.allowed());
        pass.plans().circumstancesChanged();
      } else if (answer.status().equals(OFFLINE)) {
        // Nobody said no: the question is open again once there is somebody to ask.
        pass.state.authorisation = new Authorisation.None();
        pass.note("the back office cannot be asked now: the vehicle waits");
      } else {
        reject(answer.status());
      }
    }
  }

  /** The back office says in the middle of a transaction how energy may flow (OCPP 2.1 Q02). */
  private void allow(BackOfficeCommand.AllowEnergyTransfer allow) {
    Entitlement before = pass.state.entitlement;
    pass.state.entitlement = Entitlement.of(allow.allowed());
    String refusal = runs(allow.transaction()) ? refusal(allow.allowed()) : "no such transaction";
    if (refusal.isEmpty()) {
      pass.plans().circumstancesChanged();
    } else {
      pass.state.entitlement = before;
    }
    answer(allow.command(), "AllowEnergyTransfer", refusal.isEmpty(), refusal);
  }

  /**
   * What is taken back is always taken back, and holds at once. What is granted has to have an
   * effect on the session that runs, or it is refused.
   */
  private String refusal(Set<EnergyTransfer> allowed) {
    boolean direct = pass.settings.dc().isPresent();
    if (!Entitlement.anything(allowed, direct)) {
      return direct ? "this outlet is DC" : "this outlet is AC";
    }
    if (!Entitlement.discharge(allowed, direct)) {
      return "";
    }
    if (pass.dischargeDenied().isPresent()) {
      return pass.dischargeDenied().get();
    }
    if (pass.hardware().discharge().max().value() <= 0) {
      return "this outlet cannot discharge";
    }
    VehicleKnowledge vehicle = pass.state.vehicle;
    boolean settled = vehicle.service().isPresent() && pass.state.session.isPresent();
    boolean choosesAnew =
        vehicle.service().flatMap(SeccEffect.ServiceSelected::bothWaysOffered).isPresent();
    if (pass.state.path instanceof ChargingPath.Basic
        || (settled && !vehicle.bidirectional() && !choosesAnew)) {
      return "the vehicle's protocol has no other service in this session";
    }
    return "";
  }

  private void accept(IdToken token, Optional<Integer> remoteStart) {
    pass.state.entitlement = Entitlement.UNSAID;
    pass.state.authorisation = new Authorisation.Accepted(token, remoteStart, pass.now.nanos());
    pass.observe(new Observation.Command("Authorise", true, token.toString()));
    boolean slept =
        pass.state.path instanceof ChargingPath.Basic
            && pass.state.vehicle.evccId().isPresent()
            && pass.state.running().isEmpty();
    if (pass.state.path instanceof ChargingPath.Ended) {
      // R22: a vehicle that stayed plugged is served again.
      pass.state.transaction = new Transaction.None();
      pass.state.path = pass.settings.path().again(pass.now.nanos());
    } else if (slept) {
      // R4: a vehicle that speaks gave up waiting for its user; it is spoken to first.
      pass.state.path = pass.settings.path().wake(pass.now.nanos());
    }
  }

  private void reject(String status) {
    pass.state.authorisation = new Authorisation.Rejected(status);
    pass.observe(new Observation.Command("Authorise", false, status));
  }

  private void start(BackOfficeCommand.Start start) {
    String refusal = refusal();
    if (refusal.isEmpty()) {
      accept(start.token(), Optional.of(start.remoteStart()));
    }
    answer(start.command(), "RequestStart", refusal.isEmpty(), refusal);
  }

  private String refusal() {
    if (!pass.state.operative) {
      return "out of service";
    }
    if (pass.state.shutdown.isPresent() || pass.state.restart.isPresent()) {
      return "the station is about to restart";
    }
    if (pass.state.renewal) {
      return "the outlet is about to be reset";
    }
    if (pass.state.running().isPresent()) {
      return "a transaction runs already";
    }
    return pass.state.supervisor.demands(Reaction.STOP) ? "faulted" : "";
  }

  /** B11, B12: of the station, for which every outlet hears of it; or of this outlet alone. */
  private void reset(BackOfficeCommand.Reset reset) {
    if (reset.evse() == 0) {
      boolean waits = !reset.immediately() && pass.state.running().isPresent();
      pass.state.restart = Optional.of(waits ? EvseEffect.Restart.WHEN_IDLE : "reset");
    } else {
      pass.state.renewal = true;
    }
    if (reset.immediately()) {
      Billing.stop(pass, "ImmediateReset", "ResetCommand");
    }
    answer(reset.command(), "Reset", true, "");
  }

  /**
   * The outlet begins anew by itself: its session, its user and what sessions told of the vehicle
   * are forgotten, and a vehicle that is still plugged is served from the beginning. What only a
   * restart of the station clears stays, and so does what is true of the vehicle that did not leave
   * and of its line: how it bore pauses, and when the last nominal duty ended (decision 0213).
   */
  private void renewIfDue() {
    EvseState state = pass.state;
    if (!state.renewal || state.running().isPresent() || !state.openedOrUnheard(pass.now.nanos())) {
      return;
    }
    state.renewal = false;
    if (state.session.isPresent()) {
      pass.add(new EvseEffect.CloseLink(state.link, "the outlet is reset"));
      state.session = Optional.empty();
    }
    pass.dc(new DcOrder.Stop("the outlet is reset"));
    boolean plugged = state.plugged();
    unplugged();
    state.transaction = new Transaction.None();
    forgetSessions();
    pass.note("the outlet was reset and begins anew");
    if (plugged) {
      state.path = pass.settings.path().again(pass.now.nanos());
      wanted();
    }
  }

  private void forgetSessions() {
    EvseState state = pass.state;
    state.previous = Optional.empty();
    state.breaks = Map.of();
    state.vehicle = VehicleKnowledge.NOTHING;
    state.energyNanos = Optional.empty();
    state.emptySinceNanos = Optional.empty();
    state.pauseAsked = false;
    state.standby = false;
    state.standbyOver = false;
    state.acTransfer = false;
  }

  private void restartIfDue() {
    if (pass.state.restart.isPresent()
        && pass.state.running().isEmpty()
        && pass.state.openedOrUnheard(pass.now.nanos())
        && !pass.state.announcedStop) {
      pass.state.announcedStop = true;
      pass.add(new EvseEffect.Restart(pass.state.restart.get()));
    }
  }

  private void bounds(BackOfficeCommand.PowerBounds bounds) {
    Optional<GivenBounds> given =
        Optional.of(GivenBounds.received(bounds, pass.now.nanos(), pass.now.wall()));
    Optional<GivenBounds> before =
        bounds.evse() == 0 ? pass.state.stationBounds : pass.state.outletBounds;
    if (bounds.evse() == 0) {
      pass.state.stationBounds = given;
    } else {
      pass.state.outletBounds = given;
    }
    pass.observe(new Observation.Command("PowerBounds", true, bounds.profile()));
    boolean wanted = bounds.setpoint().filter(quantity -> quantity.value() != 0).isPresent();
    if (wanted && pass.state.standby && !pass.state.standbyOver) {
      // Its rest was its own wish, but a service that wants power now may call it back.
      pass.state.standbyOver = true;
      pass.note("power is wanted: the vehicle is called back from its standby");
    }
    billing.boundsChanged(before.map(GivenBounds::bounds), bounds);
  }

  private boolean runs(String transaction) {
    return pass.state.running().filter(running -> running.id().equals(transaction)).isPresent();
  }

  private void answer(long command, String name, boolean accepted, String text) {
    pass.add(new EvseEffect.Tell(new StationEvent.CommandResult(command, accepted, text)));
    pass.observe(new Observation.Command(name, accepted, text));
  }
}
