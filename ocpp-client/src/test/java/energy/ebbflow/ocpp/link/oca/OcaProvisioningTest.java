package energy.ebbflow.ocpp.link.oca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Bench;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Block B, the device model and the boot: TC_B. */
class OcaProvisioningTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void online() {
    bench = new Bench(folder, WireVersion.V201).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static String item(String component, String variable, String more) {
    return "{\"component\":{\"name\":\""
        + component
        + "\"},\"variable\":{\"name\":\""
        + variable
        + "\"}"
        + more
        + "}";
  }

  private JsonNode get(String... items) {
    return bench
        .asked("GetVariables", "{\"getVariableData\":[" + String.join(",", items) + "]}")
        .get("getVariableResult");
  }

  private JsonNode set(String... items) {
    return bench
        .asked("SetVariables", "{\"setVariableData\":[" + String.join(",", items) + "]}")
        .get("setVariableResult");
  }

  private static String status(JsonNode result) {
    return result.get("attributeStatus").asText();
  }

  /** TC_B_06, TC_B_09, TC_P_03: one variable is set, and read with its new value. */
  @Test
  void oneVariableIsSetAndRead() {
    JsonNode set =
        set(item("OCPPCommCtrlr", "OfflineThreshold", ",\"attributeValue\":\"200\"")).get(0);
    assertEquals("Accepted", status(set));
    assertEquals("OCPPCommCtrlr", set.get("component").get("name").asText());
    JsonNode got =
        get(item("OCPPCommCtrlr", "OfflineThreshold", ",\"attributeType\":\"Actual\"")).get(0);
    assertEquals("Accepted", status(got));
    assertEquals("200", got.get("attributeValue").asText());
    assertEquals("Actual", got.path("attributeType").asText("Actual"));
  }

  /** TC_B_07, TC_B_10: several at once, each answered. */
  @Test
  void severalVariablesAreSetAndRead() {
    JsonNode set =
        set(
            item("OCPPCommCtrlr", "OfflineThreshold", ",\"attributeValue\":\"123\""),
            item("AuthCtrlr", "LocalPreAuthorize", ",\"attributeValue\":\"true\""));
    assertEquals(2, set.size());
    set.forEach(result -> assertEquals("Accepted", status(result)));
    JsonNode got =
        get(
            item("OCPPCommCtrlr", "OfflineThreshold", ""),
            item("AuthCtrlr", "LocalPreAuthorize", ""));
    assertEquals("123", got.get(0).get("attributeValue").asText());
    assertEquals("true", got.get(1).get("attributeValue").asText());
  }

  /** TC_B_32 to 37: what does not exist is named, and so is an attribute that is not there. */
  @ParameterizedTest
  @CsvSource({
    "UnknownComponent,OfflineThreshold,Actual,UnknownComponent",
    "OCPPCommCtrlr,UnknownVariable,Actual,UnknownVariable",
    "OCPPCommCtrlr,OfflineThreshold,Target,NotSupportedAttributeType"
  })
  void whatDoesNotExistIsNamed(
      String component, String variable, String attribute, String expected) {
    String type = ",\"attributeType\":\"" + attribute + "\"";
    JsonNode got = get(item(component, variable, type)).get(0);
    assertEquals(expected, status(got));
    assertEquals(component, got.get("component").get("name").asText());
    assertEquals(variable, got.get("variable").get("name").asText());
    assertFalse(got.has("attributeValue"));
    JsonNode set = set(item(component, variable, type + ",\"attributeValue\":\"5\"")).get(0);
    assertEquals(expected, status(set));
    assertEquals(variable, set.get("variable").get("name").asText());
  }

  /** TC_B_08: one more than fits is no error of the protocol, but each is refused. */
  @Test
  void oneVariableTooManyIsRefused() {
    int most =
        Integer.parseInt(
            get("{\"component\":{\"name\":\"DeviceDataCtrlr\"},\"variable\":"
                    + "{\"name\":\"ItemsPerMessage\",\"instance\":\"GetVariables\"}}")
                .get(0)
                .get("attributeValue")
                .asText());
    JsonNode results =
        get(
            IntStream.rangeClosed(0, most)
                .mapToObj(i -> item("OCPPCommCtrlr", "OfflineThreshold", ""))
                .toArray(String[]::new));
    assertEquals(most + 1, results.size());
    for (JsonNode result : results) {
      assertEquals("Rejected", status(result));
      assertEquals("TooManyElements", result.get("attributeStatusInfo").get("reasonCode").asText());
    }
  }

