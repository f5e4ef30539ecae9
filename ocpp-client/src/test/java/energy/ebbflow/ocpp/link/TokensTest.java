package energy.ebbflow.ocpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may charge while nobody can be asked: blocks C and D. */
class TokensTest {
  private final Path folder;
  private Bench bench;
  private long questions;

  TokensTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private BackOfficeCommand.AuthorisationAnswer askOffline(String token) {
    bench.report(
        new StationEvent.AuthorisationQuestion(++questions, 1, new IdToken(token, "ISO14443")));
    return bench.command(BackOfficeCommand.AuthorisationAnswer.class);
  }

  private void learn(String token, String info) {
    bench.report(
        new StationEvent.AuthorisationQuestion(++questions, 1, new IdToken(token, "ISO14443")));
    bench.reply("Authorize", "{\"idTokenInfo\":" + info + "}");
    bench.command(BackOfficeCommand.AuthorisationAnswer.class);
  }

  private void set(String component, String variable, String value) {
    bench.asked(
        "SetVariables",
        "{\"setVariableData\":[{\"component\":{\"name\":\""
            + component
            + "\"},\"variable\":{\"name\":\""
            + variable
            + "\"},\"attributeValue\":\""
            + value
            + "\"}]}");
  }

  private JsonNode list(String kind, int version, String... entries) {
    return bench.asked(
        "SendLocalList",
        "{\"versionNumber\":"
            + version
            + ",\"updateType\":\""
            + kind
            + "\",\"localAuthorizationList\":["
            + String.join(",", entries)
            + "]}");
  }

  private static String entry(String token, String status) {
    return "{\"idToken\":{\"idToken\":\""
        + token
        + "\",\"type\":\"ISO14443\"}"
        + (status.isEmpty() ? "" : ",\"idTokenInfo\":{\"status\":\"" + status + "\"}")
        + "}";
  }

  private void offline() {
    bench.link.closed("gone", bench.now());
  }

  @Test
  void aTokenThatWasAcceptedChargesOffline() {
    // C12, C15; tokens compare without case.
    learn("AaBb", "{\"status\":\"Accepted\"}");
    learn("CC", "{\"status\":\"Blocked\"}");
    offline();
    assertTrue(askOffline("aabb").accepted());
    assertEquals("Blocked", askOffline("CC").status());
    assertEquals("Offline", askOffline("DD").status());
  }

  @Test
  void theCacheOutlivesARestartAndIsCleared() {
    learn("AA", "{\"status\":\"Accepted\"}");
    bench.close();
    bench = new Bench(folder);
    assertTrue(askOffline("AA").accepted());
    bench.online();
    assertEquals("Accepted", bench.asked("ClearCache", "{}").get("status").asText());
    offline();
    assertFalse(askOffline("AA").accepted());
  }

  @Test
  void anExpiredTokenDoesNotCharge() {
    learn("AA", "{\"status\":\"Accepted\",\"cacheExpiryDateTime\":\"2026-03-01T12:10:00Z\"}");
    offline();
    bench.nanos = 599 * Bench.SECOND;
    assertTrue(askOffline("AA").accepted());
    bench.nanos = 600 * Bench.SECOND;
    assertEquals("Expired", askOffline("AA").status());
  }

  @Test
  void whatTheOperatorSwitchesOffIsOff() {
    learn("AA", "{\"status\":\"Accepted\"}");
    set("AuthCtrlr", "LocalAuthorizeOffline", "false");
    offline();
    assertFalse(askOffline("AA").accepted());
  }

  @Test
  void unknownTokensChargeOfflineOnlyWhereTheyMay() {
    set("AuthCtrlr", "OfflineTxForUnknownIdEnabled", "true");
    offline();
    assertTrue(askOffline("ZZ").accepted());
  }

  @Test
  void knownTokensAreNotAskedAboutWhereTheyNeedNot() {
    learn("AA", "{\"status\":\"Accepted\"}");
    set("AuthCtrlr", "LocalPreAuthorize", "true");
    assertTrue(askOffline("AA").accepted());
    assertTrue(bench.frames.isEmpty(), bench.frames::toString);
  }

  @Test
  void theListGoesBeforeTheCacheAndOutlivesARestart() {
    learn("AA", "{\"status\":\"Accepted\"}");
    assertEquals(
        "Accepted",
        list("Full", 4, entry("AA", "Blocked"), entry("BB", "Accepted")).get("status").asText());
    bench.close();
    bench = new Bench(folder).online();
    assertEquals(4, bench.asked("GetLocalListVersion", "{}").get("versionNumber").asInt());
    offline();
    assertEquals("Blocked", askOffline("AA").status());
    assertTrue(askOffline("BB").accepted());
  }

  @Test
  void aDifferentialListChangesWhatItNames() {
    list("Full", 4, entry("AA", "Accepted"), entry("BB", "Accepted"));
    assertEquals(
        "VersionMismatch", list("Differential", 4, entry("AA", "")).get("status").asText());
    assertEquals(
        "Failed",
        list("Differential", 5, entry("AA", ""), entry("aa", "Accepted")).get("status").asText());
    assertEquals("Accepted", list("Differential", 5, entry("AA", "")).get("status").asText());
    offline();
    assertFalse(askOffline("AA").accepted());
    assertTrue(askOffline("BB").accepted());
  }

  @Test
  void anEmptyFullListIsNoList() {
    // D01.FR.04.
    list("Full", 4, entry("AA", "Accepted"));
    assertEquals(
        "Accepted",
        bench
            .asked("SendLocalList", "{\"versionNumber\":5,\"updateType\":\"Full\"}")
            .get("status")
            .asText());
    assertEquals(0, bench.asked("GetLocalListVersion", "{}").get("versionNumber").asInt());
  }
}
