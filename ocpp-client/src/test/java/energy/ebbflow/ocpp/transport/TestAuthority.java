package energy.ebbflow.ocpp.transport;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority for one test. */
final class TestAuthority {
  private final X500Name name;
  private final KeyPair pair;
  private final Path folder;
  final Path certificate;
  private int serial;

  TestAuthority(Path folder, String name) throws Exception {
    this.folder = folder;
    this.name = new X500Name("CN=" + name);
    this.pair = pair();
    this.certificate = folder.resolve(name + ".pem");
    pem(certificate, "CERTIFICATE", sign(this.name, pair, true, "ca").getEncoded());
  }

  /** A certificate and its key. */
  record Issued(Path chain, Path key) {}

  /** Issues a certificate for a host or a station. */
  Issued issue(String host) throws Exception {
    KeyPair own = pair();
    Path chain = folder.resolve(name + host + ".pem");
    Path key = folder.resolve(name + host + ".key");
    X509Certificate issued = sign(new X500Name("CN=" + host), own, false, host);
    pem(chain, "CERTIFICATE", issued.getEncoded());
    pem(key, "PRIVATE KEY", own.getPrivate().getEncoded());
    return new Issued(chain, key);
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private X509Certificate sign(X500Name subject, KeyPair own, boolean authority, String host)
      throws IOException, OperatorCreationException, GeneralSecurityException {
    Instant now = Instant.now();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.valueOf(++serial),
            Date.from(now.minusSeconds(3_600)),
            Date.from(now.plusSeconds(86_400)),
            subject,
            own.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    if (!authority) {
      int kind = host.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName;
      builder.addExtension(
          Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(kind, host)));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
  }

  private static void pem(Path file, String label, byte[] der) throws IOException {
    Files.writeString(
        file,
        "-----BEGIN "
            + label
            + "-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END "
            + label
            + "-----\n");
  }
}
