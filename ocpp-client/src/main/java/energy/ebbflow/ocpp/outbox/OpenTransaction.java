package energy.ebbflow.ocpp.outbox;

import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A transaction that was started and not ended.
 *
 * @param latest the newest meter values that were kept
 * @param nextSeqNo number of its next event
 */
public record OpenTransaction(
    String transaction,
    int evse,
    int connector,
    Optional<IdToken> token,
    Optional<Integer> remoteStart,
    Instant startedAt,
    String chargingState,
    Optional<MeterSample> latest,
    int nextSeqNo) {
  private static final RecordReader READER = RecordReader.forgiving(WireVersion.STORE);

  /** Those in the store, oldest first. */
  static List<OpenTransaction> all(Database database) throws SQLException {
    List<OpenTransaction> open = new ArrayList<>();
    try (ResultSet rows =
        database
            .with("SELECT opened, state, latest, seq, token FROM tx ORDER BY rowid")
            .executeQuery()) {
      while (rows.next()) {
        StationEvent.Transaction start = read(rows.getString(1), StationEvent.Transaction.class);
        String latest = rows.getString(3);
        open.add(
            new OpenTransaction(
                start.transaction(),
                start.evse(),
                start.connector(),
                rows.getString(5).isEmpty()
                    ? start.token()
                    : Optional.of(read(rows.getString(5), IdToken.class)),
                start.remoteStart(),
                start.at(),
                rows.getString(2),
                latest.isEmpty() ? Optional.empty() : Optional.of(read(latest, MeterSample.class)),
                rows.getInt(4)));
      }
    }
    return List.copyOf(open);
  }

  private static <T> T read(String body, Class<T> type) throws SQLException {
    try {
      return READER.read(StrictJson.parse(body), type);
    } catch (JsonFault e) {
      throw new SQLException("a row that this firmware cannot read: " + e.text());
    }
  }
}
