package energy.ebbflow.ocpp.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.time.Correction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OcmfSignerTest {
  private final Path file;

  OcmfSignerTest(@TempDir Path folder) {
    this.file = folder.resolve("key");
  }

  private static String sign(OcmfSigner signer) {
    MeterSample sample =
        new MeterSample(
            Instant.parse("2026-03-01T12:00:00.5Z"),
            12_345.67,
            89.04,
            0,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    StationEvent.Transaction event =
        new StationEvent.Transaction(
            StationEvent.Transaction.Kind.ENDED,
            "tx-9",
            "EVDeparted",
            "Idle",
            1,
            1,
            Optional.of(new IdToken("DEABCC12345678", "eMAID")),
            Optional.empty(),
            Optional.of("Local"),
            Instant.parse("2026-03-01T12:00:01Z"),
            List.of(sample));
    return signer.sign(event, sample, 42);
  }

  /** Verifies as a stranger would: from the text and the key in the form OCPP carries it. */
  private static boolean verifies(String ocmf, String publicKeyForOcpp) throws Exception {
    String[] parts = ocmf.split("\\|");
    String key =
        new String(Base64.getDecoder().decode(publicKeyForOcpp), StandardCharsets.US_ASCII);
    assertTrue(key.startsWith("oca:base16:asn1:"));
    PublicKey publicKey =
        KeyFactory.getInstance("EC")
            .generatePublic(
                new X509EncodedKeySpec(
                    HexFormat.of().parseHex(key.substring("oca:base16:asn1:".length()))));
    JsonNode signature = new ObjectMapper().readTree(parts[2]);
    assertEquals("ECDSA-secp256r1-SHA256", signature.get("SA").asText());
    Signature verifier = Signature.getInstance("SHA256withECDSA");
    verifier.initVerify(publicKey);
    verifier.update(parts[1].getBytes(StandardCharsets.UTF_8));
    return verifier.verify(HexFormat.of().parseHex(signature.get("SD").asText()));
  }

  @Test
  void aStrangerCanVerifyTheRecordAndNoticesAnyChange() throws Exception {
    OcmfSigner signer = new OcmfSigner(SigningKey.open(file), "Ebbflow", "S1", "0.1");
    String ocmf = sign(signer);
    assertTrue(verifies(ocmf, signer.publicKeyForOcpp()));
    assertFalse(verifies(ocmf.replace("12345.7", "12345.6"), signer.publicKeyForOcpp()));
  }

  @Test
  void theRecordNamesBothRegistersApart() throws Exception {
    OcmfSigner signer = new OcmfSigner(SigningKey.open(file), "Ebbflow", "S1", "0.1");
    String ocmf = sign(signer);
    JsonNode data = new ObjectMapper().readTree(ocmf.split("\\|")[1]);
    assertEquals("T42", data.get("PG").asText());
    assertEquals("EMAID", data.get("IT").asText());
    JsonNode imported = data.get("RD").get(0);
    JsonNode exported = data.get("RD").get(1);
    assertEquals("1-0:1.8.0", imported.get("RI").asText());
    assertEquals("12345.7", imported.get("RV").asText());
    assertEquals("1-0:2.8.0", exported.get("RI").asText());
    assertEquals("89.0", exported.get("RV").asText());
    assertEquals("E", imported.get("TX").asText());
    assertEquals("2026-03-01T12:00:00,500+0000 I", imported.get("TM").asText());
    // OCPP 2.0.1 leaves 2500 characters of base64.
    assertTrue(ocmf.length() * 4 / 3 < 2_500, () -> "too long: " + ocmf.length());
  }

  @Test
  void theKeyIsMadeOnceAndOnlyItsOwnerReadsIt() throws Exception {
    byte[] first = SigningKey.open(file).publicKeyDer();
    assertArrayEquals(first, SigningKey.open(file).publicKeyDer());
    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
  }

  @Test
  void aFileThatIsNoKeyIsSaidSo() throws Exception {
    Files.writeString(file, "nonsense\nnonsense\n");
    StorageException fault = assertThrows(StorageException.class, () -> SigningKey.open(file));
    assertTrue(String.valueOf(fault.getMessage()).contains("the key for meter values"));
  }

  /** The clock was wrong: the same number and the same values, at another time, signed anew. */
  @Test
  void aCorrectedTimeIsSignedAnew() throws Exception {
    SigningKey key = SigningKey.open(file);
    OcmfSigner signer = new OcmfSigner(key, "Ebbflow", "S1", "0.1.0");
    String before = sign(signer);
    String after = signer.corrected(before, new Correction(Instant.EPOCH, Duration.ofMinutes(-30)));
    String data = after.substring("OCMF|".length(), after.lastIndexOf("|{"));
    JsonNode old =
        new ObjectMapper().readTree(before.substring("OCMF|".length(), before.lastIndexOf("|{")));
    JsonNode corrected = new ObjectMapper().readTree(data);
    assertEquals(old.get("PG"), corrected.get("PG"));
    assertEquals(old.at("/RD/0/RV"), corrected.at("/RD/0/RV"));
    assertEquals("2026-03-01T11:30:00,500+0000 I", corrected.at("/RD/0/TM").asText());
    assertEquals("2026-03-01T11:30:00,500+0000 I", corrected.at("/RD/1/TM").asText());
    Signature check = Signature.getInstance("SHA256withECDSA");
    check.initVerify(
        KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key.publicKeyDer())));
    check.update(data.getBytes(StandardCharsets.UTF_8));
    String hex =
        new ObjectMapper()
            .readTree(after.substring(after.lastIndexOf("|{") + 1))
            .get("SD")
            .asText();
    assertTrue(check.verify(HexFormat.of().parseHex(hex)));
  }
}
