package energy.ebbflow.iso15118.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.pki.DevelopmentPki;
import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.pki.Tool;
import energy.ebbflow.iso15118.transport.SeccServerConfig.TlsPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The charger's TLS as OpenSSL sees it: a stack that is not of our making. It sends its leaf twice,
 * which is allowed.
 */
@Timeout(120)
class OpensslPeerTest {
  @TempDir static Path pki;

  private static final ChargerSide CHARGER = new ChargerSide();
  private static SeccServer server;

  @BeforeAll
  static void open() throws Exception {
    Tool.require(Tool.runs("openssl", "version"), "openssl");
    DevelopmentPki.write(pki, Instant.now(), new SecureRandom());
    StringBuilder roots = new StringBuilder();
    try (Stream<Path> files = Files.list(pki.resolve("trust/v2g"))) {
      for (Path file : files.toList()) {
        roots.append(Files.readString(file));
      }
    }
    Files.writeString(pki.resolve("roots.pem"), roots);
    server =
        SeccServer.start(
            new SeccServerConfig(Optional.empty(), TlsPolicy.REQUIRED, true, 0, 0, 0),
            Optional.of(PemFolder.forCharger(pki)),
            CHARGER,
            CHARGER);
  }

  @BeforeEach
  void forget() {
    CHARGER.handshakes.clear();
    CHARGER.refusals.clear();
  }

  @AfterAll
  static void close() {
    if (server != null) {
      server.close();
    }
  }

  private static String client(String input, String... options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "openssl",
                "s_client",
                "-connect",
                "[::1]:" + server.tlsPort().orElseThrow(),
                "-CAfile",
                pki.resolve("roots.pem").toString()));
    command.addAll(List.of(options));
    return Tool.output(Map.of(), input, command);
  }

  private static String[] showing(String vehicle, String... options) {
    Path folder = pki.resolve(vehicle);
    List<String> all =
        new ArrayList<>(
            List.of(
                "-cert", folder.resolve("chain.pem").toString(),
                "-cert_chain", folder.resolve("chain.pem").toString(),
                "-key", folder.resolve("key.pem").toString()));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  private static void assertVerified(String said) {
    assertTrue(said.contains("Verify return code: 0 (ok)"), said);
    assertTrue(said.contains("OCSP Response Status: successful"), said);
    assertTrue(said.contains("Cert Status: good"), said);
  }

  /** ISO 15118-2: the suite, the chain in secp256r1, the leaf's OCSP response. */
  @Test
  void tls12() throws Exception {
    String said = client("", "-tls1_2", "-status");
    assertVerified(said);
    assertTrue(said.contains("Cipher is ECDHE-ECDSA-AES128-SHA256"), said);
    assertTrue(said.contains("SECC iso2"), said);
  }

  /** ISO 15118-20 in each kind of key, both ways; OpenSSL chooses the kind by what it verifies. */
  @ParameterizedTest
  @CsvSource({
    "iso20, ECDSA+SHA512",
    "iso20-ed448, ed448",
    "iso20-p256, ECDSA+SHA256",
  })
  void tls13(String kind, String signatures) throws Exception {
    String said =
        client(
            "",
            showing(
                "vehicle/" + kind,
                "-tls1_3",
                "-status",
                "-sigalgs",
                signatures,
                "-servername",
                "x"));
    assertVerified(said);
    assertTrue(said.contains("TLS_AES_256_GCM_SHA384"), said);
    assertTrue(said.contains("SECC " + kind), said);
    assertEquals(
        "TLSv1.3 TLS_AES_256_GCM_SHA384", ChargerSide.take(CHARGER.handshakes, "a handshake"));
  }

  /** certificate_authorities (RFC 8446 4.2.4) chooses the chain where all could be verified. */
  @Test
  void authoritiesChooseTheChain() throws Exception {
    String said =
        client(
            "",
            showing(
                "vehicle/iso20",
                "-tls1_3",
                "-requestCAfile",
                pki.resolve("trust/v2g/iso20-p256-root.pem").toString()));
    assertTrue(said.contains("SECC iso20-p256"), said);
  }

  /** Every group of the standard, and others of the field, one at a time. */
  @ParameterizedTest
  @CsvSource({"P-521", "X448", "P-256", "P-384", "X25519"})
  void groups(String group) throws Exception {
    String said = client("", showing("vehicle/iso20", "-tls1_3", "-groups", group));
    assertTrue(said.contains("Verify return code: 0 (ok)"), said);
  }

  /** A suite, a version or a group that is not ours is refused with an alert. */
  @ParameterizedTest
  @CsvSource({
    "-tls1_3 -ciphersuites TLS_AES_128_GCM_SHA256, handshake failure",
    "-tls1_2 -cipher ECDHE-ECDSA-AES256-GCM-SHA384, handshake failure",
    "-tls1_1 -cipher ALL:@SECLEVEL=0, protocol version",
    "-tls1_3 -groups ffdhe2048, handshake failure",
  })
  void notSpoken(String options, String alert) throws Exception {
    String said = client("", options.split(" "));
    assertTrue(said.contains("alert " + alert), said);
    assertFalse(
        ChargerSide.take(CHARGER.refusals, "a refusal").isEmpty(), "the log has the reason");
  }

  /** A second handshake on the same connection is refused; the first one stays in force. */
  @Test
  void renegotiationIsRefused() throws Exception {
    String said = client("R\n", "-tls1_2");
    assertTrue(said.contains("RENEGOTIATING"), said);
    assertTrue(said.contains("no renegotiation"), said);
  }

  /** What was agreed once is not taken up again: there is neither a ticket nor an id to keep. */
  @ParameterizedTest
  @ValueSource(strings = {"-tls1_2", "-tls1_3"})
  void sessionsAreNotResumed(String version, @TempDir Path folder) throws Exception {
    Path kept = folder.resolve("session");
    String said = client("", showing("vehicle/iso20-p256", version, "-sess_out", kept.toString()));
    assertTrue(said.contains("Verify return code: 0 (ok)"), said);
    assertTrue(said.contains("New, TLSv1."), said);
    assertFalse(said.contains("TLS session ticket"), said);
    assertFalse(said.matches("(?s).*Session-ID: *[0-9A-F].*"), said);
    assertFalse(Files.exists(kept), "OpenSSL found a session to keep");
  }
}
