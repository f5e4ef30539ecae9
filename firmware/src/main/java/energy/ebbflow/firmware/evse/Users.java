package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.evse.path.ChargingPath;
import energy.ebbflow.firmware.power.GivenBounds;
import energy.ebbflow.firmware.supervisor.Reaction;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.util.Optional;

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
        pass.note("another card than the one that started the transaction: nothing happens");
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
            && pass.now.nanos() - accepted.sinceNanos() >= pass.settings.plugNanos()) {
          pass.state.authorisation = new Authorisation.None();
          pass.note("no vehicle was plugged in time: the authorisation is over");
        }
      }
      case Authorisation.None none -> {}
      case Authorisation.Rejected rejected -> {}
    }
    restartIfDue();
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
      case BackOfficeCommand.Deauthorise deauthorise -> {
        if (runs(deauthorise.transaction())) {
          Billing.stop(pass, "DeAuthorized", "Deauthorized");
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
        boolean free = pass.state.running().isEmpty() && !pass.state.contactorsClosed();
        pass.state.unlockWanted |= free;
        answer(unlock.command(), "Unlock", free, free ? "" : "a transaction runs");
      }
      case BackOfficeCommand.Availability availability -> {
        pass.state.operative = availability.operative();
        answer(availability.command(), "Availability", true, "");
      }
      case BackOfficeCommand.PowerBounds bounds -> bounds(bounds);
      // The memory of vehicles answers for the whole station.
      case BackOfficeCommand.Vehicles vehicles -> {}
      case BackOfficeCommand.PowerCourse course -> pass.plans().take(course);
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
      } else if (answer.status().equals(OFFLINE)) {
        // Nobody said no: the question is open again once there is somebody to ask.
        pass.state.authorisation = new Authorisation.None();
        pass.note("the back office cannot be asked now: the vehicle waits");
      } else {
        reject(answer.status());
      }
    }
  }

  private void accept(IdToken token, Optional<Integer> remoteStart) {
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
    if (pass.state.running().isPresent()) {
      return "a transaction runs already";
    }
    return pass.state.supervisor.demands(Reaction.STOP) ? "faulted" : "";
  }

  private void reset(BackOfficeCommand.Reset reset) {
    pass.state.restart = Optional.of(reset.immediately() ? "reset" : "reset when idle");
    if (reset.immediately()) {
      Billing.stop(pass, "ImmediateReset", "ResetCommand");
    }
    answer(reset.command(), "Reset", true, "");
  }

  private void restartIfDue() {
    if (pass.state.restart.isPresent()
        && pass.state.running().isEmpty()
        && !pass.state.contactorsClosed()
        && !pass.state.announcedStop) {
      pass.state.announcedStop = true;
      pass.add(new EvseEffect.Restart(pass.state.restart.get()));
    }
  }

  private void bounds(BackOfficeCommand.PowerBounds bounds) {
    Optional<GivenBounds> given = Optional.of(GivenBounds.received(bounds, pass.now.nanos(), pass.now.wall()));
    if (bounds.evse() == 0) {
      pass.state.stationBounds = given;
    } else {
      pass.state.outletBounds = given;
    }
    pass.observe(new Observation.Command("PowerBounds", true, bounds.profile()));
    billing.setpointChanged();
  }

  private boolean runs(String transaction) {
    return pass.state.running().filter(running -> running.id().equals(transaction)).isPresent();
  }

  private void answer(long command, String name, boolean accepted, String text) {
    pass.add(new EvseEffect.Tell(new StationEvent.CommandResult(command, accepted, text)));
    pass.observe(new Observation.Command(name, accepted, text));
  }
}
