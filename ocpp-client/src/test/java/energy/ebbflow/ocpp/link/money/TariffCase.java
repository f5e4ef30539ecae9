package energy.ebbflow.ocpp.link.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.link.Bench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A station that is given tariffs, and one transaction of it. */
abstract class TariffCase {
  static final String TOKEN = "AABBCCDD";

  final Path folder;
  Bench bench;

  TariffCase(Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder).online();
    bench.asked(
        "SetVariables",
        "{\"setVariableData\":[{\"component\":{\"name\":\"OCPPCommCtrlr\"},\"variable\":"
            + "{\"name\":\"HeartbeatInterval\"},\"attributeValue\":\"86400\"}]}");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  static String tariff(String id, String parts) {
    return ("{'tariffId':'" + id + "','currency':'EUR'," + parts + "}").replace('\'', '"');
  }

  static String perKwh(String id, double price) {
    return tariff(id, "'energy':{'prices':[{'priceKwh':" + price + "}]}");
  }

  JsonNode set(int evse, String tariff) {
    return bench.asked("SetDefaultTariff", "{\"evseId\":" + evse + ",\"tariff\":" + tariff + "}");
  }

  void accepted(int evse, String tariff) {
    assertEquals("Accepted", set(evse, tariff).get("status").asText());
  }

  void variable(String variable, String instance, String value) {
    JsonNode answer =
        bench.asked(
            "SetVariables",
            "{\"setVariableData\":[{\"component\":{\"name\":\"TariffCostCtrlr\"},"
                + "\"variable\":{\"name\":\""
                + variable
                + "\",\"instance\":\""
                + instance
                + "\"},\"attributeValue\":\""
                + value
                + "\"}]}");
    assertEquals(
        "Accepted", answer.get("setVariableResult").get(0).get("attributeStatus").asText());
  }

  StationEvent.Transaction event(Kind kind, String id, String trigger, double kwh) {
    return new StationEvent.Transaction(
        kind,
        id,
        trigger,
        "Charging",
        1,
        1,
        Optional.of(new IdToken(TOKEN, "ISO14443")),
        Optional.empty(),
        kind == Kind.ENDED ? Optional.of("Local") : Optional.empty(),
        bench.now().instant(),
        List.of(sample(kwh)));
  }

  MeterSample sample(double kwh) {
    return new MeterSample(
        bench.now().instant(),
        kwh * 1_000,
        0,
        10_000,
        List.of(25.0),
        List.of(400.0),
        Optional.empty(),
        Optional.of(50.0));
  }

  /** A transaction begins; its event is answered by this. */
  JsonNode begun(String answer) {
    bench.report(event(Kind.STARTED, "t1", "Authorized", 100));
    return bench.reply("TransactionEvent", answer);
  }

  JsonNode ended(double kwh) {
    bench.report(event(Kind.ENDED, "t1", "StopAuthorized", kwh));
    return bench.reply("TransactionEvent", "{}");
  }

  static double total(JsonNode event) {
    return event.get("costDetails").get("totalCost").get("total").get("inclTax").asDouble();
  }

  List<String> assignments(int evse) {
    JsonNode answer = bench.asked("GetTariffs", "{\"evseId\":" + evse + "}");
    List<String> all = new ArrayList<>();
    answer
        .path("tariffAssignments")
        .forEach(
            a ->
                all.add(
                    a.get("tariffId").asText()
                        + " "
                        + a.get("tariffKind").asText()
                        + " "
                        + a.path("evseIds")
                        + a.path("idTokens")));
    assertEquals(
        all.isEmpty() ? "NoTariff" : "Accepted", answer.get("status").asText(), answer::toString);
    return all;
  }
}
