package energy.ebbflow.ocpp.time;

import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * The station's time was wrong by so much.
 *
 * @param since when this run began, by the time that was wrong: what is older was written by
 *     another run, of whose clock nothing is known
 * @param by what is to be added; negative where the clock was fast
 */
public record Correction(Instant since, Duration by) {
  /** What takes this one back again. */
  public Correction undone() {
    return new Correction(since.plus(by), by.negated());
  }

  /** The right time for a time of this run. */
  public Instant of(Instant at) {
    return at.isBefore(since) ? at : at.plus(by);
  }

  public MeterSample of(MeterSample sample) {
    return new MeterSample(
        of(sample.at()),
        sample.importedWh(),
        sample.exportedWh(),
        sample.powerWatts(),
        sample.phaseAmps(),
        sample.phaseVolts(),
        sample.setpointWatts(),
        sample.socPercent(),
        sample.vehicleVars());
  }

  public StationEvent.Transaction of(StationEvent.Transaction event) {
    return new StationEvent.Transaction(
        event.kind(),
        event.transaction(),
        event.trigger(),
        event.chargingState(),
        event.evse(),
        event.connector(),
        event.token(),
        event.remoteStart(),
        event.stopReason(),
        of(event.at()),
        event.samples().stream().map(this::of).toList(),
        event.mode(),
        event.asleep());
  }

  public StationEvent.ConnectorStatus of(StationEvent.ConnectorStatus status) {
    return new StationEvent.ConnectorStatus(
        status.evse(), status.connector(), status.status(), of(status.at()));
  }
}
