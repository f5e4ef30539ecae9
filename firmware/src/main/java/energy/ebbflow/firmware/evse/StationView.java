package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.config.UserNeeds;
import energy.ebbflow.firmware.evse.dc.DcView;
import energy.ebbflow.firmware.supervisor.Reaction;
import energy.ebbflow.firmware.supervisor.StationFault;
import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.Outlook;
import energy.ebbflow.iso15118.secc.PhaseValues;
import energy.ebbflow.iso15118.secc.SeccEffect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the session of a vehicle may know of its station. */
final class StationView {
  private final Pass pass;
  private final Resting resting;

  StationView(Pass pass, Resting resting) {
    this.pass = pass;
    this.resting = resting;
  }

  EvseView now() {
    EvseState state = pass.state;
    DcView dc = pass.dcView();
    return new EvseView(
        pass.settings.evse().evseId(),
        pass.now.wall().getEpochSecond(),
        authorisation(),
        state.dc.output(dc).isolation(),
        state.contactorsClosed(),
        state.line == PilotState.C || state.line == PilotState.D,
        state.measured.outletVolts(),
        state.measured.outletAmps().orElse(0.0),
        pass.envelope(),
        state.decision.setpoint().value(),
        stopWish(),
        state.measured.importedWh(),
        state.measured.exportedWh(),
        outlook());
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
    if (end) {
      return Optional.of(EvseView.Stop.TERMINATE);
    }
    return resting.pauseDue() ? Optional.of(EvseView.Stop.PAUSE) : Optional.empty();
  }

  private Outlook outlook() {
    return new Outlook(
        pass.dischargeDenied().isEmpty(),
        pass.plans().awaited(),
        pass.plans().plan(),
        pass.needs().map(this::needs),
        ask(),
        pass.settings.ac().isPresent() ? measured() : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        alarm(),
        wantedWatts());
  }

  private Optional<Outlook.Ask> ask() {
    if (pass.state.standbyOver) {
      return Optional.of(Outlook.Ask.EXIT_STANDBY);
    }
    return pass.state.serviceWish.asks(pass.now.nanos())
        ? Optional.of(Outlook.Ask.SERVICE_RENEGOTIATION)
        : Optional.empty();
  }

  private Outlook.MobilityNeeds needs(UserNeeds known) {
    return new Outlook.MobilityNeeds(
        known.departureAfter(pass.now.wall()).map(Instant::getEpochSecond),
        known.targetSocPercent(),
        known.minimumSocPercent());
  }

  /** The worst first: a vehicle hears of one. */
  private Optional<Outlook.Alarm> alarm() {
    if (active(StationFault.EMERGENCY_STOP)) {
      return Optional.of(Outlook.Alarm.EMERGENCY_STOP);
    }
    if (active(StationFault.RESIDUAL_CURRENT)) {
      return Optional.of(Outlook.Alarm.RESIDUAL_CURRENT);
    }
    if (active(StationFault.UNDER_VOLTAGE)) {
      return Optional.of(Outlook.Alarm.UNDER_VOLTAGE);
    }
    return active(StationFault.GRID_LOST) ? Optional.of(Outlook.Alarm.GRID_LOST) : Optional.empty();
  }

  private boolean active(StationFault fault) {
    return pass.state.supervisor.isActive(fault);
  }

  /** The decision without the vehicle's own momentary wish, where it has one. */
  private Optional<Double> wantedWatts() {
    return pass.state.vehicle.state().flatMap(SeccEffect.VehicleState::targetAmps).isPresent()
        ? Optional.of(pass.wanted().setpoint().value())
        : Optional.empty();
  }

  /** A meter tells its total power, and volts and amperes of each phase. */
  private Optional<Outlook.AcOutlook> measured() {
    return pass.state
        .measured
        .meter()
        .map(
            meter ->
                new Outlook.AcOutlook(
                    Optional.of(watts(meter)),
                    phases(meter.phaseCurrents().stream().map(Amps::value).toList()),
                    phases(meter.phaseVoltages().stream().map(Volts::value).toList()),
                    Optional.empty(),
                    Optional.empty(),
                    // Told while it can be asked, 0 too: what was asked before is over.
                    Leases.varsMax(pass)
                        .map(most -> PhaseValues.total(pass.state.gridSupport.vars())),
                    Optional.empty()));
  }

  /** The total, shared among the phases as their apparent power is. */
  private static PhaseValues watts(Reading.Meter meter) {
    double total = meter.power().value();
    List<Amps> amps = meter.phaseCurrents();
    List<Volts> volts = meter.phaseVoltages();
    if (amps.size() != 3 || volts.size() != 3) {
      return PhaseValues.total(total);
    }
    double[] apparent = new double[3];
    double sum = 0;
    for (int phase = 0; phase < 3; phase++) {
      apparent[phase] = Math.abs(amps.get(phase).value() * volts.get(phase).value());
      sum += apparent[phase];
    }
    return sum == 0
        ? PhaseValues.of(total / 3, total / 3, total / 3)
        : PhaseValues.of(
            total * apparent[0] / sum, total * apparent[1] / sum, total * apparent[2] / sum);
  }

  private static Optional<PhaseValues> phases(List<Double> values) {
    return switch (values.size()) {
      case 1 -> Optional.of(PhaseValues.total(values.getFirst()));
      case 3 -> Optional.of(PhaseValues.of(values.get(0), values.get(1), values.get(2)));
      default -> Optional.empty();
    };
  }
}
