package energy.ebbflow.ocpp.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.certificate.TestRoot;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates in 2.x: blocks A and M, by the OCA's test cases (part 6) where there is one. */
class CertificatesTest {
  private static final String STATION = "ChargingStationCertificate";
  private static final String V2G = "V2GCertificate";

  private final Path folder;
  private final TestRoot root = new TestRoot("CSMS Root");
  private Bench bench;

  CertificatesTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder).online();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static String status(JsonNode answer) {
    return answer.get("status").asText();
  }

  private String install(String use, String pem) {
    return status(
        bench.asked(
            "InstallCertificate",
            StrictJson.write(
                StrictJson.object().put("certificateType", use).put("certificate", pem))));
  }

  private JsonNode trigger(String use) {
    assertEquals(
        "Accepted",
        status(bench.asked("TriggerMessage", "{\"requestedMessage\":\"Sign" + use + "\"}")));
    return bench.reply("SignCertificate", "{\"status\":\"Accepted\"}");
  }

  private String signed(String chain, String use) {
    return status(
        bench.asked(
            "CertificateSigned",
            StrictJson.write(
                StrictJson.object().put("certificateChain", chain).put("certificateType", use))));
  }

  private JsonNode securityEvent() {
    return bench.reply("SecurityEventNotification", "{}");
  }

  /** TC_A_11: the key is P-256, the request is signed by it and names the station. */
  @Test
  void aCertificateIsAskedForAndTaken() throws Exception {
    assertEquals("Accepted", install("CSMSRootCertificate", root.pem()));
    JsonNode asked = trigger(STATION);
    assertEquals(STATION, asked.get("certificateType").asText());
    String csr = asked.get("csr").asText();
    JcaPKCS10CertificationRequest request = TestRoot.request(csr);
    assertEquals("CN=S1", request.getSubject().toString());
    assertEquals(
        256,
        ((java.security.interfaces.ECPublicKey) request.getPublicKey())
            .getParams()
            .getOrder()
            .bitLength());
    assertEquals("Accepted", signed(root.sign(csr), STATION));
    assertEquals("ReconfigurationOfSecurityParameters", securityEvent().get("type").asText());
    assertTrue(
        bench.station.certificates().identity(SigningUse.CHARGING_STATION_CERTIFICATE).isPresent());
  }

  /** The key lies in a file that only its owner reads; it never crosses the wire. */
  @Test
  void keysAreForTheOwnerAlone() throws IOException {
    String csr = trigger(STATION).get("csr").asText();
    assertFalse(csr.contains("PRIVATE"));
    try (Stream<Path> keys = Files.list(folder.resolve("link.db.keys"))) {
      List<Path> found = keys.toList();
      assertEquals(1, found.size());
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(found.getFirst())));
    }
  }

  /** TC_A_14: what is not signed by a known root, or for another key, is refused and reported. */
  @Test
  void anInvalidCertificateIsRefusedAndReported() {
    install("CSMSRootCertificate", root.pem());
    String csr = trigger(STATION).get("csr").asText();
    assertEquals("Rejected", signed(new TestRoot("Stranger").sign(csr), STATION));
    assertEquals("InvalidChargingStationCertificate", securityEvent().get("type").asText());
    assertEquals(
        "Rejected", signed(root.sign(csr, TestRoot.NOW.minusSeconds(60)), STATION), "expired");
    securityEvent();
    assertEquals("Rejected", signed("nonsense", STATION));
    securityEvent();
    String second = trigger(STATION).get("csr").asText();
    assertEquals("Rejected", signed(root.sign(csr), STATION), "the key of an older request");
    securityEvent();
    assertEquals("Accepted", signed(root.sign(second), STATION));
  }

  /** TC_A_15: a refusal ends it. */
  @Test
  void aRefusedRequestIsNotRepeated() {
    bench.asked("TriggerMessage", "{\"requestedMessage\":\"Sign" + STATION + "\"}");
    bench.reply("SignCertificate", "{\"status\":\"Rejected\"}");
    bench.pass(290);
    assertTrue(bench.frames.isEmpty());
  }

  private void set(String component, String variable, String value) {
    ObjectNode data = StrictJson.object();
    ObjectNode item = data.putArray("setVariableData").addObject();
    item.put("attributeValue", value);
    item.putObject("component").put("name", component);
    item.putObject("variable").put("name", variable);
    assertEquals(
        "Accepted",
        bench
            .asked("SetVariables", StrictJson.write(data))
            .get("setVariableResult")
            .get(0)
            .get("attributeStatus")
            .asText());
  }

  /** TC_A_23, A02.FR.17 to 19: repeated after the wait, then after twice that, then given up. */
  @Test
  void aRequestThatNobodySignsIsRepeatedAfterGrowingWaits() {
    set("SecurityCtrlr", "CertSigningWaitMinimum", "20");
    set("SecurityCtrlr", "CertSigningRepeatTimes", "1");
    trigger(STATION);
    bench.pass(19.9);
    assertTrue(bench.frames.isEmpty());
    bench.pass(0.1);
    bench.reply("SignCertificate", "{\"status\":\"Accepted\"}");
    bench.pass(39.9);
    assertTrue(bench.frames.isEmpty());
    bench.pass(0.1);
    String third = bench.reply("SignCertificate", "{\"status\":\"Accepted\"}").get("csr").asText();
    install("CSMSRootCertificate", root.pem());
    assertEquals("Accepted", signed(root.sign(third), STATION));
    securityEvent();
    bench.pass(190);
    assertTrue(bench.frames.isEmpty(), "a certificate that came ends the waiting");
  }

  /** A03.FR.02: a month before the end, not earlier. */
  @Test
  void aCertificateIsRenewedAMonthBeforeItsEnd() {
    install("CSMSRootCertificate", root.pem());
    String csr = trigger(STATION).get("csr").asText();
    Duration life = Duration.ofDays(32);
    assertEquals("Accepted", signed(root.sign(csr, Bench.START.plus(life)), STATION));
    securityEvent();
    assertEquals(0, renewals(Duration.ofHours(47)));
    assertEquals(1, renewals(Duration.ofHours(20)), "looked at once a day");
  }

  /** Lets time pass and answers; returns how many certificates were asked for. */
  private int renewals(Duration time) {
    int asked = 0;
    for (int i = 0; i < time.toMinutes() / 2; i++) {
      bench.pass(120);
      while (!bench.frames.isEmpty()) {
        String action = bench.frames.peek().get(2).asText();
        boolean signing = action.equals("SignCertificate");
        bench.reply(
            action,
            signing ? "{\"status\":\"Rejected\"}" : "{\"currentTime\":\"2026-03-01T12:00:00Z\"}");
        asked += signing ? 1 : 0;
      }
    }
    return asked;
  }

  /** M05: a root is self-signed, an authority and valid now. */
  @Test
  void onlyRootsAreInstalled() {
    assertEquals("Accepted", install("MORootCertificate", root.pem()));
    assertEquals("Accepted", install("MORootCertificate", root.pem()), "twice is once");
    TestRoot past = new TestRoot("Past", TestRoot.NOW.minusSeconds(1), true);
    assertEquals("Rejected", install("V2GRootCertificate", past.pem()));
    TestRoot leaf = new TestRoot("Leaf", TestRoot.NOW.plusSeconds(9_000), false);
    assertEquals("Rejected", install("V2GRootCertificate", leaf.pem()));
    assertEquals("Rejected", install("V2GRootCertificate", "nonsense"));
    assertEquals("Rejected", install("V2GRootCertificate", root.pem() + root.pem()));
    assertEquals(
        "PropertyConstraintViolation",
        bench
            .asked(
                "InstallCertificate",
                "{\"certificateType\":\"V2GCertificateChain\",\"certificate\":\"x\"}")
            .asText());
    assertEquals(1, installed().size());
  }

  private JsonNode installed(String... uses) {
    ObjectNode request = StrictJson.object();
    for (String use : uses) {
      request.withArray("certificateType").add(use);
    }
    JsonNode answer = bench.asked("GetInstalledCertificateIds", StrictJson.write(request));
    assertEquals(answer.has("certificateHashDataChain") ? "Accepted" : "NotFound", status(answer));
    return answer.path("certificateHashDataChain");
  }

  /** TC_M_12, 13, 17, 18, 19, and that a restart forgets nothing. */
  @Test
  void whatIsInstalledIsListedByItsHashes() {
    assertTrue(installed("MORootCertificate").isMissingNode());
    install("CSMSRootCertificate", root.pem());
    TestRoot maker = new TestRoot("Maker");
    install("ManufacturerRootCertificate", maker.pem());
    bench.close();
    bench = new Bench(folder).online();
    assertEquals(1, installed("CSMSRootCertificate").size());
    assertEquals(2, installed("CSMSRootCertificate", "ManufacturerRootCertificate").size());
    assertEquals(2, installed().size());
    JsonNode name = installed("ManufacturerRootCertificate").get(0);
    assertEquals("ManufacturerRootCertificate", name.get("certificateType").asText());
    assertEquals("a", name.get("certificateHashData").get("serialNumber").asText());
    assertEquals("SHA256", name.get("certificateHashData").get("hashAlgorithm").asText());
  }

  private String delete(JsonNode hash) {
    return status(
        bench.asked(
            "DeleteCertificate", "{\"certificateHashData\":" + StrictJson.write(hash) + "}"));
  }

  /** TC_M_20, 22; digits of hexadecimal know no case. */
  @Test
  void aRootIsDeletedOnce() {
    install("CSMSRootCertificate", root.pem());
    ObjectNode hash = (ObjectNode) installed().get(0).get("certificateHashData");
    hash.put(
        "issuerKeyHash", hash.get("issuerKeyHash").asText().toUpperCase(java.util.Locale.ROOT));
    assertEquals("Accepted", delete(hash));
    assertTrue(installed().isMissingNode());
    assertEquals("NotFound", delete(hash));
  }

  /** TC_M_23, M04.FR.06: the station does not saw off its own branch. */
  @Test
  void theStationsOwnCertificateStays() {
    install("CSMSRootCertificate", root.pem());
    String csr = trigger(STATION).get("csr").asText();
    signed(root.sign(csr), STATION);
    securityEvent();
    JsonNode hash = installed().get(0).get("certificateHashData");
    assertEquals("Failed", delete(((ObjectNode) hash.deepCopy()).put("serialNumber", "b")));
  }

  /** A vehicle's chain is listed with its sub-authorities and may be deleted (M03, M04). */
  @Test
  void theChainForVehiclesIsKeptApart() {
    install("V2GRootCertificate", root.pem());
    String csr = trigger(V2G).get("csr").asText();
    assertTrue(TestRoot.request(csr).getSubject().toString().contains("DC=CPO"));
    assertEquals("Accepted", signed(root.sign(csr), V2G));
    bench.reply("GetCertificateStatus", "{\"status\":\"Failed\"}");
    securityEvent();
    JsonNode chain = installed("V2GCertificateChain").get(0);
    assertEquals("b", chain.get("certificateHashData").get("serialNumber").asText());
    assertEquals("Accepted", delete(chain.get("certificateHashData")));
    assertTrue(installed("V2GCertificateChain").isMissingNode());
  }

  /** M06: the responses are there to be stapled, and asked for again the next day. */
  @Test
  void theStatusOfTheVehiclesChainIsAskedFor() {
    install("V2GRootCertificate", root.pem());
    signed(root.sign(trigger(V2G).get("csr").asText()), V2G);
    String response = root.ocsp(java.math.BigInteger.valueOf(11), Bench.START);
    JsonNode asked =
        bench
            .reply(
                "GetCertificateStatus",
                "{\"status\":\"Accepted\",\"ocspResult\":\"" + response + "\"}")
            .get("ocspRequestData");
    assertEquals("http://ocsp.example/", asked.get("responderURL").asText());
    securityEvent();
    List<X509Certificate> chain = bench.station.certificates().full(SigningUse.V2G_CERTIFICATE);
    assertEquals(2, chain.size(), "the root belongs to it");
    assertArrayEquals(
        java.util.Base64.getDecoder().decode(response), stapled(chain, 0).orElseThrow());
    assertTrue(stapled(chain, TestRoot.OCSP_SECONDS).isPresent());
    assertTrue(stapled(chain, TestRoot.OCSP_SECONDS + 1).isEmpty(), "an old one is not shown");
    assertTrue(stapled(chain, -1).isEmpty());
  }

  private java.util.Optional<byte[]> stapled(List<X509Certificate> chain, long seconds) {
    return bench
        .station
        .certificateWatch()
        .response(chain.get(0), chain.get(1), Bench.START.plusSeconds(seconds));
  }
}
