package energy.ebbflow.simulator.bench;

import energy.ebbflow.simulator.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The event lines of a run of {@code first-light} as it should be, made up. */
public final class SampleRun {
  private static final List<String> OPENING =
      List.of(
          "SessionSetup",
          "AuthorizationSetup",
          "Authorization",
          "ServiceDiscovery",
          "ServiceDetail",
          "ServiceSelection",
          "DC_ChargeParameterDiscovery",
          "ScheduleExchange");
  private static final double PLUG = 2.0;

  private final List<String> lines = new ArrayList<>();
  private double t = 1;
  private double imported = 1000;
  private double exported = 500;
  private double soc = 50;

  private SampleRun() {}

  /** The lines in the order of time. */
  public static List<String> lines() {
    SampleRun run = new SampleRun();
    run.begin();
    run.open();
    run.flow(9_500, 10, "charge");
    run.setpoint();
    run.flow(-8_000, 12, "discharge");
    run.stop();
    return run.lines;
  }

  /** The same as events. */
  public static List<TraceEvent> events() {
    return lines().stream().map(TraceEvent::parse).flatMap(Optional::stream).toList();
  }

  private void say(String who, String kind, String fields) {
    lines.add(
        String.format(
            Locale.ROOT, "{\"t\":%.3f,\"who\":\"%s\",\"kind\":\"%s\"%s}", t, who, kind, fields));
  }

  private void begin() {
    say("csms", "state", ",\"name\":\"listening\",\"port\":9180");
    say("csms", "link", ",\"station\":\"CS\",\"dialect\":\"2.1\"");
    ocpp(false, "CALL", "BootNotification", "{\"reason\":\"PowerUp\"}");
    ocpp(true, "CALLRESULT", "BootNotification", "{\"status\":\"Accepted\"}");
    say("ev", "sample", ",\"soc\":50.0");
    sample(0, 0);
    t = PLUG;
    say("evse", "phase", ",\"name\":\"plugged\",\"state\":\"begin\"");
    pilot("A", "B", 9, 5);
    say("evse", "lock", ",\"locked\":true");
    ocpp(true, "CALL", "RequestStartTransaction", "{\"remoteStartId\":1}");
    ocpp(false, "CALLRESULT", "RequestStartTransaction", "{\"status\":\"Accepted\"}");
    ocpp(
        false,
        "CALL",
        "TransactionEvent",
        "{\"eventType\":\"Started\",\"triggerReason\":\"CablePluggedIn\",\"seqNo\":0,"
            + "\"transactionInfo\":{\"chargingState\":\"EVConnected\"}}");
    ledger(1, false);
  }

  private void open() {
    say("evse", "transport", ",\"protocol\":\"TLSv1.3\",\"detail\":\"handshake 60 ms\"");
    phase("setup", 0.4);
    exchange("supportedAppProtocol", "8000aa");
    say(
        "evse",
        "session",
        ",\"protocol\":\"ISO 15118-20:DC\",\"service\":\"DC_BPT\",\"control\":\"dynamic\"");
    for (String name : OPENING) {
      exchange(name, "8004");
    }
    say("evse", "phase", ",\"name\":\"cableCheck\",\"state\":\"begin\"");
    pilot("B", "C", 6, 5);
    say("evse", "contactor", ",\"closed\":true");
    for (int i = 0; i < 12; i++) {
      exchange("DC_CableCheck", "8006");
    }
    say("evse", "phase", ",\"name\":\"cableCheck\",\"state\":\"end\"");
    for (int i = 0; i < 5; i++) {
      exchange("DC_PreCharge", "8008");
      sample(70 * (i + 1), 0);
    }
    exchange("PowerDelivery", "800a");
  }

  private void flow(double watts, double seconds, String phase) {
    say("evse", "phase", ",\"name\":\"" + phase + "\",\"state\":\"begin\"");
    say(
        "evse",
        "decision",
        String.format(Locale.ROOT, ",\"watts\":%.0f,\"limit\":\"%s\"", watts, phase));
    double end = t + seconds;
    while (t < end) {
      exchange("DC_ChargeLoop", "800c");
      t += 0.15;
      imported += Math.max(0, watts) * 0.2 / 3600;
      exported += Math.max(0, -watts) * 0.2 / 3600;
      soc += watts * 0.2 / 3600 / 400;
      sample(370, watts);
      say("ev", "sample", String.format(Locale.ROOT, ",\"soc\":%.3f", soc));
    }
    say("evse", "phase", ",\"name\":\"" + phase + "\",\"state\":\"end\"");
  }

