package energy.ebbflow.ocpp.link.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station without a payment terminal says so wherever it is asked (2.1 C18 to C24). */
class PaymentTest extends TariffCase {
  PaymentTest(@TempDir Path folder) {
    super(folder);
  }

  /** Whoever looks for a terminal learns that the component does not exist. */
  @Test
  void aTerminalIsNoComponentOfTheStation() {
    for (String variable : List.of("Available", "Enabled", "PaymentDetails", "SettlementByCSMS")) {
      String named =
          "{\"component\":{\"name\":\"PaymentCtrlr\"},\"variable\":{\"name\":\"" + variable + "\"}";
      assertEquals(
          "UnknownComponent",
          bench
              .asked("GetVariables", "{\"getVariableData\":[" + named + "}]}")
              .at("/getVariableResult/0/attributeStatus")
              .asText());
      assertEquals(
          "UnknownComponent",
          bench
              .asked(
                  "SetVariables",
                  "{\"setVariableData\":[" + named + ",\"attributeValue\":\"true\"}]}")
              .at("/setVariableResult/0/attributeStatus")
              .asText());
    }
  }

  /** Messages of a terminal go from the station to the back office only. */
  @Test
  void messagesOfATerminalAreNotImplemented() {
    for (String action : List.of("NotifySettlement", "VatNumberValidation")) {
      assertEquals("NotImplemented", bench.asked(action, "{}").asText());
    }
  }

  /**
   * C18, C20: who has paid elsewhere is started from there; the station settles nothing and says
   * nothing of a settlement.
   */
  @Test
  void aPaymentMadeElsewhereIsSettledElsewhere() {
    bench.ask(
        "RequestStartTransaction",
        "{\"evseId\":1,\"remoteStartId\":5,"
            + "\"idToken\":{\"idToken\":\"psp-1\",\"type\":\"DirectPayment\"}}");
    BackOfficeCommand.Start start = bench.command(BackOfficeCommand.Start.class);
    assertEquals("DirectPayment", start.token().type());
    bench.report(new StationEvent.CommandResult(start.command(), true, ""));
    assertEquals("Accepted", bench.answer().get("status").asText());
    for (Kind kind : List.of(Kind.STARTED, Kind.ENDED)) {
      bench.report(
          new StationEvent.Transaction(
              kind,
              "t1",
              kind == Kind.STARTED ? "RemoteStart" : "RemoteStop",
              "Charging",
              1,
              1,
              Optional.of(new IdToken("psp-1", "DirectPayment")),
              Optional.of(5),
              kind == Kind.ENDED ? Optional.of("Remote") : Optional.empty(),
              bench.now().instant(),
              List.of(sample(100))));
      JsonNode event = bench.reply("TransactionEvent", "{}");
      assertTrue(event.hasNonNull("transactionInfo"));
    }
    bench.pass(120);
    assertTrue(bench.frames.isEmpty(), bench.frames::toString);
  }
}
