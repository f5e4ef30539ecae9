package energy.ebbflow.ocpp.link.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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

/** A vehicle that pays by contract has the tariff that the back office gives with it (C07, I08). */
class ContractTariffTest extends TariffCase {
  private static final IdToken CONTRACT = new IdToken("DE-EBB-C12345678-X", "eMAID");

  ContractTariffTest(@TempDir Path folder) {
    super(folder);
  }

  private BackOfficeCommand.AuthorisationAnswer authorised(String certificate, String tariff) {
    bench.report(new StationEvent.ContractQuestion(7, 1, CONTRACT, Optional.of("pem"), List.of()));
    bench.reply(
        "Authorize",
        "{\"idTokenInfo\":{\"status\":\"Accepted\"},\"certificateStatus\":\""
            + certificate
            + "\",\"tariff\":"
            + tariff
            + "}");
    return bench.command(BackOfficeCommand.AuthorisationAnswer.class);
  }

  private JsonNode transaction(Kind kind, double kwh) {
    bench.report(
        new StationEvent.Transaction(
            kind,
            "t1",
            "Authorized",
            "Charging",
            1,
            1,
            Optional.of(CONTRACT),
            Optional.empty(),
            kind == Kind.ENDED ? Optional.of("EVDisconnected") : Optional.empty(),
            bench.now().instant(),
            List.of(sample(kwh))));
    return bench.reply("TransactionEvent", "{}");
  }

  @Test
  void theTariffOfAContractCounts() {
    accepted(0, perKwh("outlet", 0.9));
    assertEquals(true, authorised("Accepted", perKwh("contract", 0.25)).accepted());
    assertEquals(
        "contract", transaction(Kind.STARTED, 100).get("transactionInfo").get("tariffId").asText());
    bench.pass(60);
    assertEquals(1.0, total(transaction(Kind.ENDED, 104)), 1e-9);
  }

  /** C07.FR.02: what came with a contract that may not charge is not remembered. */
  @Test
  void theTariffOfARevokedContractDoesNot() {
    accepted(0, perKwh("outlet", 0.9));
    assertFalse(authorised("CertificateRevoked", perKwh("contract", 0.25)).accepted());
    assertEquals(
        "outlet", transaction(Kind.STARTED, 100).get("transactionInfo").get("tariffId").asText());
  }

  /** I08: one that cannot be reckoned with is a problem, and the user is not let in. */
  @Test
  void aTariffThatCannotBeReckonedWithEndsIt() {
    String twice = perKwh("contract", 0.25).replace("'", "\"").replace("0.25", "\"dear\"");
    BackOfficeCommand.AuthorisationAnswer said = authorised("Accepted", twice);
    assertFalse(said.accepted());
    assertEquals("TariffFailed", said.status());
    assertEquals(
        "Problem",
        bench
            .reply("NotifyEvent", "{}")
            .get("eventData")
            .get(0)
            .get("variable")
            .get("name")
            .asText());
  }
}
