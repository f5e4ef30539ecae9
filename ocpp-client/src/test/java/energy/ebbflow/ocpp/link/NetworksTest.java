package energy.ebbflow.ocpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.certificate.TestRoot;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.v2.certificate.CertificateUse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Network connection profiles: A05, B09, B10, by the OCA's test cases (part 6). */
class NetworksTest {
  private final Path folder;
  private Bench bench;

  NetworksTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private String profile(int slot, String url, int security) {
    ObjectNode request = StrictJson.object().put("configurationSlot", slot);
    request
        .putObject("connectionData")
        .put("ocppVersion", "OCPP201")
        .put("ocppInterface", "Any")
        .put("ocppTransport", "JSON")
        .put("messageTimeout", 20)
        .put("ocppCsmsUrl", url)
        .put("securityProfile", security)
        .put("basicAuthPassword", "another-password-1");
    return bench.asked("SetNetworkProfile", StrictJson.write(request)).get("status").asText();
  }

  private String priority(String slots) {
    return bench
        .asked(
            "SetVariables",
            "{\"setVariableData\":[{\"attributeValue\":\""
                + slots
                + "\",\"component\":{\"name\":\"OCPPCommCtrlr\"},"
                + "\"variable\":{\"name\":\"NetworkConfigurationPriority\"}}]}")
        .get("setVariableResult")
        .get(0)
        .get("attributeStatus")
        .asText();
  }

  private String value(String component, String variable) {
    JsonNode result =
        bench
            .asked(
                "GetVariables",
                "{\"getVariableData\":[{\"component\":{\"name\":\""
                    + component
                    + "\"},\"variable\":{\"name\":\""
                    + variable
                    + "\"}}]}")
            .get("getVariableResult")
            .get(0);
    return result.get("attributeValue").asText();
  }

  /** TC_B_43, and everything else that could not work. */
  @ParameterizedTest
  @CsvSource({
    "999,ws://other/ocpp,1,Rejected",
    "0,ws://other/ocpp,1,Rejected",
    "1,wss://other/ocpp,1,Rejected",
    "1,ws://other/ocpp,2,Rejected",
    "1,nonsense,1,Rejected",
    "1,ws://other/ocpp,4,Rejected",
    "1,ws://other/ocpp,1,Accepted",
    "4,wss://other/ocpp,3,Accepted"
  })
  void aProfileThatCannotWorkIsRefused(int slot, String url, int security, String answer) {
    assertEquals(answer, profile(slot, url, security));
  }

  /** B09: what is in use is not overwritten under one's own feet. */
  @Test
  void aSlotInTheOrderOfPriorityIsNotOverwritten() {
    profile(1, "ws://other/ocpp", 1);
    assertEquals("Accepted", priority("0,1"));
    assertEquals("Rejected", profile(1, "ws://third/ocpp", 1));
    assertEquals("Rejected", priority("0,2"), "nothing is in slot 2");
    assertEquals("Rejected", priority(""));
    assertEquals("Rejected", priority("0,x"));
  }

  /** TC_B_45: the other back office is called at once, with its own password, and hears a boot. */
  @Test
  void theStationMigrates() {
    assertEquals("Accepted", profile(1, "ws://other/ocpp", 1));
    assertEquals("Accepted", priority("1,0"));
    assertEquals("another network profile", bench.disconnects.getLast());
    bench.link.closed("as wanted", bench.now());
    bench.pass(10);
    assertEquals("ws://other/ocpp", bench.endpoints.getLast().url().toString());
    assertEquals(Optional.of("another-password-1"), bench.endpoints.getLast().password());
    bench.link.opened("ocpp2.1", bench.now());
    bench.reply("BootNotification", Bench.boot("Accepted", 300));
    assertEquals("1", value("OCPPCommCtrlr", "ActiveNetworkProfile"));
    assertEquals("1", value("SecurityCtrlr", "SecurityProfile"));
    bench.close();
    bench = new Bench(folder);
    bench.link.start(bench.now());
    assertEquals("ws://other/ocpp", bench.endpoints.getLast().url().toString(), "it is kept");
  }

  /** TC_B_46, B10.FR.03, B10.FR.04: after the attempts of one profile comes the next. */
  @Test
  void afterSomeAttemptsTheNextProfileIsTried() {
    profile(1, "ws://nowhere/ocpp", 1);
    assertEquals("Accepted", priority("1,0"));
    bench.link.closed("as wanted", bench.now());
    for (int i = 0; i < 3; i++) {
      bench.pass(300);
      assertEquals("nowhere", bench.endpoints.getLast().url().getHost(), "attempt " + i);
      bench.link.closed("no connection", bench.now());
    }
    bench.pass(300);
    assertEquals("example", bench.endpoints.getLast().url().getHost());
    bench.link.closed("no connection", bench.now());
    bench.pass(300);
    bench.link.closed("no connection", bench.now());
    bench.pass(300);
    bench.link.closed("no connection", bench.now());
    bench.pass(300);
    assertEquals("nowhere", bench.endpoints.getLast().url().getHost(), "and round again");
  }

  /** TC_A_20, TC_A_21: no higher profile without what it needs. */
  @Test
  void aHigherProfileNeedsItsCertificates() {
    profile(1, "wss://other/ocpp", 2);
    profile(2, "wss://other/ocpp", 3);
    assertEquals("Rejected", priority("1,0"), "A05.FR.02: no root");
    install();
    assertEquals("Rejected", priority("2,0"), "A05.FR.03: no certificate of the station");
    assertEquals("Accepted", priority("1,0"));
  }

  private void install() {
    bench
        .station
        .certificates()
        .install(CertificateUse.CSMS_ROOT_CERTIFICATE, new TestRoot("R").pem(), Bench.START);
  }

  /** TC_A_19, A05.FR.06, and TC_A_22: after the upgrade there is no way back. */
  @Test
  void afterAnUpgradeTheLowerProfileIsGone() {
    install();
    profile(1, "wss://other/ocpp", 2);
    assertEquals("Accepted", priority("1,0"));
    bench.link.closed("as wanted", bench.now());
    bench.pass(10);
    bench.link.opened("ocpp2.1", bench.now());
    bench.reply("BootNotification", Bench.boot("Accepted", 300));
    assertEquals("2", value("SecurityCtrlr", "SecurityProfile"));
    assertEquals("1", value("OCPPCommCtrlr", "NetworkConfigurationPriority"));
    assertEquals("Rejected", profile(2, "ws://other/ocpp", 1));
    assertEquals("Rejected", priority("1,0"), "the configuration's profile is a lower one");
  }

  /** Until it has been accepted with more security, the old way stays open. */
  @Test
  void anUpgradeThatFailsFallsBack() {
    install();
    profile(1, "wss://other/ocpp", 2);
    priority("1,0");
    bench.link.closed("as wanted", bench.now());
    for (int i = 0; i < 3; i++) {
      bench.pass(300);
      bench.link.closed("no certificate that we trust", bench.now());
    }
    bench.pass(300);
    assertEquals("example", bench.endpoints.getLast().url().getHost());
    assertTrue(bench.connects >= 5);
  }
}
