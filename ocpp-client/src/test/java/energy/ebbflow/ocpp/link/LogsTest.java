package energy.ebbflow.ocpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.errand.Errand;
import energy.ebbflow.ocpp.errand.ErrandEnd.How;
import energy.ebbflow.ocpp.json.WireVersion;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs: N01, by the OCA's test cases (part 6, TC_N_25 and up), and GetDiagnostics of 1.6. */
class LogsTest {
  private final Path folder;
  private Bench bench;

  LogsTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static String want(int id, String kind, String location) {
    return "{\"logType\":\""
        + kind
        + "\",\"requestId\":"
        + id
        + ",\"retries\":1,\"retryInterval\":10,\"log\":{\"remoteLocation\":\""
        + location
        + "\"}}";
  }

  private void told(String status, int id) {
    JsonNode told = bench.reply("LogStatusNotification", "{}");
    assertEquals(status, told.get("status").asText());
    assertEquals(id, told.get("requestId").asInt());
  }

  /** TC_N_25, TC_N_26. */
  @Test
  void aLogIsSent() {
    JsonNode answer = bench.asked("GetLog", want(3, "SecurityLog", "https://files/logs/"));
    assertEquals("Accepted", answer.get("status").asText());
    told("Uploading", 3);
    Errand.Upload upload = bench.end(Errand.Upload.class, How.DONE);
    assertTrue(upload.excerpt().security());
    assertEquals(answer.get("filename").asText(), upload.fileName());
    told("Uploaded", 3);
  }

  /** TC_N_34: tried again after the pause, then given up. */
  @Test
  void anUploadThatFailsIsTriedAgain() {
    bench.asked("GetLog", want(4, "DiagnosticsLog", "ftp://files/"));
    told("Uploading", 4);
    bench.end(Errand.Upload.class, How.FAILED);
    bench.pass(9.9);
    assertEquals(Map.of(), bench.errands);
    bench.pass(0.1);
    bench.end(Errand.Upload.class, How.FAILED);
    told("UploadFailure", 4);
    assertEquals(Map.of(), bench.errands);
  }

  /** A server that refuses us is not asked again. */
  @Test
  void aRefusalIsFinal() {
    bench.asked("GetLog", want(5, "DiagnosticsLog", "ftp://files/"));
    told("Uploading", 5);
    bench.end(Errand.Upload.class, How.DENIED);
    told("PermissionDenied", 5);
  }

  /** TC_N_35, N01.FR.12: the second takes the place of the first. */
  @Test
  void aSecondRequestReplacesTheFirst() {
    bench.asked("GetLog", want(6, "DiagnosticsLog", "ftp://files/"));
    told("Uploading", 6);
    assertEquals(
        "AcceptedCanceled",
        bench.asked("GetLog", want(7, "DiagnosticsLog", "ftp://files/")).get("status").asText());
    told("AcceptedCanceled", 6);
    told("Uploading", 7);
    assertEquals(1, bench.errands.size());
  }

  @Test
  void whatCannotBeSentIsRefused() {
    for (String location : new String[] {"sftp://files/", "nonsense", "https:///"}) {
      assertEquals(
          "Rejected",
          bench.asked("GetLog", want(8, "SecurityLog", location)).get("status").asText());
    }
    assertEquals(
        "Rejected",
        bench
            .asked(
                "GetLog",
                "{\"logType\":\"SecurityLog\",\"requestId\":1,\"log\":{\"remoteLocation\":"
                    + "\"ftp://files/\",\"oldestTimestamp\":\"2026-03-02T00:00:00Z\","
                    + "\"latestTimestamp\":\"2026-03-01T00:00:00Z\"}}")
            .get("status")
            .asText());
    assertEquals(
        "Rejected",
        bench.asked("GetLog", want(9, "DataCollectorLog", "ftp://f/")).get("status").asText());
    assertEquals(Map.of(), bench.errands);
  }

  /** F06, N01.FR.09. */
  @Test
  void theStatusIsToldAgainWhenItIsAskedFor() {
    bench.asked("TriggerMessage", "{\"requestedMessage\":\"LogStatusNotification\"}");
    JsonNode idle = bench.reply("LogStatusNotification", "{}");
    assertEquals("Idle", idle.get("status").asText());
    assertFalse(idle.has("requestId"));
  }

  /** What was told while the link was down is told afterwards, in its order. */
  @Test
  void aLostLinkLosesNoStatus() {
    bench.asked("GetLog", want(10, "DiagnosticsLog", "ftp://files/"));
    told("Uploading", 10);
    bench.link.closed("cable", bench.now());
    bench.end(Errand.Upload.class, How.DONE);
    bench.pass(10);
    bench.link.opened("ocpp2.1", bench.now());
    told("Uploaded", 10);
  }

  /** 1.6: GetDiagnostics has statuses of its own. */
  @Test
  void diagnosticsOf16() {
    bench.close();
    bench = new Bench(folder, WireVersion.V16).online2();
    JsonNode answer = bench.asked("GetDiagnostics", "{\"location\":\"ftp://files/\"}");
    assertTrue(answer.get("fileName").asText().endsWith(".log.gz"));
    assertEquals(
        "Uploading", bench.reply("DiagnosticsStatusNotification", "{}").get("status").asText());
    bench.end(Errand.Upload.class, How.DENIED);
    assertEquals(
        "UploadFailed", bench.reply("DiagnosticsStatusNotification", "{}").get("status").asText());
    bench.asked("TriggerMessage", "{\"requestedMessage\":\"DiagnosticsStatusNotification\"}");
    assertEquals("Idle", bench.reply("DiagnosticsStatusNotification", "{}").get("status").asText());
    assertFalse(bench.asked("GetDiagnostics", "{\"location\":\"x\"}").has("fileName"));
  }
}
