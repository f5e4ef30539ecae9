package energy.ebbflow.ocpp.certificate;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** An authority for one test, at the time of the test. */
public final class TestRoot {
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** Long ago: tests with a real clock use it too. */
  private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");

  private static final long YEAR_SECONDS = 365L * 86_400;

  private final X500Name name;
  private final KeyPair pair;
  private final X509Certificate certificate;
  private int serial = 9;

  /** Valid for ten years after {@link #NOW}. */
  public TestRoot(String commonName) {
    this(commonName, NOW.plusSeconds(10 * YEAR_SECONDS), true);
  }

  /** An authority, or something that only looks like one. */
  public TestRoot(String commonName, Instant end, boolean authority) {
    this.name = new X500Name("CN=" + commonName);
    this.pair = pair("EC");
    this.certificate = issue(name, pair.getPublic(), end, authority);
  }

  private TestRoot(String commonName, TestRoot signer) {
    this.name = new X500Name("CN=" + commonName);
    this.pair = pair("EC");
    this.certificate =
        signer.issue(name, pair.getPublic(), NOW.plusSeconds(10 * YEAR_SECONDS), true);
  }

  /** An authority that this one signed. */
  public TestRoot successor(String commonName) {
    return new TestRoot(commonName, this);
  }

  public String pem() {
    return Pem.text(certificate);
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** Signs a request in PEM; it ends in a year. */
  public String sign(String request) {
    return sign(request, NOW.plusSeconds(YEAR_SECONDS));
  }

  public String sign(String request, Instant end) {
    JcaPKCS10CertificationRequest read = request(request);
    try {
      return Pem.text(issue(read.getSubject(), read.getPublicKey(), end, false));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** A certificate for a key of its own, and that key. */
  public Signer signer(String algorithm, Instant end) {
    KeyPair own = pair(algorithm);
    return new Signer(
        Pem.text(issue(new X500Name("CN=Firmware"), own.getPublic(), end, false)), own);
  }

  /** Who signs firmware. */
  public record Signer(String pem, KeyPair pair) {
    /** In base64, by a JCA name such as SHA256withECDSA. */
    public String sign(String way, byte[] data) throws GeneralSecurityException {
      Signature signature = Signature.getInstance(way);
      signature.initSign(pair.getPrivate());
      signature.update(data);
      return Base64.getEncoder().encodeToString(signature.sign());
    }
  }

  /** How long a response of ours holds. */
  public static final long OCSP_SECONDS = 3_600;

  /** An OCSP response in base64: good. */
  public String ocsp(BigInteger number, Instant from) {
    try {
      JcaX509CertificateHolder issuer = new JcaX509CertificateHolder(certificate);
      CertificateID id =
          new CertificateID(
              new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
              issuer,
              number);
      BasicOCSPResp basic =
          new BasicOCSPRespBuilder(new RespID(name))
              .addResponse(
                  id,
                  CertificateStatus.GOOD,
                  Date.from(from),
                  Date.from(from.plusSeconds(OCSP_SECONDS)))
              .build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()),
                  new X509CertificateHolder[] {issuer},
                  Date.from(from));
      return Base64.getEncoder()
          .encodeToString(
              new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic).getEncoded());
    } catch (IOException | GeneralSecurityException | OCSPException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  /** Reads a signing request. */
  public static JcaPKCS10CertificationRequest request(String pem) {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      return new JcaPKCS10CertificationRequest((PKCS10CertificationRequest) parser.readObject());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair pair(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      } else {
        generator.initialize(2_048);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private X509Certificate issue(X500Name subject, PublicKey key, Instant end, boolean authority) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              name, BigInteger.valueOf(++serial), Date.from(BEGIN), Date.from(end), subject, key);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      builder.addExtension(
          Extension.authorityInfoAccess,
          false,
          new AuthorityInformationAccess(
              AccessDescription.id_ad_ocsp,
              new GeneralName(GeneralName.uniformResourceIdentifier, "http://ocsp.example/")));
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }
}
