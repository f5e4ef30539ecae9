package energy.ebbflow.ocpp.outbox;

import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Signs what begins and ends transactions, each data set with a number of its own. */
final class Pages {
  private static final String PAGINATION = "pagination";
  private static final String COUNTERS = "counter";

  private final Database database;
  private final Signer signer;

  Pages(Database database, Signer signer) {
    this.database = database;
    this.signer = signer;
  }

  /** One text per sample of the event, empty where it is not signed. */
  List<String> of(StationEvent.Transaction event, List<MeterSample> samples) throws SQLException {
    List<String> signed = new ArrayList<>();
    for (MeterSample sample : samples) {
      signed.add(
          event.kind() == StationEvent.Transaction.Kind.UPDATED
              ? ""
              : signer.sign(event, sample, next()));
    }
    return signed;
  }

  private long next() throws SQLException {
    database.update(
        "INSERT INTO kept (area, name, value) VALUES (?,?,'1')"
            + " ON CONFLICT (area, name) DO UPDATE SET value=CAST(value AS INTEGER)+1",
        COUNTERS,
        PAGINATION);
    try (ResultSet rows =
        database
            .with("SELECT value FROM kept WHERE area=? AND name=?", COUNTERS, PAGINATION)
            .executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
