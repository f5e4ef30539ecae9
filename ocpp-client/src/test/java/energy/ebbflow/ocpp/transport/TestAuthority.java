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
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority for one test. */
final class TestAuthority {
  private final X500Name name;
  private final KeyPair pair;
  private final Path folder;
  final Path certificate;
  private final X509Certificate self;
  private int serial;

  TestAuthority(Path folder, String name) throws Exception {
    this.folder = folder;
    this.name = new X500Name("CN=" + name);
    this.pair = pair();
    this.certificate = folder.resolve(name + ".pem");
    this.self = sign(this.name, pair, true, "ca", Optional.empty(), Optional.empty());
    pem(certificate, "CERTIFICATE", self.getEncoded());
  }

  /** An authority below another one, whose certificate names a responder. */
  TestAuthority(TestAuthority above, String name, String responder) throws Exception {
    this.folder = above.folder;
    this.name = new X500Name("CN=" + name);
    this.pair = pair();
    this.certificate = folder.resolve(name + ".pem");
    this.self = above.sign(this.name, pair, true, "ca", Optional.of(responder), Optional.empty());
    pem(certificate, "CERTIFICATE", self.getEncoded());
  }

  X509Certificate certificate() {
    return self;
  }

  /** A certificate and its key. */
  record Issued(Path chain, Path key) {}

  /** Issues a certificate for a host or a station. */
  Issued issue(String host) throws Exception {
    return issue(host, Optional.empty(), Optional.empty());
  }

  /** The same, naming a responder or a list. */
  Issued issue(String host, Optional<String> responder, Optional<String> crl) throws Exception {
    KeyPair own = pair();
    Path chain = folder.resolve(name + host + ".pem");
    Path key = folder.resolve(name + host + ".key");
    X509Certificate issued = sign(new X500Name("CN=" + host), own, false, host, responder, crl);
    pem(chain, "CERTIFICATE", issued.getEncoded());
    pem(key, "PRIVATE KEY", own.getPrivate().getEncoded());
    return new Issued(chain, key);
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  /** A list of revoked certificates. */
  byte[] crl(boolean all) {
    try {
      Date now = new Date();
      X509v2CRLBuilder builder = new X509v2CRLBuilder(name, now);
      builder.setNextUpdate(new Date(now.getTime() + 3_600_000L));
      for (int i = 2; all && i <= serial; i++) {
        builder.addCRLEntry(BigInteger.valueOf(i), now, CRLReason.keyCompromise);
      }
      return builder
          .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
          .getEncoded();
    } catch (IOException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  /** An OCSP response to a request, as if it came from this authority. */
  byte[] ocsp(byte[] request, CertificateStatus status, TestAuthority signer) {
    try {
      Date now = new Date();
      BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(name));
      for (Req one : new OCSPReq(request).getRequestList()) {
        builder.addResponse(one.getCertID(), status, now, new Date(now.getTime() + 3_600_000L));
      }
      return new OCSPRespBuilder()
          .build(
              OCSPRespBuilder.SUCCESSFUL,
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(signer.pair.getPrivate()),
                  new X509CertificateHolder[] {new JcaX509CertificateHolder(self)},
                  now))
          .getEncoded();
    } catch (IOException | OCSPException | OperatorCreationException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private X509Certificate sign(
      X500Name subject,
      KeyPair own,
      boolean authority,
      String host,
      Optional<String> responder,
      Optional<String> crl)
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
    if (responder.isPresent()) {
      builder.addExtension(
          Extension.authorityInfoAccess,
          false,
          new AuthorityInformationAccess(
              AccessDescription.id_ad_ocsp,
              new GeneralName(GeneralName.uniformResourceIdentifier, responder.get())));
    }
    if (crl.isPresent()) {
      GeneralName at = new GeneralName(GeneralName.uniformResourceIdentifier, crl.get());
      builder.addExtension(
          Extension.cRLDistributionPoints,
          false,
          new CRLDistPoint(
              new DistributionPoint[] {
                new DistributionPoint(new DistributionPointName(new GeneralNames(at)), null, null)
              }));
    }
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
