package energy.ebbflow.ocpp.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.time.Correction;
import energy.ebbflow.ocpp.v2.transaction.TransactionLimit;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Who knows what a transaction costs: hears of every event and sample before it is stored, on the
 * thread that reports it. What it says is stored with it, wholly or not at all. Thread-safe.
 */
public interface Companion {
  /** Nobody. */
  Companion NONE =
      new Companion() {
        @Override
        public Word event(StationEvent.Transaction event) {
          return new Word(Addition.NONE, Optional.empty());
        }

        @Override
        public Map<String, String> corrected(Correction correction) {
          return Map.of();
        }

        @Override
        public Optional<String> sample(String transaction, MeterSample sample) {
          return Optional.empty();
        }
      };

  /**
   * What an event says beside itself.
   *
   * @param tariffId of the tariff that counts
   * @param costDetails of OCPP 2.1
   * @param limit that counts from now on
   */
  record Addition(
      Optional<String> tariffId, Optional<JsonNode> costDetails, Optional<TransactionLimit> limit) {
    public static final Addition NONE =
        new Addition(Optional.empty(), Optional.empty(), Optional.empty());

    /** The same with corrected times: those of the charging periods. */
    Addition corrected(Correction correction) {
      return new Addition(tariffId, costDetails.map(d -> corrected(d, correction)), limit);
    }

    private static JsonNode corrected(JsonNode details, Correction correction) {
      JsonNode copy = details.deepCopy();
      for (JsonNode period : copy.path("chargingPeriods")) {
        if (period instanceof ObjectNode object && object.hasNonNull(START)) {
          Instant right = correction.of(Instant.parse(object.get(START).asText()));
          object.put(START, right.toString());
        }
      }
      return copy;
    }

    private static final String START = "startPeriod";
  }

  /**
   * What is to be stored.
   *
   * @param account of the transaction; absent: what was kept stays, until the transaction ends
   */
  record Word(Addition addition, Optional<String> account) {}

  /** An event is about to be stored. */
  Word event(StationEvent.Transaction event);

  /**
   * The times of this run were wrong.
   *
   * @return the accounts as they are now, by transaction
   */
  Map<String, String> corrected(Correction correction);

  /** A sample is about to be kept; returns the account to be kept with it. */
  Optional<String> sample(String transaction, MeterSample sample);
}
