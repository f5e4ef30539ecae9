package energy.ebbflow.ocpp.errand;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;

/**
 * Signatures of firmware: SHA-256, with ECDSA, or with RSA in either padding (OCPP 2.1 L01.FR.11,
 * whitepaper section 3.5.4: PSS; OpenSSL's default is the older one, and back offices use it).
 */
final class FirmwareSignature {
  private static final int BUFFER = 64 * 1024;
  private static final int SALT_BYTES = 32;

  private FirmwareSignature() {}

  static boolean good(Path image, X509Certificate certificate, byte[] signature)
      throws IOException {
    PublicKey key = certificate.getPublicKey();
    List<String> ways =
        key.getAlgorithm().equals("RSA")
            ? List.of("RSASSA-PSS", "SHA256withRSA")
            : List.of("SHA256withECDSA");
    for (String way : ways) {
      try {
        Signature check = Signature.getInstance(way);
        if (way.equals("RSASSA-PSS")) {
          check.setParameter(
              new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT_BYTES, 1));
        }
        check.initVerify(key);
        feed(check, image);
        if (check.verify(signature)) {
          return true;
        }
      } catch (GeneralSecurityException e) {
        // A signature of another length or shape is simply not this one.
        continue;
      }
    }
    return false;
  }

  private static void feed(Signature check, Path image)
      throws IOException, GeneralSecurityException {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(image)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        check.update(buffer, 0, read);
      }
    }
  }
}
