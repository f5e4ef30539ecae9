package energy.ebbflow.ocpp.outbox;

import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events on their way, as they lie in the store. Not thread-safe; its owner locks. */
final class Queue {
  private static final Logger LOG = LoggerFactory.getLogger(Queue.class);
  private static final RecordReader READER = RecordReader.forgiving(WireVersion.STORE);

  private final Database database;

  Queue(Database database) {
    this.database = database;
  }

  /** What one look at the first row found: an event, one that cannot be read, or nothing. */
  record Look(Optional<QueuedEvent> event, Optional<Unreadable> unreadable) {}

  /** Looks at the oldest. */
  Look look() throws SQLException {
    try (ResultSet rows =
        database
            .with(
                "SELECT row, seq, offline, body, signed, refusals, tx, kind FROM event"
                    + " ORDER BY row LIMIT 1")
            .executeQuery()) {
      if (!rows.next()) {
        return new Look(Optional.empty(), Optional.empty());
      }
      try {
        return new Look(Optional.of(event(rows)), Optional.empty());
      } catch (JsonFault e) {
        LOG.debug("event {}: {}", rows.getLong(1), e.text());
        return new Look(
            Optional.empty(),
            Optional.of(
                new Unreadable(
                    rows.getLong(1), rows.getString(7), Kind.valueOf(rows.getString(8)))));
      }
    }
  }

  private static QueuedEvent event(ResultSet row) throws SQLException, JsonFault {
    Signatures beside = READER.read(StrictJson.parse(row.getString(5)), Signatures.class);
    return new QueuedEvent(
        row.getLong(1),
        READER.read(StrictJson.parse(row.getString(4)), StationEvent.Transaction.class),
        row.getInt(2),
        row.getInt(3) == 1,
        beside.texts(),
        beside.addition().orElse(Companion.Addition.NONE),
        beside.course(),
        row.getInt(6));
  }
}
