package energy.ebbflow.ocpp.tariff;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.v2.cost.CostDetails;
import energy.ebbflow.ocpp.v2.tariff.Tariff;
import java.math.BigDecimal;
import java.time.Instant;

/** Tariffs and readings as a test writes them down. */
final class Some {
  private Some() {}

  /** A tariff in EUR; {@code parts} as on the wire. */
  static Tariff tariff(String id, String parts) {
    return read(
        "{\"tariffId\":\""
            + id
            + "\",\"currency\":\"EUR\""
            + (parts.isEmpty() ? "" : ",")
            + parts.replace('\'', '"')
            + "}",
        Tariff.class);
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return RecordReader.strict(WireVersion.V21).read(StrictJson.parse(json), type);
    } catch (JsonFault e) {
      throw new AssertionError(json + ": " + e.text(), e);
    }
  }

  static Reading reading(String at, double kwh, double kilowatts, boolean charging) {
    return reading(Instant.parse(at), kwh * 1_000, kilowatts * 1_000, charging);
  }

  static Reading reading(Instant at, double wh, double watts, boolean charging) {
    return new Reading(
        at,
        BigDecimal.valueOf(wh),
        BigDecimal.valueOf(watts),
        BigDecimal.valueOf(watts / 230),
        charging);
  }

  /** As it would be after a restart. */
  static AccountState kept(AccountState state) {
    try {
      JsonNode node =
          StrictJson.parse(StrictJson.write(new RecordWriter(WireVersion.STORE).write(state)));
      return RecordReader.forgiving(WireVersion.STORE).read(node, AccountState.class);
    } catch (JsonFault e) {
      throw new AssertionError(e.text(), e);
    }
  }

  static CostDetails details(Account account) {
    return Invoice.of(account.state(), true).orElseThrow();
  }
}
