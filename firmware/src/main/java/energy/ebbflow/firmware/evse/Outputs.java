package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.evse.dc.DcOutput;
import energy.ebbflow.firmware.evse.dc.DcState;
import energy.ebbflow.firmware.evse.dc.Ramping;
import energy.ebbflow.firmware.evse.dc.Transferring;
import energy.ebbflow.firmware.evse.path.ChargingPath;
import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.firmware.power.Lease;
import energy.ebbflow.firmware.power.PowerDecision;
import energy.ebbflow.firmware.power.Precedence;
import energy.ebbflow.firmware.power.der.GridSupport;
import energy.ebbflow.firmware.power.der.GridView;
import energy.ebbflow.firmware.supervisor.Derating;
import energy.ebbflow.firmware.supervisor.Reaction;
import energy.ebbflow.firmware.supervisor.StationFault;
import energy.ebbflow.hal.EvseConfig.Outlet;
import energy.ebbflow.hal.Indicator.Sign;
import energy.ebbflow.hal.PowerConverter.Command;
import energy.ebbflow.iec61851.PilotInput;
import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.ConnectorStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The energy decision, and what follows from it and from the state for devices and people. */
final class Outputs {
  /** Our own: a smaller change of the set-point is not told. */
  private static final double TELL_WATTS = 100;

  /** Our own: less power than this is no direction. */
  private static final double FLOW_WATTS = 100;

  /** Our own: resolution of the current towards converter and pilot. */
  private static final double STEPS_PER_AMP = 10;

  /** Our own: momentary values while energy flows, and otherwise. */
  private static final long SAMPLE_FLOWING_NANOS = 200_000_000L;

  private static final long SAMPLE_IDLE_NANOS = 1_000_000_000L;

  private final Pass pass;

  Outputs(Pass pass) {
    this.pass = pass;
  }

  // ---- the energy decision

  /** Decides on power and tells when the decision changed. */
  void decide() {
    grid();
    pass.state.decision = PowerDecision.decide(allLeases(), pass.now.nanos());
    PowerDecision told = pass.state.toldDecision;
    PowerDecision next = pass.state.decision;
    double change = Math.abs(told.setpoint().value() - next.setpoint().value());
    boolean turned = Math.signum(told.setpoint().value()) != Math.signum(next.setpoint().value());
    if (turned || change >= TELL_WATTS || !told.winner().equals(next.winner())) {
      pass.state.toldDecision = next;
      pass.observe(new Observation.Decision(next));
    }
  }

  /** Lets the rules of the grid look at what would be decided without them. */
  private void grid() {
    if (pass.state.gridSupport.idle()) {
      return;
    }
    GridSupport.Step step = pass.state.gridSupport.step(gridView(), pass.now.nanos());
    pass.state.gridSupport = step.next();
    for (GridSupport.Alarm alarm : step.alarms()) {
      pass.note(
          "grid code "
              + alarm.kind().wire()
              + (alarm.ended() ? " is over: " : " takes over: ")
              + alarm.text());
      pass.add(
          new EvseEffect.Tell(
              new StationEvent.GridAlarm(
                  pass.settings.id(),
                  alarm.kind(),
                  alarm.fault(),
                  alarm.ended(),
                  alarm.text(),
                  pass.now.wall())));
    }
  }

  private GridView gridView() {
    List<Lease> undisturbed = allLeases();
    undisturbed.removeAll(pass.state.gridSupport.leases());
    PowerDecision hardware = hardware();
    Optional<SeccEffect.VehicleState> vehicle = pass.state.vehicle.state();
    double nominal = pass.settings.evse().nominalVolts().value();
    return new GridView(
        pass.state.measured.gridHertz(pass.now.nanos()),
        gridVolts().stream().map(volts -> volts / nominal * 100).toList(),
        rated(hardware.discharge(), vehicle.flatMap(SeccEffect.VehicleState::dischargeWattsMax)),
        rated(hardware.charge(), vehicle.flatMap(SeccEffect.VehicleState::chargeWattsMax)),
        PowerDecision.decide(undisturbed, pass.now.nanos()),
        pass.state.decision.setpoint().value(),
        pass.state.measured.watts(),
        Leases.varsMax(pass),
        pass.now.wall());
  }

  /** The meter of an AC outlet sees the grid itself. */
  private List<Double> gridVolts() {
    List<Double> own = pass.state.measured.gridVolts(pass.now.nanos());
    boolean outlet =
        pass.settings.ac().isPresent() && pass.state.measured.meterFresh(pass.now.nanos());
    return own.isEmpty() && outlet ? pass.state.measured.phaseVolts() : own;
  }

  private static double rated(PowerDecision.Cap station, Optional<Double> vehicle) {
    return Math.min(station.max().value(), vehicle.map(Math::abs).orElse(Double.MAX_VALUE));
  }