  /** TC_B_11: a value is taken where the variable's type allows it, and only there. */
  @ParameterizedTest
  @CsvSource({
    "OCPPCommCtrlr,OfflineThreshold,1,Accepted",
    "OCPPCommCtrlr,OfflineThreshold,1.1,Rejected",
    "OCPPCommCtrlr,OfflineThreshold,true,Rejected",
    "OCPPCommCtrlr,OfflineThreshold,2026-03-01T12:00:00Z,Rejected",
    "OCPPCommCtrlr,OfflineThreshold,abc,Rejected",
    "SmartChargingCtrlr,LimitChangeSignificance,1,Accepted",
    "SmartChargingCtrlr,LimitChangeSignificance,1.1,Accepted",
    "SmartChargingCtrlr,LimitChangeSignificance,true,Rejected",
    "SmartChargingCtrlr,LimitChangeSignificance,2026-03-01T12:00:00Z,Rejected",
    "SmartChargingCtrlr,LimitChangeSignificance,abc,Rejected"
  })
  void valuesHaveATypeAndKeepIt(String component, String variable, String value, String expected) {
    assertEquals(
        expected,
        status(set(item(component, variable, ",\"attributeValue\":\"" + value + "\"")).get(0)));
  }

  /** TC_B_39. */
  @Test
  void whatIsOnlyReadCannotBeSet() {
    assertEquals(
        "Rejected",
        status(
            set(item("OCPPCommCtrlr", "FileTransferProtocols", ",\"attributeValue\":\"HTTP\""))
                .get(0)));
  }

  private List<JsonNode> report(String base) {
    JsonNode answer =
        bench.asked("GetBaseReport", "{\"requestId\":11,\"reportBase\":\"" + base + "\"}");
    assertEquals("Accepted", answer.get("status").asText());
    List<JsonNode> data = new ArrayList<>();
    boolean more = true;
    for (int part = 0; more; part++) {
      JsonNode notify = bench.reply("NotifyReport", "{}");
      assertEquals(11, notify.get("requestId").asInt());
      assertEquals(part, notify.get("seqNo").asInt());
      assertTrue(notify.has("generatedAt"));
      notify.get("reportData").forEach(data::add);
      more = notify.path("tbc").asBoolean();
    }
    return data;
  }

  /** TC_B_12: only what can be set; lists say what may be in them. */
  @Test
  void theConfigurationIsWhatCanBeSet() {
    List<JsonNode> data = report("ConfigurationInventory");
    assertFalse(data.isEmpty());
    for (JsonNode one : data) {
      String mutability = one.get("variableAttribute").get(0).get("mutability").asText();
      assertTrue(List.of("ReadWrite", "WriteOnly").contains(mutability), one::toString);
      JsonNode characteristics = one.get("variableCharacteristics");
      if (characteristics.get("dataType").asText().endsWith("List")) {
        assertTrue(characteristics.has("valuesList"), one::toString);
      }
    }
  }

