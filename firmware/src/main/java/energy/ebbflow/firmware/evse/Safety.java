package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.evse.dc.Closing;
import energy.ebbflow.firmware.evse.dc.DcOrder;
import energy.ebbflow.firmware.evse.dc.DcState;
import energy.ebbflow.firmware.evse.dc.Raising;
import energy.ebbflow.firmware.evse.dc.Transferring;
import energy.ebbflow.firmware.evse.measure.Measurements;
import energy.ebbflow.firmware.supervisor.Reaction;
import energy.ebbflow.firmware.supervisor.ResidualSelfTest;
import energy.ebbflow.firmware.supervisor.SafeLine;
import energy.ebbflow.firmware.supervisor.StationFault;
import energy.ebbflow.firmware.supervisor.SupervisorEffect;
import energy.ebbflow.firmware.supervisor.Watched;
import energy.ebbflow.hal.EvseConfig.Outlet;
import energy.ebbflow.hal.PowerConverter.Command;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iso15118.secc.VehicleProtocol;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

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
      case EvseInput.StorageBack back -> line(pass.line().release(StationFault.STORAGE));
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
      case EvseInput.PlugWithin time -> {}
      case EvseInput.Shutdown shutdown -> {}
    }
    awaitOpening();
    meterSpoke();
    testResidualCurrent();
    take(pass.line().look(watched(), pass.now.nanos()));
  }

  /** Since when nobody hears the contactors although they were told to open. */
  private void awaitOpening() {
    EvseState state = pass.state;
    boolean unheard = !state.contactorsCommanded && state.measured.contactorLost();
    if (unheard && state.openUnheardNanos.isEmpty()) {
      state.openUnheardNanos = OptionalLong.of(pass.now.nanos());
    } else if (!unheard && state.openUnheardNanos.isPresent()) {
      state.openUnheardNanos = OptionalLong.empty();
    }
  }

  /** Nothing was billed yet that the meter's silence could have falsified. */
  void meterAwaited(String detail) {
    if (!pass.state.supervisor.isActive(StationFault.METER_AWAITED)) {
      hold(StationFault.METER_AWAITED, detail);
    }
  }

  private void meterSpoke() {
    EvseState state = pass.state;
    if (state.supervisor.isActive(StationFault.METER_AWAITED)
        && (state.measured.meter().isPresent()
            || !state.plugged()
            || !(state.authorisation instanceof Authorisation.Accepted))) {
      line(pass.line().release(StationFault.METER_AWAITED));
    }
  }

  /** What a device tells of residual currents, or the result of its self-test. */
  void residualCurrent(Reading.ResidualCurrent reading) {
    pass.state.selfTest = pass.state.selfTest.heard(reading.selfTestPassed(), pass.now.nanos());
  }

  /** A board that has never spoken of residual currents has no detection to test. */
  private void testResidualCurrent() {
    EvseState state = pass.state;
    if (!state.measured.residualKnown()) {
      return;
    }
    boolean dead = !state.contactorsCommanded && !state.contactorsClosed() && !state.permission;
    ResidualSelfTest.Step step =
        state.selfTest.tick(dead, pass.settings.supervisor().selfTestNanos(), pass.now.nanos());
    state.selfTest = step.next();
    if (step.begins()) {
      pass.add(new EvseEffect.TestResidualCurrent());
    }
  }

  /**
   * Whether open contactors may be closed: the plug of a DC cable is locked (that of a socket has a
   * machine of its own), a cable is known in a socket, and the residual-current detection has
   * passed the test of this session.
   */
  boolean mayClose() {
    EvseState state = pass.state;
    boolean tested = state.permission || !state.measured.residualKnown() || state.selfTest.passed();
    boolean locked =
        !pass.settings.evse().connectorLock()
            || pass.settings.hasSocketLock()
            || (state.lock.orElse(false) && state.measured.locked().orElse(false));
    return state.contactorsCommanded || (tested && locked && ampsLimit() > 0);
  }

  /** Reports a fault that is over at once. */
  void raise(StationFault fault, String detail) {
    take(pass.line().raise(fault, detail, pass.now.nanos()));
  }

  /** The power path is to be dead now. */
  boolean openNow() {
    return pass.state.supervisor.demands(Reaction.OPEN_NOW);
  }

  private void hold(StationFault fault, String detail) {
    take(pass.line().hold(fault, detail, pass.now.nanos()));
  }

  private void line(SafeLine next) {
    pass.state.pilot = next.pilot();
    pass.state.supervisor = next.supervisor();
    pass.state.permission = next.permission();
  }

  /** Carries out a step of the safe line: first what switches, then what is told. */
  void take(SafeLine.Step step) {
    line(step.next());
    for (SafeLine.Effect effect : step.effects()) {
      switch (effect) {
        case SafeLine.Effect.Line line -> pass.carryOut(line.effect());
        case SafeLine.Effect.Fault(SupervisorEffect.Raised raised) ->
            react(raised.fault(), raised.detail());
        case SafeLine.Effect.Fault(SupervisorEffect.Cleared cleared) -> {}
      }
    }
    for (SafeLine.Effect effect : step.effects()) {
      switch (effect) {
        case SafeLine.Effect.Line line -> {}
        case SafeLine.Effect.Fault(SupervisorEffect.Raised raised) ->
            tell(raised.fault(), raised.detail(), false);
        case SafeLine.Effect.Fault(SupervisorEffect.Cleared cleared) ->
            tell(cleared.fault(), "the condition is gone", true);
      }
    }
  }

  private void react(StationFault fault, String detail) {
    if (fault.reaction().atLeast(Reaction.OPEN_NOW)) {
      // The converter is off before the contactors open, which the safe line asks for next.
      pass.dc(new DcOrder.Abort(fault.code() + ": " + detail));
      converterOff();
    }
    if (fault == StationFault.SUPPLY_FAILING) {
      // What the capacitors still give is spent on the register, not on a farewell.
      Billing.keep(pass);
    }
    if (fault.reaction().atLeast(Reaction.STOP)) {
      Billing.stop(pass, fault.stopReason(), "AbnormalCondition");
    }
  }

  /** At once, before whatever else this step brings about opens the contactors. */
  void converterOff() {
    pass.add(new EvseEffect.Convert(new Command.Off()));
    pass.state.converter = Optional.of(new Command.Off());
  }

  private void tell(StationFault fault, String detail, boolean cleared) {
    String text = cleared ? detail : detail + ". " + fault.advice();
    pass.observe(new Observation.Fault(fault.code(), text, cleared));
    pass.add(
        new EvseEffect.Tell(
            new StationEvent.Fault(
                pass.settings.id(), fault.code(), text, cleared, pass.now.wall())));
  }

  private Watched watched() {
    EvseState state = pass.state;
    Measurements measured = state.measured;
    boolean direct = pass.settings.dc().isPresent();
    return new Watched(
        state.plugged(),
        new Watched.Contactors(
            state.contactorsCommanded, measured.contactorClosed(), pass.phases()),
        new Watched.Lock(state.lock, measured.locked()),
        new Watched.Flow(commandedAmps(), reactive(), measured.phaseAmps(), ampsLimit()),
        direct ? directOutlet() : NO_DIRECT_OUTLET,
        new Watched.Grid(measured.gridPresent(), direct ? List.of() : measured.phaseVolts()),
        new Watched.Meter(
            state.contactorsClosed() ? Optional.of(measured.watts()) : Optional.empty(),
            state.contactorsClosed() ? plausibleWatts() : Optional.empty(),
            measured.meterBackwards(),
            measured.uncountedWattHours(),
            measured.meterNanos()),
        devices(direct));
  }

  private static final Watched.Outlet NO_DIRECT_OUTLET =
      new Watched.Outlet(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private Watched.Outlet directOutlet() {
    EvseState state = pass.state;
    return new Watched.Outlet(
        Optional.of(state.measured.outletVolts()),
        state.dc instanceof Transferring && state.contactorsClosed()
            ? Optional.of(new Watched.VoltageWindow(pass.floorVolts(), pass.ceilingVolts()))
            : Optional.empty(),
        state.vehicle.state().flatMap(known -> known.voltsMax()),
        state.contactorsCommanded && state.isolationRuns && !cableCheckRuns()
            ? state.measured.kiloOhms()
            : Optional.empty());
  }

  private Watched.Devices devices(boolean direct) {
    Measurements measured = pass.state.measured;
    Map<String, String> faults = Map.of();
    if (!measured.deviceFaults().isEmpty()) {
      faults = new LinkedHashMap<>();
      for (Map.Entry<String, Measurements.DeviceWord> entry : measured.deviceFaults().entrySet()) {
        faults.put(entry.getKey(), entry.getValue().detail());
      }
      faults.remove(Reading.DeviceFault.SAFETY_CONTROLLER);
    }
    return new Watched.Devices(
        measured.celsius(),
        measured.residualTripped(),
        measured.residualKnown() ? pass.state.selfTest.failed() : Optional.empty(),
        measured.emergencyStop(),
        measured.earthLost(),
        measured.supplyFailing(),
        measured.safetyControllerLost(),
        direct ? measured.converterNanos() : measured.pilotNanos(),
        faults);
  }

  /**
   * What the meter's power is compared with: the converter's (DC), or the product of the meter's
   * own voltages and currents (AC), whose sign not every meter tells.
   */
  private Optional<Double> plausibleWatts() {
    Measurements measured = pass.state.measured;
    List<Double> amps = measured.phaseAmps();
    if (pass.settings.dc().isPresent()) {
      return amps.isEmpty()
          ? Optional.empty()
          : Optional.of(measured.outletVolts() * amps.getFirst());
    }
    List<Double> volts = measured.phaseVolts();
    if (amps.isEmpty() || volts.size() != amps.size()) {
      return Optional.empty();
    }
    double apparent = 0;
    for (int phase = 0; phase < amps.size(); phase++) {
      apparent += Math.abs(amps.get(phase) * volts.get(phase));
    }
    return Optional.of(Math.copySign(apparent, measured.watts()));
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

  private Optional<Watched.Reactive> reactive() {
    return Leases.varsMax(pass)
        .map(
            most ->
                new Watched.Reactive(
                    Math.abs(pass.state.gridSupport.vars()),
                    pass.settings.evse().nominalVolts().value(),
                    pass.state.decision.setpoint().value()));
  }

  private double ampsLimit() {
    return switch (pass.settings.evse().outlet()) {
      case Outlet.Dc dc ->
          Math.max(
              dc.charge().maxAmps().value(),
              dc.discharge().map(limits -> limits.maxAmps().value()).orElse(0.0));
      case Outlet.Ac ac -> Math.min(ac.max().value(), pass.cableAmps().orElse(Double.MAX_VALUE));
    };
  }
}