  private List<Lease> allLeases() {
    List<Lease> leases = new ArrayList<>();
    leases.addAll(
        Leases.ofSession(
            pass.settings, decisionVolts(), pass.state.vehicle, pass.needs(), closedReason()));
    leases.addAll(station(decisionVolts()));
    return leases;
  }

  /**
   * What the station itself says about power; kept for the next question, of this pass or later.
   */
  private List<Lease> station(double volts) {
    Leases.Gathered gathered = Leases.Gathered.at(pass.state.gathered, pass, volts);
    pass.state.gathered = Optional.of(gathered);
    return gathered.leases();
  }

  /** What it would decide alone. */
  private PowerDecision stationLimits(double volts) {
    Leases.Gathered gathered =
        Leases.Gathered.at(pass.state.gathered, pass, volts).decided(pass.now.nanos());
    pass.state.gathered = Optional.of(gathered);
    return gathered.limits().orElseThrow().decision();
  }

  /** The energy decision as if the vehicle had no wish of its own. */
  PowerDecision withoutRequest() {
    return PowerDecision.decide(
        allLeases().stream()
            .filter(lease -> !lease.source().equals(Leases.VEHICLE_REQUEST))
            .toList(),
        pass.now.nanos());
  }

  /** What safety, fuse, cable and grid operator permit; no energy service is asked. */
  PowerDecision hardLimits() {
    return PowerDecision.decide(
        allLeases().stream().filter(lease -> lease.precedence() == Precedence.HARD).toList(),
        pass.now.nanos());
  }

  /** What the station can do in this session, whatever the vehicle can. */
  EvseView.PowerEnvelope envelope() {
    return switch (pass.settings.evse().outlet()) {
      case Outlet.Dc dc -> {
        boolean flowing = pass.state.dc instanceof Transferring;
        double volts = flowing ? decisionVolts() : dc.maxVolts().value();
        PowerDecision limits = stationLimits(volts);
        double charge = limits.charge().max().value();
        double discharge = limits.discharge().max().value();
        yield new EvseView.PowerEnvelope(
            charge,
            discharge,
            Math.min(dc.charge().maxAmps().value(), charge > 0 ? Double.MAX_VALUE : 0),
            Math.min(
                dc.discharge().map(most -> most.maxAmps().value()).orElse(0.0),
                discharge > 0 ? Double.MAX_VALUE : 0),
            dc.minVolts().value(),
            dc.maxVolts().value());
      }
      case Outlet.Ac ac -> {
        PowerDecision limits = stationLimits(0);
        double perAmp = pass.settings.wattsPerAmp();
        double charge = limits.charge().max().value();
        double discharge = limits.discharge().max().value();
        double volts = pass.settings.evse().nominalVolts().value();
        yield new EvseView.PowerEnvelope(
            charge, discharge, charge / perAmp, discharge / perAmp, volts, volts);
      }
    };
  }

  /** The station has power to give, or asks for some, whatever the vehicle says. */
  boolean energyAvailable() {
    double volts =
        pass.settings.dc().map(dc -> Math.max(decisionVolts(), dc.minVolts().value())).orElse(0.0);
    PowerDecision limits = stationLimits(volts);
    return limits.charge().max().value() > 0 || limits.setpoint().value() != 0;
  }

  /** What the outlet itself can, whatever anybody wants. */
  PowerDecision hardware() {
    double volts = pass.settings.dc().map(dc -> dc.maxVolts().value()).orElse(0.0);
    Optional<Double> cable = pass.cableAmps();
    return PowerDecision.decide(
        Leases.ofStation(
            pass.settings,
            volts,
            cable,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Derating.NONE,
            pass.dischargeDenied()),
        pass.now.nanos());
  }

  /** The set-point as a current of the DC outlet, signed. */
  double targetAmps() {
    double volts = pass.state.measured.outletVolts();
    if (volts < DcState.SAFE_VOLTS) {
      return 0;
    }
    double amps = pass.state.decision.setpoint().value() / volts;
    // Towards zero, so that rounding never exceeds a limit.
    return (amps < 0 ? Math.ceil(amps * STEPS_PER_AMP) : Math.floor(amps * STEPS_PER_AMP))
        / STEPS_PER_AMP;
  }

  /**
   * The voltage the converter never exceeds. While energy flows that is also the one that the
   * vehicle asks for (EVTargetVoltage): a vehicle whose battery is nearly full has its current
   * reduced by it. A target of 0 is none, as of vehicles that name a current alone.
   */
  double ceilingVolts() {
    double ceiling = pass.ceilingVolts();
    boolean flows = pass.state.dc instanceof Transferring || pass.state.dc instanceof Ramping;
    return pass.state
        .vehicle
        .state()
        .flatMap(SeccEffect.VehicleState::targetVolts)
        .filter(target -> flows && target > 0)
        .map(target -> Math.clamp(target, pass.floorVolts(), ceiling))
        .orElse(ceiling);
  }