  /**
   * TC_B_13, TC_B_53: what every station has to have. Where it says ReadOnly although the standard
   * wants ReadWrite, this station cannot do otherwise (docs/protocol/ocpp-test-cases.md).
   */
  @Test
  void theInventoryHasWhatIsRequired() {
    Map<String, JsonNode> found = new TreeMap<>();
    report("FullInventory").forEach(one -> found.put(name(one), one));
    String required =
        """
        AlignedDataCtrlr.Interval ReadWrite integer
        AlignedDataCtrlr.Measurands ReadWrite MemberList
        AlignedDataCtrlr.TxEndedInterval ReadWrite integer
        AlignedDataCtrlr.TxEndedMeasurands ReadWrite MemberList
        AuthCtrlr.AuthorizeRemoteStart ReadOnly boolean
        AuthCtrlr.LocalAuthorizeOffline ReadWrite boolean
        AuthCtrlr.LocalPreAuthorize ReadWrite boolean
        ChargingStation.AvailabilityState ReadOnly OptionList
        ChargingStation.Available ReadOnly boolean
        ChargingStation.SupplyPhases ReadOnly integer
        ClockCtrlr.DateTime ReadOnly dateTime
        ClockCtrlr.TimeSource ReadWrite SequenceList
        Connector.AvailabilityState ReadOnly OptionList
        Connector.Available ReadOnly boolean
        Connector.ConnectorType ReadOnly string
        Connector.SupplyPhases ReadOnly integer
        DeviceDataCtrlr.BytesPerMessage.GetReport ReadOnly integer
        DeviceDataCtrlr.BytesPerMessage.GetVariables ReadOnly integer
        DeviceDataCtrlr.BytesPerMessage.SetVariables ReadOnly integer
        DeviceDataCtrlr.ItemsPerMessage.GetReport ReadOnly integer
        DeviceDataCtrlr.ItemsPerMessage.GetVariables ReadOnly integer
        DeviceDataCtrlr.ItemsPerMessage.SetVariables ReadOnly integer
        EVSE.AvailabilityState ReadOnly OptionList
        EVSE.Available ReadOnly boolean
        EVSE.Power ReadOnly decimal
        EVSE.SupplyPhases ReadOnly integer
        OCPPCommCtrlr.FileTransferProtocols ReadOnly MemberList
        OCPPCommCtrlr.MessageTimeout.Default ReadWrite integer
        OCPPCommCtrlr.MessageAttemptInterval.TransactionEvent ReadWrite integer
        OCPPCommCtrlr.MessageAttempts.TransactionEvent ReadWrite integer
        OCPPCommCtrlr.NetworkConfigurationPriority ReadWrite SequenceList
        OCPPCommCtrlr.NetworkProfileConnectionAttempts ReadWrite integer
        OCPPCommCtrlr.OfflineThreshold ReadWrite integer
        OCPPCommCtrlr.ResetRetries ReadWrite integer
        OCPPCommCtrlr.UnlockOnEVSideDisconnect ReadOnly boolean
        SampledDataCtrlr.TxEndedInterval ReadWrite integer
        SampledDataCtrlr.TxEndedMeasurands ReadWrite MemberList
        SampledDataCtrlr.TxStartedMeasurands ReadWrite MemberList
        SampledDataCtrlr.TxUpdatedInterval ReadWrite integer
        SampledDataCtrlr.TxUpdatedMeasurands ReadWrite MemberList
        SecurityCtrlr.CertificateEntries ReadOnly integer
        SecurityCtrlr.OrganizationName ReadWrite string
        SecurityCtrlr.SecurityProfile ReadOnly integer
        TxCtrlr.EVConnectionTimeOut ReadWrite integer
        TxCtrlr.StopTxOnEVSideDisconnect ReadOnly boolean
        TxCtrlr.StopTxOnInvalidId ReadWrite boolean
        TxCtrlr.TxStartPoint ReadOnly MemberList
        TxCtrlr.TxStopPoint ReadOnly MemberList
        LocalAuthListCtrlr.BytesPerMessage ReadOnly integer
        LocalAuthListCtrlr.Entries ReadOnly integer
        LocalAuthListCtrlr.ItemsPerMessage ReadOnly integer
        MonitoringCtrlr.BytesPerMessage.SetVariableMonitoring ReadOnly integer
        SmartChargingCtrlr.Entries.ChargingProfiles ReadOnly integer
        SmartChargingCtrlr.LimitChangeSignificance ReadWrite decimal
        SmartChargingCtrlr.PeriodsPerSchedule ReadOnly integer
        SmartChargingCtrlr.ProfileStackLevel ReadOnly integer
        SmartChargingCtrlr.RateUnit ReadOnly MemberList
        """;
    List<String> wrong = new ArrayList<>();
    required
        .lines()
        .forEach(
            line -> {
              JsonNode one = found.get(line.substring(0, line.indexOf(' ')));
              String is =
                  one == null
                      ? "absent"
                      : name(one)
                          + " "
                          + one.get("variableAttribute").get(0).get("mutability").asText()
                          + " "
                          + one.get("variableCharacteristics").get("dataType").asText();
              if (!is.equals(line)) {
                wrong.add(line + ", is: " + is);
              }
            });
    assertEquals("", wrong.stream().collect(Collectors.joining("\n")), "what is not as it is said");
    JsonNode clock = found.getOrDefault("ClockCtrlr.DateTime", StrictJson.object());
    assertEquals(
        Bench.START,
        Instant.parse(clock.get("variableAttribute").get(0).get("value").asText()),
        "the clock is read when it is asked for");
  }

