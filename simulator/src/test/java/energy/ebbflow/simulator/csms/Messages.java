package energy.ebbflow.simulator.csms;

import java.util.Locale;

/** Messages of a well-behaved OCPP 2.1 station, as text. */
public final class Messages {
  private Messages() {}

  public static String call(String id, String action, String payload) {
    return "[2,\"" + id + "\",\"" + action + "\"," + payload + "]";
  }

  public static String boot(String id) {
    return call(
        id,
        "BootNotification",
        "{\"reason\":\"PowerUp\",\"chargingStation\":{\"model\":\"E1\",\"vendorName\":\"Ebbflow\"}}");
  }

  public static String plugged(String id) {
    return call(
        id,
        "StatusNotification",
        "{\"timestamp\":\"2026-01-01T00:00:00Z\",\"connectorStatus\":\"Occupied\","
            + "\"evseId\":1,\"connectorId\":1}");
  }

  /** A TransactionEvent with both registers and the signed power. */
  public static String transaction(
      String id, String type, int seq, double importWh, double exportWh, double watts) {
    String power =
        watts >= 0 ? sample("Power.Active.Import", watts) : sample("Power.Active.Export", -watts);
    return call(
        id,
        "TransactionEvent",
        String.format(
            Locale.ROOT,
            "{\"eventType\":\"%s\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"triggerReason\":"
                + "\"MeterValuePeriodic\",\"seqNo\":%d,\"transactionInfo\":{\"transactionId\":\"T1\","
                + "\"chargingState\":\"Charging\"},\"meterValue\":[{\"timestamp\":"
                + "\"2026-01-01T00:00:00Z\",\"sampledValue\":[%s,%s,%s]}]}",
            type,
            seq,
            sample("Energy.Active.Import.Register", importWh),
            sample("Energy.Active.Export.Register", exportWh),
            power));
  }

  private static String sample(String measurand, double value) {
    return String.format(Locale.ROOT, "{\"value\":%.1f,\"measurand\":\"%s\"}", value, measurand);
  }
}