  private void setpoint() {
    say("csms", "log", ",\"level\":\"info\",\"text\":\"script: charging for 10 s\"");
    ocpp(
        true,
        "CALL",
        "SetChargingProfile",
        "{\"chargingProfile\":{\"chargingProfilePurpose\":\"TxProfile\",\"chargingSchedule\":[{"
            + "\"chargingRateUnit\":\"W\",\"chargingSchedulePeriod\":[{\"setpoint\":-8000}]}]}}");
    ocpp(false, "CALLRESULT", "SetChargingProfile", "{\"status\":\"Accepted\"}");
  }

  private void stop() {
    ocpp(true, "CALL", "RequestStopTransaction", "{\"transactionId\":\"T1\"}");
    ocpp(false, "CALLRESULT", "RequestStopTransaction", "{\"status\":\"Accepted\"}");
    exchange("PowerDelivery", "800a");
    sample(370, 0);
    t += 0.6;
    say("evse", "contactor", ",\"closed\":false");
    exchange("DC_WeldingDetection", "800e");
    exchange("SessionStop", "8010");
    pilot("C", "B", 9, 100);
    say("evse", "lock", ",\"locked\":false");
    sample(0, 0);
    ocpp(
        false,
        "CALL",
        "TransactionEvent",
        "{\"eventType\":\"Ended\",\"triggerReason\":\"RemoteStop\",\"seqNo\":9,"
            + "\"transactionInfo\":{\"chargingState\":\"EVConnected\",\"stoppedReason\":\"Remote\"}}");
    ledger(4, true);
    t += 1;
    pilot("B", "A", 12, 100);
    say("evse", "phase", ",\"name\":\"plugged\",\"state\":\"end\"");
  }

  private void phase(String name, double seconds) {
    say("evse", "phase", ",\"name\":\"" + name + "\",\"state\":\"begin\"");
    t += seconds;
    say("evse", "phase", ",\"name\":\"" + name + "\",\"state\":\"end\"");
  }

  private void exchange(String name, String hex) {
    String fields =
        ",\"direction\":\"%s\",\"name\":\"%s\",\"set\":\"iso20\",\"payloadType\":32770,";
    String tail = "\"hex\":\"" + hex + "\"";
    say("evse", "message", fields.formatted("ev>evse", name + "Req") + tail);
    t += 0.004;
    double millis = 1 + lines.size() % 7;
    say(
        "evse",
        "message",
        fields.formatted("evse>ev", name + "Res") + tail + ",\"responseMillis\":" + millis);
    t += 0.046;
  }

  private void pilot(String from, String to, double volts, double duty) {
    say(
        "evse",
        "pilot",
        String.format(
            Locale.ROOT,
            ",\"from\":\"%s\",\"state\":\"%s\",\"highVolts\":%.1f,\"lowVolts\":-12.0,\"dutyPercent\":%.1f",
            from,
            to,
            volts,
            duty));
  }

  private void sample(double volts, double watts) {
    say(
        "evse",
        "sample",
        String.format(
            Locale.ROOT,
            ",\"volts\":%.1f,\"amps\":%.2f,\"watts\":%.1f,\"importedWh\":%.3f,\"exportedWh\":%.3f,"
                + "\"pilotVolts\":6%s",
            volts,
            volts == 0 ? 0 : watts / volts,
            watts,
            imported,
            exported,
            watts == 0 ? "" : String.format(Locale.ROOT, ",\"setpointWatts\":%.1f", watts)));
  }

  private void ocpp(boolean toStation, String type, String action, String payload) {
    say(
        "csms",
        "ocpp",
        String.format(
            Locale.ROOT,
            ",\"direction\":\"%s\",\"type\":\"%s\",\"id\":\"1\",\"action\":\"%s\",\"payload\":%s",
            toStation ? "csms>cs" : "cs>csms",
            type,
            action,
            payload));
  }

  private void ledger(int steps, boolean ended) {
    say(
        "csms",
        "ledger",
        String.format(
            Locale.ROOT,
            ",\"rejected\":0,\"stepsTaken\":%d,\"transactions\":[{\"id\":\"T1\",\"started\":true,"
                + "\"ended\":%b,\"events\":10,\"gaps\":0,\"duplicates\":0,\"signedValues\":2,"
                + "\"importedWh\":%.3f,\"exportedWh\":%.3f,\"stoppedReason\":\"%s\"}]",
            steps,
            ended,
            imported - 1000,
            exported - 500,
            ended ? "Remote" : ""));
  }
}