  private static String name(JsonNode data) {
    JsonNode variable = data.get("variable");
    return data.get("component").get("name").asText()
        + "."
        + variable.get("name").asText()
        + (variable.has("instance") ? "." + variable.get("instance").asText() : "");
  }

  /** TC_B_03, TC_B_30: whom nobody accepted answers nothing, and asks again after the interval. */
  @Test
  void aRejectedStationAnswersNothingAndAsksAgain() {
    bench.close();
    bench = new Bench(folder.resolve("."), WireVersion.V201);
    bench.link.start(bench.now());
    bench.link.opened("ocpp2.0.1", bench.now());
    bench.reply("BootNotification", Bench.boot("Rejected", 20));
    assertEquals(
        "SecurityError",
        bench
            .asked("GetBaseReport", "{\"requestId\":1,\"reportBase\":\"FullInventory\"}")
            .asText());
    bench.pass(19.9);
    assertTrue(bench.frames.isEmpty());
    bench.pass(0.2);
    bench.reply("BootNotification", Bench.boot("Accepted", 300));
  }

  private long components(String criterion, String component) {
    bench.ask("GetReport", "{\"requestId\":7,\"componentCriteria\":[\"" + criterion + "\"]}");
    long found = 0;
    String status = bench.answer().get("status").asText();
    while (status.equals("Accepted") && !bench.frames.isEmpty()) {
      for (JsonNode data : bench.reply("NotifyReport", "{}").get("reportData")) {
        found += data.at("/component/name").asText().equals(component) ? 1 : 0;
      }
    }
    return found;
  }

  /** B08.FR.07 to FR.10: a report by what components say of themselves. */
  @Test
  void aReportByCriteria() {
    assertTrue(components("Enabled", "AuthCacheCtrlr") > 0);
    bench.asked(
        "SetVariables",
        "{\"setVariableData\":[{\"component\":{\"name\":\"AuthCacheCtrlr\"},\"variable\":"
            + "{\"name\":\"Enabled\"},\"attributeValue\":\"false\"}]}");
    assertEquals(0, components("Enabled", "AuthCacheCtrlr"));
    assertEquals(0, components("Problem", "EVSE"));
    fault(false);
    assertTrue(components("Problem", "EVSE") > 0, "an outlet has one");
    assertTrue(components("Problem", "ChargingStation") > 0, "so the station has one");
    fault(true);
    assertEquals(0, components("Problem", "EVSE"));
  }

  private void fault(boolean cleared) {
    bench.report(new StationEvent.Fault(1, "ebbflow.OverTemperature", "hot", cleared, Bench.START));
    bench.reply("NotifyEvent", "{}");
  }

  /** TC_B_02: while it is pending variables are set and read, and a boot is asked for. */
  @Test
  void aPendingStationIsSetUp() {
    bench.close();
    bench = new Bench(folder, WireVersion.V201);
    bench.link.start(bench.now());
    bench.link.opened("ocpp2.0.1", bench.now());
    bench.reply("BootNotification", Bench.boot("Pending", 300));
    String named =
        "\"component\":{\"name\":\"OCPPCommCtrlr\"},\"variable\":{\"name\":\"OfflineThreshold\"}";
    assertEquals(
        "Accepted",
        bench
            .asked(
                "SetVariables", "{\"setVariableData\":[{" + named + ",\"attributeValue\":\"77\"}]}")
            .at("/setVariableResult/0/attributeStatus")
            .asText());
    assertEquals(
        "77",
        bench
            .asked("GetVariables", "{\"getVariableData\":[{" + named + "}]}")
            .at("/getVariableResult/0/attributeValue")
            .asText());
    assertEquals(
        "Accepted",
        bench
            .asked("TriggerMessage", "{\"requestedMessage\":\"BootNotification\"}")
            .get("status")
            .asText());
    bench.reply("BootNotification", Bench.boot("Accepted", 300));
    assertTrue(bench.link.online());
  }
}