  private double decisionVolts() {
    return pass.state.measured.outletVolts();
  }

  /** The energy decision as if this outlet had its circuit for itself. */
  PowerDecision alone() {
    return PowerDecision.decide(
        allLeases().stream().filter(lease -> !lease.source().equals(Basics.CIRCUIT)).toList(),
        pass.now.nanos());
  }

  private Optional<String> closedReason() {
    if (pass.state.running().isEmpty()) {
      return Optional.of("no transaction");
    }
    if (pass.state.stopping().isPresent()) {
      return Optional.of("the transaction is being ended");
    }
    if (pass.settings.dc().isPresent()) {
      if (!(pass.state.dc instanceof Transferring)) {
        return Optional.of("no energy transfer agreed");
      }
      // The limits of the parameter discovery are not what the vehicle wants now.
      return pass.state.loopHeard ? Optional.empty() : Optional.of("the charge loop has not begun");
    }
    return pass.state.path instanceof ChargingPath.HighLevel && !pass.state.acTransfer
        ? Optional.of("no energy transfer agreed")
        : Optional.empty();
  }

  // ---- devices

  /** Grants or withdraws the permission to close the contactors. */
  void permit() {
    boolean wanted = pass.basics().plugHeld() && wanted() && pass.safety().mayClose();
    pass.safety().take(pass.line().permit(wanted, pass.now.nanos()));
  }

  private boolean wanted() {
    if (pass.settings.dc().isPresent()) {
      return output().permission();
    }
    if (pass.state.running().isEmpty()) {
      return false;
    }
    if (pass.state.path instanceof ChargingPath.HighLevel) {
      return pass.state.acTransfer;
    }
    if (!(pass.state.path instanceof ChargingPath.Basic)) {
      return false;
    }
    // While a transaction is being ended the vehicle may leave state C by itself; the pilot machine
    // opens the contactors under load after 6 s.
    return pass.state.stopping().isEmpty() || pass.state.contactorsCommanded;
  }

  /** Says on the pilot line what the vehicle may do. */
  void offer() {
    if (pass.state.offer instanceof PilotOffer.Basic) {
      pass.state.nominalNanos = Optional.of(pass.now.nanos());
    }
    PilotOffer next = wantedOffer();
    if (!next.equals(pass.state.offer)) {
      pass.state.offer = next;
      pass.pilot(new PilotInput.Offer(next));
    }
  }

  private PilotOffer wantedOffer() {
    boolean gone = pass.state.supervisor.isActive(StationFault.CONTACTOR_WELDED);
    if (gone || pass.basics().showsFault() || (!pass.state.plugged() && !pass.state.operative)) {
      return new PilotOffer.NotAvailable();
    }
    if (pass.settings.path().showsStateF(pass.state.path, pass.now.nanos())) {
      return new PilotOffer.NotAvailable();
    }
    return switch (pass.state.path) {
      case ChargingPath.Digital digital -> digitalOffer();
      case ChargingPath.HighLevel session -> digitalOffer();
      case ChargingPath.Basic basic -> pass.state.basic.offer();
      case ChargingPath.Unplugged unplugged -> new PilotOffer.None();
      case ChargingPath.Quiet quiet -> new PilotOffer.None();
      case ChargingPath.Paused paused -> new PilotOffer.None();
      case ChargingPath.Ended ended -> new PilotOffer.None();
    };
  }

  /** ISO 15118-3: between a nominal duty and 5 % the signal is steady for T_step_X1. */
  private PilotOffer digitalOffer() {
    boolean resting =
        pass.state
            .nominalNanos
            .filter(until -> pass.now.nanos() - until < PathChoice.QUIET_NANOS)
            .isPresent();
    return resting ? new PilotOffer.None() : new PilotOffer.Digital();
  }

  /** Brings converter, isolation monitor, lock and sign to what the state asks for. */
  void devices() {
    if (pass.settings.dc().isPresent()) {
      DcOutput output = output();
      Optional<Command> command =
          Optional.of(pass.safety().openNow() ? new Command.Off() : output.converter());
      if (!command.equals(pass.state.converter)) {
        pass.state.converter = command;
        pass.add(new EvseEffect.Convert(command.get()));
      }
      if (output.measureIsolation() != pass.state.isolationRuns) {
        pass.state.isolationRuns = output.measureIsolation();
        pass.add(new EvseEffect.MeasureIsolation(output.measureIsolation()));
      }
    }
    if (pass.settings.evse().connectorLock() && !pass.settings.hasSocketLock()) {
      Optional<Boolean> lock = Optional.of(lockWanted());
      if (!lock.equals(pass.state.lock)) {
        pass.state.lock = lock;
        pass.add(new EvseEffect.Lock(lock.get()));
      }
    }
  }

