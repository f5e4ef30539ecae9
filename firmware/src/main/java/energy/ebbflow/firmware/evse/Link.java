package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.evse.dc.DcOrder;
import energy.ebbflow.firmware.evse.dc.DcState;
import energy.ebbflow.firmware.evse.dc.DcView;
import energy.ebbflow.firmware.evse.dc.Off;
import energy.ebbflow.firmware.evse.dc.Transferring;
import energy.ebbflow.firmware.evse.path.ChargingPath;
import energy.ebbflow.firmware.supervisor.Reaction;
import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.iso15118.secc.VehicleWord;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.time.Duration;
import java.util.Optional;

/** The vehicle's session, and the way it is charged. */
final class Link {
  private final Pass pass;
  private final Users users;

  Link(Pass pass, Users users) {
    this.pass = pass;
    this.users = users;
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
      pass.state.path = pass.settings.path().approached(pass.state.path, pass.now.nanos());
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
    ChargingPath next = pass.settings.path().linkUp(pass.state.path);
    if (!(next instanceof ChargingPath.HighLevel)
        || pass.state.shutdown.isPresent()
        || !pass.state.operative
        || pass.state.supervisor.demands(Reaction.STOP)) {
      pass.note(
          next instanceof ChargingPath.Ended
              ? "a connection is refused: the session is over, the vehicle has to be unplugged first"
              : "a connection is refused: no vehicle is expected now");
      pass.add(new EvseEffect.CloseLink(connected.link(), "no vehicle is expected now"));
      return;
    }
    dropSession("a newer connection replaces it");
    pass.state.path = next;
    pass.state.link = connected.link();
    pass.state.vehicle = VehicleKnowledge.NOTHING;
    pass.state.session =
        Optional.of(pass.settings.sessions().begin(connected.freshId(), pass.state.previous));
    pass.state.dc = new Off();
    pass.phase("setup");
    step(connected.up());
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
    VehicleSession.Step step = pass.state.session.get().step(input, view(), pass.now.nanos());
    pass.state.session = Optional.of(step.next());
    step.effects().forEach(this::carryOut);
  }

  private void carryOut(SeccEffect effect) {
    switch (effect) {
      case SeccEffect.Respond respond ->
          pass.add(new EvseEffect.Respond(pass.state.link, respond.response()));
      case SeccEffect.CloseLink close ->
          pass.add(new EvseEffect.CloseLink(pass.state.link, close.reason()));
      case SeccEffect.ProtocolChosen chosen ->
          pass.state.vehicle = pass.state.vehicle.speaking(chosen.protocol());
      case SeccEffect.VehicleIdentified identified ->
          pass.state.vehicle = pass.state.vehicle.identified(identified.evccId());
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
      case VehicleWord word -> {}
    }
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
    pass.state.vehicle = pass.state.vehicle.reporting(reported);
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
                reported
                    .departureSeconds()
                    .map(seconds -> pass.now.wall().plus(Duration.ofSeconds(seconds))),
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
  }

  private void ended(boolean paused) {
    pass.state.previous = pass.state.session;
    pass.state.session = Optional.empty();
    pass.state.acTransfer = false;
    pass.dc(new DcOrder.Stop("the session has ended"));
    if (paused) {
      pass.note("the vehicle pauses its session");
      return;
    }
    Billing.stop(pass, "StoppedByEV", "ChargingStateChanged");
    if (pass.state.running().isEmpty()) {
      pass.state.path = new ChargingPath.Ended();
    }
  }

  private void broken(String reason) {
    pass.state.session = Optional.empty();
    pass.state.acTransfer = false;
    pass.dc(new DcOrder.Abort(reason));
    pass.note("the vehicle's session broke: " + reason);
    pass.state.path = pass.settings.path().broken(pass.state.path, pass.now.nanos());
    pass.phase("");
    if (pass.state.path instanceof ChargingPath.Ended) {
      Billing.stop(pass, "Other", "EVCommunicationLost");
    }
  }

  private void dropSession(String reason) {
    pass.state.acTransfer = false;
    if (pass.state.session.isPresent()) {
      pass.add(new EvseEffect.CloseLink(pass.state.link, reason));
      pass.state.session = Optional.empty();
    }
  }

  // ---- what the session sees

  private EvseView view() {
    EvseState state = pass.state;
    DcView dc = pass.dcView();
    DcState path = state.dc;
    return new EvseView(
        pass.settings.evse().evseId(),
        pass.now.wall().getEpochSecond(),
        authorisation(),
        path.output(dc).isolation(),
        state.contactorsClosed(),
        state.line == PilotState.C || state.line == PilotState.D,
        state.measured.outletVolts(),
        state.measured.outletAmps().orElse(0.0),
        pass.envelope(),
        state.decision.setpoint().value(),
        stopWish(),
        state.measured.importedWh(),
        state.measured.exportedWh());
  }

  private EvseView.Authorisation authorisation() {
    if (pass.state.running().isPresent()) {
      return EvseView.Authorisation.ACCEPTED;
    }
    return pass.state.authorisation instanceof Authorisation.Rejected
        ? EvseView.Authorisation.REJECTED
        : EvseView.Authorisation.PENDING;
  }

  private Optional<EvseView.Stop> stopWish() {
    if (pass.state.supervisor.demands(Reaction.OPEN_NOW)) {
      return Optional.of(EvseView.Stop.FAULT);
    }
    boolean end =
        pass.state.stopping().isPresent()
            || pass.state.shutdown.isPresent()
            || pass.state.supervisor.demands(Reaction.STOP);
    return end ? Optional.of(EvseView.Stop.TERMINATE) : Optional.empty();
  }
}
