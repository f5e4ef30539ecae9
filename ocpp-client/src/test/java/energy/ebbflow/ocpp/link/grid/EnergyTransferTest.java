package energy.ebbflow.ocpp.link.grid;

import static energy.ebbflow.ocpp.link.Bench.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.EnergyTransfer;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Bench;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may give energy back, as the back office says it: OCPP 2.1 Q01 and Q02. */
class EnergyTransferTest {
  private static final String BOTH_WAYS =
      "{\"transactionId\":\"t1\",\"allowedEnergyTransfer\":[\"DC\",\"DC_BPT\",\"WPT\"]}";

  private final Path folder;
  private Bench bench;

  EnergyTransferTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private BackOfficeCommand.AuthorisationAnswer authorised(String more) {
    bench.report(new StationEvent.AuthorisationQuestion(1, 1, new IdToken("AABB", "ISO14443")));
    bench.reply("Authorize", "{\"idTokenInfo\":{\"status\":\"Accepted\"}" + more + "}");
    return bench.command(BackOfficeCommand.AuthorisationAnswer.class);
  }

  private void running() {
    bench.report(transaction(Kind.STARTED, "t1", "Authorized"));
    bench.reply("TransactionEvent", "{}");
  }

  @Test
  void theAnswerToAQuestionSaysHowEnergyMayFlow() {
    assertEquals(
        Optional.of(Set.of(EnergyTransfer.AC, EnergyTransfer.DC_BPT)),
        authorised(",\"allowedEnergyTransfer\":[\"AC_three_phase\",\"DC_BPT\"]").allowed());
  }

  /** AuthorizeResponse: what is left out is no word; the station knows what that means. */
  @Test
  void silenceIsNoPermission() {
    assertEquals(Optional.empty(), authorised("").allowed());
  }

  @Test
  void aChangeIsTheStationsDecision() {
    running();
    bench.ask("NotifyAllowedEnergyTransfer", BOTH_WAYS);
    assertTrue(bench.frames.isEmpty(), "the answer waits for the station");
    BackOfficeCommand.AllowEnergyTransfer allow =
        bench.command(BackOfficeCommand.AllowEnergyTransfer.class);
    assertEquals("t1", allow.transaction());
    assertEquals(Set.of(EnergyTransfer.DC, EnergyTransfer.DC_BPT), allow.allowed());
    bench.report(new StationEvent.CommandResult(allow.command(), true, ""));
    assertEquals("Accepted", bench.answer().get("status").asText());
  }

  @Test
  void aRefusalSaysWhy() {
    running();
    bench.ask("NotifyAllowedEnergyTransfer", BOTH_WAYS);
    long number = bench.command(BackOfficeCommand.AllowEnergyTransfer.class).command();
    bench.report(new StationEvent.CommandResult(number, false, "the vehicle cannot"));
    JsonNode answer = bench.answer();
    assertEquals("Rejected", answer.get("status").asText());
    assertEquals("UnsupportedRequest", answer.get("statusInfo").get("reasonCode").asText());
    assertEquals("the vehicle cannot", answer.get("statusInfo").get("additionalInfo").asText());
  }

  @Test
  void onlyARunningTransactionIsChanged() {
    JsonNode answer = bench.asked("NotifyAllowedEnergyTransfer", BOTH_WAYS);
    assertEquals("Rejected", answer.get("status").asText());
    assertEquals("TxNotFound", answer.get("statusInfo").get("reasonCode").asText());
    assertTrue(bench.none(BackOfficeCommand.AllowEnergyTransfer.class));
  }

  /** The message came with 2.1. */
  @Test
  void anOlderBackOfficeHasNoSuchMessage() {
    bench.close();
    bench = new Bench(folder, WireVersion.V201).online();
    running();
    assertEquals("NotImplemented", bench.asked("NotifyAllowedEnergyTransfer", BOTH_WAYS).asText());
  }
}