  private DcOutput output() {
    return pass.state.dc.output(pass.dcView());
  }

  /** The plug is to be held: a session may carry energy, or what is live is not free yet. */
  boolean lockWanted() {
    EvseState state = pass.state;
    boolean live =
        state.contactorsCommanded
            || state.contactorsClosed()
            || (pass.settings.dc().isPresent()
                && state.measured.outletVolts() >= DcState.SAFE_VOLTS);
    boolean used = state.running().isPresent() || state.dc.energising();
    boolean wanted = state.plugged() && used && !state.unlockWanted;
    boolean held = state.lock.orElse(false);
    // What is live stays locked; what is free is not locked because of a residual voltage.
    return wanted || (held && live && state.plugged());
  }

  // ---- people

  /** Tells state, status, direction of flow, and momentary values. */
  void tell() {
    Sign sign = sign();
    if (!pass.state.sign.equals(Optional.of(sign))) {
      pass.state.sign = Optional.of(sign);
      pass.add(new EvseEffect.Show(sign));
      pass.observe(new Observation.State(sign.name().toLowerCase(Locale.ROOT)));
    }
    ConnectorStatus.Status status = status(sign);
    if (!pass.state.status.equals(Optional.of(status))) {
      pass.state.status = Optional.of(status);
      pass.add(
          new EvseEffect.Tell(new ConnectorStatus(pass.settings.id(), 1, status, pass.now.wall())));
    }
    direction();
    sample();
  }

  private Sign sign() {
    EvseState state = pass.state;
    if (state.supervisor.demands(Reaction.STOP)) {
      return Sign.FAULT;
    }
    if (state.closed() && state.running().isEmpty()) {
      return Sign.UNAVAILABLE;
    }
    if (!state.plugged()) {
      return Sign.AVAILABLE;
    }
    if (state.transaction instanceof Transaction.Ended) {
      return Sign.FINISHED;
    }
    if (state.running().isEmpty()) {
      return state.authorisation instanceof Authorisation.Asked ? Sign.AUTHORISING : Sign.CONNECTED;
    }
    if (!flowing()) {
      boolean duty =
          state.path instanceof ChargingPath.Basic && !(state.offer instanceof PilotOffer.Basic);
      return duty || state.path instanceof ChargingPath.Paused ? Sign.PAUSED : Sign.CONNECTED;
    }
    double setpoint = state.decision.setpoint().value();
    if (setpoint == 0) {
      return Sign.PAUSED;
    }
    return setpoint > 0 ? Sign.CHARGING : Sign.DISCHARGING;
  }

  private boolean flowing() {
    EvseState state = pass.state;
    boolean basic =
        state.path instanceof ChargingPath.Basic
            && state.contactorsClosed()
            && (state.line == PilotState.C || state.line == PilotState.D);
    boolean digital = state.acTransfer && state.contactorsClosed();
    return basic || digital || (state.dc instanceof Transferring && state.loopHeard);
  }

  private static ConnectorStatus.Status status(Sign sign) {
    return switch (sign) {
      case AVAILABLE -> ConnectorStatus.Status.AVAILABLE;
      case FAULT -> ConnectorStatus.Status.FAULTED;
      case UNAVAILABLE -> ConnectorStatus.Status.UNAVAILABLE;
      case CONNECTED, AUTHORISING, CHARGING, DISCHARGING, PAUSED, FINISHED ->
          ConnectorStatus.Status.OCCUPIED;
    };
  }

  private void direction() {
    if (!flowing() || pass.state.stopping().isPresent()) {
      return;
    }
    double watts = pass.state.measured.watts();
    if (watts > FLOW_WATTS) {
      pass.phase("charge");
    } else if (watts < -FLOW_WATTS) {
      pass.phase("discharge");
    }
  }

  private void sample() {
    if (pass.state.sampled && pass.now.nanos() - pass.state.nextSampleNanos < 0) {
      return;
    }
    EvseState state = pass.state;
    boolean live = state.contactorsClosed() || state.measured.outletVolts() >= DcState.SAFE_VOLTS;
    state.sampled = true;
    state.nextSampleNanos = pass.now.nanos() + (live ? SAMPLE_FLOWING_NANOS : SAMPLE_IDLE_NANOS);
    pass.observe(
        new Observation.Sample(
            state.measured.outletVolts(),
            state.measured.outletAmps().orElse(0.0),
            state.measured.watts(),
            state.vehicle.socPercent(),
            flowing() ? Optional.of(state.decision.setpoint().value()) : Optional.empty(),
            state.measured.meter().map(value -> value.imported().value()),
            state.measured.meter().map(value -> value.exported().value()),
            state.measured.pilot().map(value -> value.high().value()).orElse(0.0)));
  }
}
