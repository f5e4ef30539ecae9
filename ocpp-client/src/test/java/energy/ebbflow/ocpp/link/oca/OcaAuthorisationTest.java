package energy.ebbflow.ocpp.link.oca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Bench;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Block C, who may charge and what is remembered of it; and the password of A_10. */
class OcaAuthorisationTest {
  /** The token of {@link Bench#transaction}. */
  private static final String TOKEN = "AABBCCDD";

  @TempDir Path folder;
  private Bench bench;
  private long questions;

  @BeforeEach
  void online() {
    bench = new Bench(folder, WireVersion.V201).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private String set(String component, String variable, String value) {
    return bench
        .asked(
            "SetVariables",
            "{\"setVariableData\":[{\"component\":{\"name\":\""
                + component
                + "\"},\"variable\":{\"name\":\""
                + variable
                + "\"},\"attributeValue\":\""
                + value
                + "\"}]}")
        .get("setVariableResult")
        .get(0)
        .get("attributeStatus")
        .asText();
  }

  private void show() {
    bench.report(
        new StationEvent.AuthorisationQuestion(++questions, 1, new IdToken(TOKEN, "ISO14443")));
  }

  /** The token is shown, and the back office is asked and answers. */
  private BackOfficeCommand.AuthorisationAnswer authorise(String status) {
    show();
    JsonNode asked = bench.reply("Authorize", "{\"idTokenInfo\":{\"status\":\"" + status + "\"}}");
    assertEquals(TOKEN, asked.get("idToken").get("idToken").asText());
    assertEquals("ISO14443", asked.get("idToken").get("type").asText());
    return bench.command(BackOfficeCommand.AuthorisationAnswer.class);
  }

  /** TC_C_02, TC_C_06, TC_C_07, TC_C_56: whom the back office does not accept may not charge. */
  @ParameterizedTest
  @ValueSource(strings = {"Invalid", "Unknown", "Blocked", "Expired"})
  void whoIsNotAcceptedMayNotCharge(String status) {
    BackOfficeCommand.AuthorisationAnswer answer = authorise(status);
    assertFalse(answer.accepted());
    assertEquals(status, answer.status());
  }

  /** TC_C_08, TC_C_32: a remembered token charges at once, after a restart too. */
  @Test
  void aRememberedTokenChargesAtOnce() {
    assertEquals("Accepted", set("AuthCtrlr", "LocalPreAuthorize", "true"));
    authorise("Accepted");
    show();
    assertTrue(bench.command(BackOfficeCommand.AuthorisationAnswer.class).accepted());
    assertTrue(bench.frames.isEmpty(), "nobody was asked");
    bench.close();
    bench = new Bench(folder, WireVersion.V201).online();
    show();
    assertTrue(bench.command(BackOfficeCommand.AuthorisationAnswer.class).accepted());
    assertTrue(bench.frames.isEmpty(), "nobody was asked");
  }

  /** TC_C_09 to 12: one that is remembered as not accepted is asked about, and may be accepted. */
  @ParameterizedTest
  @ValueSource(strings = {"Invalid", "Blocked", "Expired"})
  void aTokenThatIsRememberedAsBadIsAskedAbout(String status) {
    set("AuthCtrlr", "LocalPreAuthorize", "true");
    authorise(status);
    assertFalse(authorise(status).accepted());
    assertTrue(authorise("Accepted").accepted());
  }

  /** TC_C_33: the newest answer is remembered. */
  @Test
  void theNewestAnswerIsRemembered() {
    set("AuthCtrlr", "LocalPreAuthorize", "true");
    authorise("Invalid");
    authorise("Accepted");
    show();
    assertTrue(bench.command(BackOfficeCommand.AuthorisationAnswer.class).accepted());
    assertTrue(bench.frames.isEmpty(), "nobody was asked");
  }

  /** TC_C_34: what an event of the transaction is answered counts as well. */
  @Test
  void theAnswerToATransactionIsRemembered() {
    set("AuthCtrlr", "LocalPreAuthorize", "true");
    authorise("Accepted");
    bench.report(Bench.transaction(Kind.STARTED, "t1", "Authorized"));
    bench.reply("TransactionEvent", "{\"idTokenInfo\":{\"status\":\"Invalid\"}}");
    assertEquals("t1", bench.command(BackOfficeCommand.Deauthorise.class).transaction());
    assertFalse(authorise("Invalid").accepted());
  }

  /** TC_C_16, TC_C_17: what a token that is not good ends is the operator's choice. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatABadTokenEndsIsTheOperatorsChoice(boolean stops) {
    assertEquals("Accepted", set("TxCtrlr", "StopTxOnInvalidId", Boolean.toString(stops)));
    bench.report(Bench.transaction(Kind.STARTED, "t1", "Authorized"));
    bench.reply("TransactionEvent", "{\"idTokenInfo\":{\"status\":\"Invalid\"}}");
    assertEquals(
        new BackOfficeCommand.Deauthorise("t1", "Invalid", stops),
        bench.command(BackOfficeCommand.Deauthorise.class));
  }

  /** Another card is shown while a transaction runs: it may end nothing. */
  private void showAnother(String answer) {
    bench.report(
        new StationEvent.AuthorisationQuestion(++questions, 1, new IdToken("ANOTHER", "ISO14443")));
    bench.reply("Authorize", "{\"idTokenInfo\":" + answer + "}");
    assertTrue(bench.none(BackOfficeCommand.End.class));
    assertTrue(bench.frames.isEmpty(), "no event of the transaction is told");
  }

  /** TC_C_04: a card of nobody's group does not end somebody else's transaction. */
  @Test
  void anotherCardEndsNothing() {
    authorise("Accepted");
    bench.report(Bench.transaction(Kind.STARTED, "t1", "Authorized"));
    bench.reply("TransactionEvent", "{}");
    showAnother("{\"status\":\"Accepted\"}");
  }

  private static final String GROUP =
      ",\"groupIdToken\":{\"idToken\":\"family\",\"type\":\"Central\"}}";

  /** TC_C_42, TC_C_44: nor does one of the group that is not good, remembered or not. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBadCardOfTheGroupEndsNothing(boolean remembered) {
    set("AuthCtrlr", "LocalPreAuthorize", Boolean.toString(remembered));
    show();
    bench.reply("Authorize", "{\"idTokenInfo\":{\"status\":\"Accepted\"" + GROUP + "}");
    bench.report(Bench.transaction(Kind.STARTED, "t1", "Authorized"));
    bench.reply("TransactionEvent", "{\"idTokenInfo\":{\"status\":\"Accepted\"" + GROUP + "}");
    showAnother("{\"status\":\"Invalid\"" + GROUP);
    showAnother("{\"status\":\"Invalid\"" + GROUP);
  }

  /** TC_C_36: without pre-authorisation the back office is always asked. */
  @Test
  void withoutPreAuthorisationEverybodyIsAskedAbout() {
    assertEquals("Accepted", set("AuthCtrlr", "LocalPreAuthorize", "false"));
    authorise("Accepted");
    assertTrue(authorise("Accepted").accepted());
  }

  /** TC_C_37, TC_C_38: the cache is cleared, unless it is switched off. */
  @Test
  void theCacheIsClearedWhereItIsOn() {
    set("AuthCtrlr", "LocalPreAuthorize", "true");
    authorise("Accepted");
    assertEquals("Accepted", bench.asked("ClearCache", "{}").get("status").asText());
    authorise("Accepted");
    assertEquals("Accepted", set("AuthCacheCtrlr", "Enabled", "false"));
    assertEquals("Rejected", bench.asked("ClearCache", "{}").get("status").asText());
  }

  /** TC_A_10: a password that is too short changes nothing. */
  @Test
  void aPasswordThatIsTooShortChangesNothing() {
    assertEquals("Rejected", set("SecurityCtrlr", "BasicAuthPassword", "short"));
    assertTrue(bench.disconnects.isEmpty(), "the link stays");
  }
}
