package energy.ebbflow.simulator.bench.office;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Answers of a back office that agrees to everything. */
public final class Answers {
  private Answers() {}

  /**
   * The payload for a call that has nothing to do with a transaction.
   *
   * @param subprotocol e.g. {@code ocpp2.1}
   * @param now its clock
   */
  public static String agreeing(String subprotocol, String action, Instant now) {
    String time = "\"currentTime\":\"" + now.truncatedTo(ChronoUnit.MILLIS) + "\"";
    return switch (action) {
      case "BootNotification" -> "{" + time + ",\"interval\":300,\"status\":\"Accepted\"}";
      case "Heartbeat" -> "{" + time + "}";
      case "Authorize" ->
          subprotocol.equals("ocpp1.6")
              ? "{\"idTagInfo\":{\"status\":\"Accepted\"}}"
              : "{\"idTokenInfo\":{\"status\":\"Accepted\"}}";
      case "NotifyEVChargingNeeds", "DataTransfer" -> "{\"status\":\"Accepted\"}";
      default -> "{}";
    };
  }
}
