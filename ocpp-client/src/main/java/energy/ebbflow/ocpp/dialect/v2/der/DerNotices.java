package energy.ebbflow.ocpp.dialect.v2.der;

import energy.ebbflow.ocpp.dialect.Outgoing;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.v2.der.NotifyDerAlarm;
import energy.ebbflow.ocpp.v2.der.NotifyDerStartStop;
import java.util.Optional;

/** What the station tells of DER controls (R01 to R04). */
public final class DerNotices {
  private static final int MAX_EXTRA_INFO = 200;

  private final WireVersion version;
  private final RecordWriter writer;

  public DerNotices(WireVersion version) {
    this.version = version;
    this.writer = new RecordWriter(version);
  }

  /** The message; absent before 2.1. */
  public Optional<Outgoing> call(Notice.OfGrid notice) {
    if (version != WireVersion.V21) {
      return Optional.empty();
    }
    return Optional.of(
        switch (notice) {
          case Notice.DerStartStop change ->
              new Outgoing(
                  NotifyDerStartStop.ACTION.name(),
                  writer.write(
                      new NotifyDerStartStop.Request(
                          change.control(), change.started(), change.at(), change.superseded())));
          case Notice.DerAlarm told -> alarm(told.alarm());
        });
  }

  private Outgoing alarm(StationEvent.GridAlarm alarm) {
    return new Outgoing(
        NotifyDerAlarm.ACTION.name(),
        writer.write(
            new NotifyDerAlarm.Request(
                alarm.kind(),
                alarm.fault(),
                alarm.ended() ? Optional.of(true) : Optional.empty(),
                alarm.at(),
                Optional.of(
                    Requests.bounded(
                        "EVSE " + alarm.evse() + ": " + alarm.text(), MAX_EXTRA_INFO)))));
  }
}
