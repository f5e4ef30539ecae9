package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.evse.dc.Closing;
import energy.ebbflow.firmware.evse.dc.DcOrder;
import energy.ebbflow.firmware.evse.dc.DcState;
import energy.ebbflow.firmware.evse.dc.Raising;
import energy.ebbflow.firmware.evse.dc.Transferring;
import energy.ebbflow.firmware.evse.measure.Measurements;
import energy.ebbflow.firmware.supervisor.Reaction;
import energy.ebbflow.firmware.supervisor.StationFault;
import energy.ebbflow.firmware.supervisor.Supervisor;
import energy.ebbflow.firmware.supervisor.SupervisorEffect;
import energy.ebbflow.firmware.supervisor.Watched;
import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.EvseConfig.Outlet;
import energy.ebbflow.hal.PowerConverter.Command;
import energy.ebbflow.iec61851.PilotFault;
import energy.ebbflow.iec61851.PilotInput;
import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iso15118.secc.VehicleProtocol;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Feeds the supervisor and carries out its reactions, before anything else of a pass. */
final class Safety {
  private final Pass pass;

  Safety(Pass pass) {
    this.pass = pass;
  }

  /** Lets the supervisor look, and takes what concerns it alone. */
  void look(EvseInput input) {
    switch (input) {
      case EvseInput.QueueFull full ->
          raise(StationFault.OVERLOAD, "the queue " + full.queue() + " was full, inputs are lost");
      case EvseInput.StorageFailed failed -> hold(StationFault.STORAGE, failed.detail());
      case EvseInput.StorageBack back ->
          pass.state.supervisor = pass.state.supervisor.release(StationFault.STORAGE);
      case EvseInput.Measured measured -> {}
      case EvseInput.Approached approached -> {}
      case EvseInput.Connected connected -> {}
      case EvseInput.Vehicle vehicle -> {}
      case EvseInput.Commanded commanded -> {}
      case EvseInput.Remembered remembered -> {}
      case EvseInput.Granted granted -> {}
      case EvseInput.Shown shown -> {}
      case EvseInput.Tick tick -> {}
      case EvseInput.SampleEvery interval -> {}
      case EvseInput.Shutdown shutdown -> {}
    }
    take(pass.state.supervisor.step(watched(), pass.now.nanos()));
  }

  /** Reports a fault that is over at once. */
  void raise(StationFault fault, String detail) {
    take(pass.state.supervisor.raise(fault, detail, pass.now.nanos()));
  }

  /** The pilot machine found a fault. */
  void pilotFault(PilotFault fault, String detail) {
    String text = fault.name() + ": " + detail;
    if (fault == PilotFault.CONTACTOR_DOES_NOT_FOLLOW) {
      hold(StationFault.CONTACTOR_DOES_NOT_CLOSE, text);
    } else if (Pass.endsSession(fault)) {
      hold(StationFault.PILOT, text);
    } else {
      pass.observe(new Observation.Fault("InvalidVehicleMode", text, false));
    }
  }

  /** The pilot machine's fault is over. */
  void pilotFaultCleared(PilotFault fault) {
    if (fault == PilotFault.CONTACTOR_DOES_NOT_FOLLOW) {
      pass.state.supervisor = pass.state.supervisor.release(StationFault.CONTACTOR_DOES_NOT_CLOSE);
    } else if (Pass.endsSession(fault)) {
      pass.state.supervisor = pass.state.supervisor.release(StationFault.PILOT);
    } else {
      pass.observe(new Observation.Fault("InvalidVehicleMode", fault.name(), true));
    }
  }

  /** The power path is to be dead now. */
  boolean openNow() {
    return pass.state.supervisor.demands(Reaction.OPEN_NOW);
  }

  private void hold(StationFault fault, String detail) {
    take(pass.state.supervisor.hold(fault, detail, pass.now.nanos()));
  }

  private void take(Supervisor.Step step) {
    pass.state.supervisor = step.next();
    for (SupervisorEffect effect : step.effects()) {
      switch (effect) {
        case SupervisorEffect.Raised raised -> {
          tell(raised.fault(), raised.detail(), false);
          react(raised.fault(), raised.detail());
        }
        case SupervisorEffect.Cleared cleared ->
            tell(cleared.fault(), "the condition is gone", true);
      }
    }
  }

