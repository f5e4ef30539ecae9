package energy.ebbflow.ocpp.link.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.display.Screen;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.ConnectorStatus.Status;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Bench;
import energy.ebbflow.ocpp.v2.authorization.MessageFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read: block O (TC_O), the words and costs of block I, the QR code of C25. */
class DisplayTest {
  private static final String SET =
      "{\"message\":{\"id\":%d,\"priority\":\"%s\",%s\"message\":{\"format\":\"UTF8\","
          + "\"content\":\"%s\"}}}";

  /** A screen that remembers what it shows. */
  private static final class Paper implements Screen {
    private List<Line> lines = List.of();

    @Override
    public Ability ability() {
      return new Ability(List.of(MessageFormat.UTF8, MessageFormat.QRCODE), List.of("en", "de"));
    }

    @Override
    public void show(List<Line> next) {
      lines = next;
    }
  }

  private final Path folder;
  private final Paper paper = new Paper();
  private Bench bench;

  DisplayTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder, paper, WireVersion.V21).online();
    state(1, Status.AVAILABLE);
    state(2, Status.AVAILABLE);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void state(int evse, Status status) {
    bench.report(new StationEvent.ConnectorStatus(evse, 1, status, bench.now().instant()));
    bench.reply("StatusNotification", "{}");
  }

  private String set(int id, String priority, String more, String text) {
    return bench
        .asked("SetDisplayMessage", SET.formatted(id, priority, more, text))
        .get("status")
        .asText();
  }

  private void variable(String component, String variable, String value) {
    JsonNode answer =
        bench.asked(
            "SetVariables",
            ("{\"setVariableData\":[{\"component\":{\"name\":\"%s\"},\"variable\":{\"name\":\"%s\"},"
                    + "\"attributeValue\":\"%s\"}]}")
                .formatted(component, variable, value));
    assertEquals(
        "Accepted", answer.get("setVariableResult").get(0).get("attributeStatus").asText());
  }

  private List<String> shown() {
    bench.pass(0.001);
    return paper.lines.stream().map(l -> l.evse() + " " + l.text()).toList();
  }

  private MeterSample sample(double kwh) {
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

  private void event(Kind kind, String state, double kwh, String answer) {
    bench.report(
        new StationEvent.Transaction(
            kind,
            "t1",
            "ChargingStateChanged",
            state,
            1,
            1,
            Optional.of(new IdToken("AABBCCDD", "ISO14443")),
            Optional.empty(),
            Optional.empty(),
            bench.now().instant(),
            List.of(sample(kwh))));
    bench.reply("TransactionEvent", answer);
  }

  private BackOfficeCommand.AuthorisationAnswer authorised(String info) {
    bench.report(new StationEvent.AuthorisationQuestion(1, 1, new IdToken("AABBCCDD", "ISO14443")));
    bench.reply("Authorize", "{\"idTokenInfo\":{\"status\":\"Accepted\"" + info + "}}");
    return bench.command(BackOfficeCommand.AuthorisationAnswer.class);
  }

  /** O01: the one that is always in front, before those in front, before the others in turn. */
  @Test
  void prioritiesDecide() {
    assertEquals(List.of(), shown());
    assertEquals("Accepted", set(1, "NormalCycle", "", "one"));
    assertEquals("Accepted", set(2, "NormalCycle", "", "two"));
    List<String> first = shown();
    bench.pass(10);
    List<String> second = shown();
    assertEquals(
        List.of("0 one", "0 two"), List.of(first.get(0), second.get(0)).stream().sorted().toList());
    assertEquals("Accepted", set(3, "InFront", "", "front"));
    assertEquals(List.of("0 front"), shown());
    assertEquals("Accepted", set(4, "AlwaysFront", "", "always"));
    assertEquals(List.of("0 always"), shown());
    assertEquals("Accepted", set(5, "AlwaysFront", "", "newest"));
    assertEquals(List.of("0 newest"), shown());
    assertEquals("Unknown", clear(4), "the newest has taken its place");
    assertEquals("Accepted", clear(5));
    assertEquals("Accepted", clear(3));
    assertTrue(List.of("0 one", "0 two").contains(shown().getFirst()));
    assertEquals("Accepted", set(1, "InFront", "", "replaced"), "O06");
    assertEquals(List.of("0 replaced"), shown());
  }

  private String clear(int id) {
    return bench.asked("ClearDisplayMessage", "{\"id\":" + id + "}").get("status").asText();
  }

  /** TC_O_13, TC_O_14: from its beginning, until its end, to the second; then it is gone. */
  @Test
  void aMessageHasItsTime() {
    assertEquals(
        "Accepted",
        set(
            1,
            "InFront",
            "\"startDateTime\":\"2026-03-01T12:01:00Z\",\"endDateTime\":\"2026-03-01T12:02:00Z\",",
            "now"));
    bench.pass(59.5);
    assertEquals(List.of(), shown());
    bench.pass(1);
    assertEquals(List.of("0 now"), shown());
    bench.pass(58);
    assertEquals(List.of("0 now"), shown());
    bench.pass(1.5);
    assertEquals(List.of(), shown());
    assertEquals("Unknown", clear(1));
    assertEquals(
        "Rejected", set(2, "InFront", "\"endDateTime\":\"2026-03-01T12:02:00Z\",", "too late"));
  }

  /** O01.FR.03, O02: in a state, and in a transaction, with which it goes. */
  @Test
  void aMessageHasItsStateAndItsTransaction() {
    assertEquals("UnknownTransaction", set(1, "InFront", "\"transactionId\":\"t1\",", "yours"));
    assertEquals("Accepted", set(1, "InFront", "\"state\":\"Charging\",", "charging"));
    assertEquals("Accepted", set(2, "NormalCycle", "\"state\":\"Faulted\",", "broken"));
    assertEquals("Accepted", set(3, "NormalCycle", "\"state\":\"Suspended\",", "waiting"));
    assertEquals(List.of(), shown());
    state(1, Status.OCCUPIED);
    event(Kind.STARTED, "Charging", 100, "{}");
    assertEquals(List.of("0 charging"), shown());
    event(Kind.UPDATED, "SuspendedEV", 100, "{}");
    assertEquals(List.of("0 waiting"), shown());
    assertEquals("Accepted", set(4, "AlwaysFront", "\"transactionId\":\"t1\",", "yours"));
    assertEquals(List.of("1 yours"), shown());
    event(Kind.ENDED, "Idle", 100, "{}");
    assertEquals(List.of(), shown());
    assertEquals("Unknown", clear(4), "O02.FR.02");
    state(2, Status.FAULTED);
    assertEquals(List.of("0 broken"), shown());
  }

  /** TC_O_17 to TC_O_19 and 2.1: what the screen cannot do is said. */
  @Test
  void whatCannotBeShownIsRefused() {
    String other = SET.formatted(1, "InFront", "", "x");
    assertEquals(
        "NotSupportedMessageFormat",
        bench.asked("SetDisplayMessage", other.replace("UTF8", "HTML")).get("status").asText());
    String danish = "\"language\":\"da\",\"content\"";
    assertEquals(
        "LanguageNotSupported",
        bench
            .asked("SetDisplayMessage", other.replace("\"content\"", danish))
            .get("status")
            .asText());
    String at = "\"display\":{\"name\":\"Display\",\"evse\":{\"id\":3}},";
    assertEquals("Rejected", set(1, "InFront", at, "x"));
    for (int id = 0; id < 50; id++) {
      assertEquals("Accepted", set(id, "NormalCycle", "", "m" + id));
    }
    assertEquals("Rejected", set(50, "NormalCycle", "", "one too many"));
    assertEquals("Accepted", set(49, "NormalCycle", "", "another"));
    variable("DisplayMessageCtrlr", "Enabled", "false");
    assertEquals(List.of(), shown());
    assertEquals("Rejected", set(1, "InFront", "", "x"));
  }

  /** O03, O04: told in parts, by number, priority and state; kept over a restart. */
  @Test
  void messagesAreTold() {
    assertEquals("Unknown", asked(""));
    for (int id = 1; id <= 12; id++) {
      set(id, id > 10 ? "InFront" : "NormalCycle", id > 11 ? "\"state\":\"Idle\"," : "", "m");
    }
    bench.close();
    bench = new Bench(folder, paper, WireVersion.V21);
    bench.online2();
    assertEquals("Accepted", asked(""));
    JsonNode first = bench.reply("NotifyDisplayMessages", "{}");
    assertEquals(10, first.get("messageInfo").size());
    assertTrue(first.get("tbc").asBoolean());
    JsonNode second = bench.reply("NotifyDisplayMessages", "{}");
    assertEquals(2, second.get("messageInfo").size());
    assertFalse(second.get("tbc").asBoolean());
    assertEquals(7, second.get("requestId").asInt());
    assertEquals("Accepted", asked(",\"priority\":\"InFront\",\"state\":\"Idle\""));
    assertEquals(
        12, bench.reply("NotifyDisplayMessages", "{}").get("messageInfo").get(0).get("id").asInt());
    assertEquals("Unknown", asked(",\"id\":[3],\"priority\":\"InFront\""));
  }

  private String asked(String more) {
    return bench
        .asked("GetDisplayMessages", "{\"requestId\":7" + more + "}")
        .get("status")
        .asText();
  }

  @Test
  void theLanguageOfTheStationIsShown() {
    bench.asked(
        "SetDisplayMessage",
        "{\"message\":{\"id\":1,\"priority\":\"InFront\",\"message\":{\"format\":\"UTF8\","
            + "\"language\":\"en\",\"content\":\"Hello\"},\"messageExtra\":[{\"format\":\"UTF8\","
            + "\"language\":\"de\",\"content\":\"Guten Tag\"}]}}");
    assertEquals(List.of("0 Hello"), shown());
    variable("DisplayMessageCtrlr", "Language", "de");
    assertEquals(List.of("0 Guten Tag"), shown());
  }

  /** I01, I03, I06: the user's own words, the cost as it grows, and as it was. */
  @Test
  void aUserReadsTariffAndCost() {
    authorised(",\"personalMessage\":{\"format\":\"UTF8\",\"content\":\"25 ct\"}");
    assertEquals(List.of("1 25 ct"), shown());
    state(1, Status.OCCUPIED);
    event(Kind.STARTED, "Charging", 100, "{\"totalCost\":0.5}");
    assertEquals(List.of("1 25 ct", "1 0.50 EUR"), shown());
    bench.asked("CostUpdated", "{\"totalCost\":1.255,\"transactionId\":\"t1\"}");
    assertEquals(List.of("1 25 ct", "1 1.26 EUR"), shown());
    event(
        Kind.UPDATED,
        "Charging",
        102,
        "{\"totalCost\":2,\"updatedPersonalMessage\":{\"format\":\"UTF8\",\"content\":\"30 ct\"}}");
    assertEquals(List.of("1 30 ct", "1 2.00 EUR"), shown());
    event(Kind.ENDED, "Idle", 105, "{\"totalCost\":3}");
    assertEquals(List.of("1 30 ct", "1 3.00 EUR"), shown());
    state(1, Status.AVAILABLE);
    bench.pass(119);
    assertEquals(2, shown().size());
    bench.pass(2);
    assertEquals(List.of(), shown());
  }

  /** I07: what the outlet's tariff says of itself, in the language of the station. */
  @Test
  void aTariffDescribesItself() {
    bench.asked(
        "SetDefaultTariff",
        "{\"evseId\":2,\"tariff\":{\"tariffId\":\"a\",\"currency\":\"SEK\",\"description\":"
            + "[{\"format\":\"UTF8\",\"language\":\"de\",\"content\":\"teuer\"},"
            + "{\"format\":\"UTF8\",\"language\":\"en\",\"content\":\"dear\"}],"
            + "\"fixedFee\":{\"prices\":[{\"priceFixed\":7}]}}}");
    assertEquals(List.of("2 dear"), shown());
    bench.report(
        new StationEvent.Transaction(
            Kind.STARTED,
            "t2",
            "Authorized",
            "Charging",
            2,
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            bench.now().instant(),
            List.of(sample(1))));
    bench.reply("TransactionEvent", "{}");
    assertEquals(List.of("2 dear", "2 7.00 SEK"), shown());
  }

  /** I04, I05: words for whoever has none of the own, and for a cost that nobody tells. */
  @Test
  void thereAreWordsForEverybody() {
    variable("TariffCostCtrlr", "TariffFallbackMessage", "50 ct");
    variable("TariffCostCtrlr", "OfflineTariffFallbackMessage", "50 ct offline");
    variable("TariffCostCtrlr", "TotalCostFallbackMessage", "ask your app");
    authorised("");
    assertEquals(List.of("1 50 ct"), shown());
    bench.link.closed("gone", bench.now());
    bench.report(new StationEvent.AuthorisationQuestion(2, 1, new IdToken("AABBCCDD", "ISO14443")));
    assertEquals(List.of("1 50 ct offline"), shown());
    bench.report(new StationEvent.ConnectorStatus(1, 1, Status.OCCUPIED, bench.now().instant()));
    for (Kind kind : List.of(Kind.STARTED, Kind.ENDED)) {
      bench.report(Bench.transaction(kind, "t1", "Authorized"));
    }
    assertEquals(List.of("1 50 ct offline", "1 ask your app"), shown());
  }

  /** C25.FR.50 to 52: the address with its password of the moment, on a free outlet. */
  @Test
  void aQrCodeSaysWhereToPay() {
    variable(
        "WebPaymentsCtrlr",
        "URLTemplate",
        "https://pay/{chargingstationid}/{evse}/{totp}/{version}");
    variable("WebPaymentsCtrlr", "SharedSecret", "MySharedSecret");
    variable("WebPaymentsCtrlr", "Enabled", "true");
    List<String> first = shown();
    assertTrue(first.getFirst().matches("1 https://pay/EB1/1/[0-9A-Za-z]{8}/v1"), first::toString);
    assertEquals(2, first.size());
    bench.pass(31);
    assertFalse(shown().contains(first.getFirst()), "30 s later it is another one");
    bench.asked("NotifyWebPaymentStarted", "{\"evseId\":1,\"timeout\":60}");
    assertEquals(1, shown().size(), "somebody pays for the first");
    bench.report(new StationEvent.AuthorisationQuestion(1, 1, new IdToken("OTHER", "ISO14443")));
    assertEquals("WebPayment", bench.command(BackOfficeCommand.AuthorisationAnswer.class).status());
    bench.pass(61);
    assertEquals(2, shown().size());
    assertTrue(authorised("").accepted());
    JsonNode refused =
        bench.asked(
            "SetVariables",
            "{\"setVariableData\":[{\"component\":{\"name\":\"WebPaymentsCtrlr\"},"
                + "\"variable\":{\"name\":\"URLTemplate\"},"
                + "\"attributeValue\":\"https://x/{roamingevseid}\"}]}");
    assertEquals(
        "Rejected", refused.get("setVariableResult").get(0).get("attributeStatus").asText());
  }

  /** A station without a screen has neither the messages nor their variables. */
  @Test
  void withoutAScreenThereIsNothing() {
    bench.close();
    bench = new Bench(folder, WireVersion.V21).online2();
    assertEquals(
        "NotImplemented",
        bench.asked("SetDisplayMessage", SET.formatted(1, "InFront", "", "x")).asText());
    List<String> components = new ArrayList<>();
    bench.station.device().all().forEach(s -> components.add(s.key().component()));
    assertFalse(components.contains("DisplayMessageCtrlr"));
    assertFalse(components.contains("WebPaymentsCtrlr"));
  }
}
