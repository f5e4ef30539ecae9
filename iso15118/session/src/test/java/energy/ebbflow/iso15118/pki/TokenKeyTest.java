package energy.ebbflow.iso15118.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in a token: SoftHSM stands for one, in a process of its own that knows where it lies. */
class TokenKeyTest {
  private static final List<Path> MODULES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"));

  @TempDir Path folder;

  /** RFC 7512: attributes of path and query, percent-encoded. */
  @Test
  void uri() throws Exception {
    assertEquals(
        Map.of(
            "object", "secc key", "slot-id", "3", "module-path", "/lib/x.so", "pin-value", "a+b"),
        TokenKey.parse(
            Path.of("key.uri"),
            "pkcs11:object=secc%20key;slot-id=3?module-path=/lib/x.so&pin-value=a+b"));
    for (String wrong : List.of("file:key", "pkcs11:objekt=x", "pkcs11:object")) {
      assertThrows(PkiException.class, () -> TokenKey.parse(Path.of("key.uri"), wrong), wrong);
    }
  }

  /** A module that is not there is named; the PIN is not. */
  @Test
  void missingModule() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("key.uri"),
            "pkcs11:object=x?module-path=/nowhere/lib.so&pin-value=secret-pin");
    PkiException refused = assertThrows(PkiException.class, () -> TokenKey.open(file));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith(file + ": PKCS#11 module /nowhere/lib.so"), message);
    assertTrue(!message.contains("secret-pin"), message);
  }

  /**
   * A charger whose keys of both standards are in a token shakes hands with a vehicle whose key is
   * in a file; the key files are gone before.
   */
  @Test
  void chargerWithItsKeysInAToken() throws Exception {
    Path module = MODULES.stream().filter(Files::exists).findFirst().orElse(MODULES.getFirst());
    Tool.require(Files.exists(module) && Tool.runs("softhsm2-util", "--version"), "softhsm2");
    DevelopmentPki.write(folder.resolve("pki"), Instant.now(), new SecureRandom());
    Path tokens = Files.createDirectories(folder.resolve("tokens"));
    Path conf =
        Files.writeString(
            folder.resolve("softhsm2.conf"),
            "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
    Map<String, String> environment = Map.of("SOFTHSM2_CONF", conf.toString());
    Tool.output(
        environment,
        "",
        List.of(
            "softhsm2-util",
            "--init-token",
            "--free",
            "--label",
            "ebbflow",
            "--pin",
            "4711",
            "--so-pin",
            "4712"));
    String said =
        Tool.output(
            environment,
            "",
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "energy.ebbflow.iso15118.transport.tls.TokenCharger",
                folder.resolve("pki").toString(),
                module.toString(),
                folder.resolve("pin").toString()));
    assertTrue(said.contains("iso20: true, key in token, TLSv1.3 TLS_AES_256_GCM_SHA384"), said);
    assertTrue(
        said.contains("iso2: true, key in token, TLSv1.2 TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"),
        said);
    assertTrue(said.contains("static: handshake_failure"), said);
    assertTrue(said.contains("wrong pin: "), said);
    assertTrue(said.contains("CKR_PIN_INCORRECT"), said);
    assertTrue(said.contains("no such object: expected a private key with a certificate"), said);
  }
}