  private void react(StationFault fault, String detail) {
    if (fault.reaction().atLeast(Reaction.OPEN_NOW)) {
      // Nothing in between: the effects of this pass switch off and open before all others.
      pass.dc(new DcOrder.Abort(fault.code() + ": " + detail));
      pass.add(new EvseEffect.Convert(new Command.Off()));
      pass.state.converter = Optional.of(new Command.Off());
      pass.state.permission = false;
      pass.pilot(new PilotInput.Permission(false));
    }
    if (fault.reaction().atLeast(Reaction.STOP)) {
      Billing.stop(pass, fault.stopReason(), "AbnormalCondition");
    }
  }

  private void tell(StationFault fault, String detail, boolean cleared) {
    pass.observe(new Observation.Fault(fault.code(), detail, cleared));
    pass.add(
        new EvseEffect.Tell(
            new StationEvent.Fault(
                pass.settings.id(), fault.code(), detail, cleared, pass.now.wall())));
  }

  private Watched watched() {
    EvseState state = pass.state;
    Measurements measured = state.measured;
    boolean direct = pass.settings.dc().isPresent();
    Map<String, String> faults = new LinkedHashMap<>();
    measured.deviceFaults().forEach((device, word) -> faults.put(device, word.detail()));
    return new Watched(
        state.plugged(),
        state.contactorsCommanded,
        measured.contactorClosed(),
        state.lock,
        measured.locked(),
        commandedAmps(),
        measured.outletAmps(),
        ampsLimit(),
        direct ? Optional.of(measured.outletVolts()) : Optional.empty(),
        state.dc instanceof Transferring && state.contactorsClosed()
            ? Optional.of(new Watched.VoltageWindow(pass.floorVolts(), pass.ceilingVolts()))
            : Optional.empty(),
        state.vehicle.state().flatMap(known -> known.voltsMax()),
        state.contactorsCommanded && state.isolationRuns && !cableCheckRuns()
            ? measured.kiloOhms()
            : Optional.empty(),
        measured.celsius(),
        measured.residualTripped(),
        measured.emergencyStop(),
        measured.gridPresent(),
        direct && state.contactorsClosed() ? Optional.of(measured.watts()) : Optional.empty(),
        measured.meterBackwards(),
        direct ? measured.converterNanos() : measured.pilotNanos(),
        measured.meterNanos(),
        faults);
  }

  /** The cable check judges isolation itself, at its own voltage. */
  private boolean cableCheckRuns() {
    return switch (pass.state.dc) {
      case Closing closing -> true;
      case Raising raising -> true;
      case DcState other -> false;
    };
  }

  private Optional<Double> commandedAmps() {
    if (pass.settings.ac().isPresent()) {
      return Optional.of(alternatingAmps());
    }
    return pass.state.converter.map(
        command ->
            switch (command) {
              case Command.Off off -> 0.0;
              case Command.HoldVoltage hold -> hold.limit().value();
              case Command.Current current -> current.amps().value();
            });
  }

  /** What an AC vehicle was told it may take: by duty cycle, or by the messages of its session. */
  private double alternatingAmps() {
    if (pass.state.offer instanceof PilotOffer.Basic basic) {
      return basic.amps();
    }
    if (!pass.state.acTransfer) {
      return 0;
    }
    double watts = pass.state.decision.setpoint().value();
    // -2 tells a current of each phase; -20 tells a power, and a vehicle may use one phase alone.
    double amps =
        pass.state.vehicle.protocol().equals(VehicleProtocol.ISO2.label())
            ? watts / pass.settings.wattsPerAmp()
            : watts / pass.settings.evse().nominalVolts().value();
    return Math.clamp(amps, -ampsLimit(), ampsLimit());
  }

  private double ampsLimit() {
    return switch (pass.settings.evse().outlet()) {
      case Outlet.Dc dc ->
          Math.max(
              dc.charge().maxAmps().value(),
              dc.discharge().map(limits -> limits.maxAmps().value()).orElse(0.0));
      case Outlet.Ac ac ->
          Math.min(
              ac.max().value(),
              pass.state.measured.cableRating().map(Amps::value).orElse(Double.MAX_VALUE));
    };
  }
}
