package energy.ebbflow.iso15118.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** Issues certificates, revocation lists and OCSP responses. For development only. */
final class CertificateMaker {
  private static final int SERIAL_BITS = 120;
  private static final BouncyCastleProvider BC = new BouncyCastleProvider();

  /** What a certificate is for. */
  enum Role {
    ROOT(2),
    SUB_CA_1(1),
    SUB_CA_2(0),
    LEAF(-1),
    OCSP_RESPONDER(-1);

    /** How many CAs may follow; below 0 for none: it is no CA. */
    private final int path;

    Role(int path) {
      this.path = path;
    }
  }

  /** A certificate and its key. */
  record Issued(KeyKind kind, KeyPair keys, X509Certificate certificate) {}

  /** From when until when something is valid. */
  record Span(Instant from, Instant until) {}

  private final SecureRandom random;

  CertificateMaker(SecureRandom random) {
    this.random = random;
  }

  /** A certificate with a key of its own, signed by {@code by} or, where it is null, by itself. */
  Issued issue(KeyKind kind, Role role, String commonName, Span span, @Nullable Issued by)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    return issue(kind, role, commonName, "V2G", span, by);
  }

  /**
   * The same with a domain component of the subject: public ISO 15118-2 test certificates have CPO
   * in a charger's, and RISE-V2G's vehicle refuses a charger without.
   */
  Issued issue(
      KeyKind kind, Role role, String commonName, String domain, Span span, @Nullable Issued by)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    KeyPair keys = keys(kind);
    X500Name subject = new X500Name("CN=" + commonName + ",O=Ebbflow,C=DE,DC=" + domain);
    KeyKind signingKind = by == null ? kind : by.kind;
    KeyPair signing = by == null ? keys : by.keys;
    Date from = Date.from(span.from());
    Date until = Date.from(span.until());
    JcaX509v3CertificateBuilder builder =
        by == null
            ? new JcaX509v3CertificateBuilder(
                subject, serial(), from, until, subject, keys.getPublic())
            : new JcaX509v3CertificateBuilder(
                by.certificate, serial(), from, until, subject, keys.getPublic());
    extend(builder, role, keys.getPublic(), signing.getPublic());
    X509CertificateHolder made = builder.build(signer(signingKind, signing));
    return new Issued(
        kind, keys, new JcaX509CertificateConverter().setProvider(BC).getCertificate(made));
  }

  /** A list by which {@code by} takes back {@code revoked}. */
  X509CRL revoke(Issued by, X509Certificate revoked, Span span)
      throws GeneralSecurityException, OperatorCreationException {
    JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(by.certificate, Date.from(span.from()));
    builder.setNextUpdate(Date.from(span.until()));
    builder.addCRLEntry(revoked.getSerialNumber(), Date.from(span.from()), CRLReason.keyCompromise);
    return new JcaX509CRLConverter()
        .setProvider(BC)
        .getCRL(builder.build(signer(by.kind, by.keys)));
  }

  /**
   * An OCSP response about one certificate.
   *
   * @param responder who signs: the issuer itself, or one that it has appointed
   * @param good false says that the certificate was revoked
   */
  byte[] ocsp(
      Issued responder, X509Certificate issuer, X509Certificate about, Span span, boolean good)
      throws GeneralSecurityException, OperatorCreationException, OCSPException, IOException {
    DigestCalculator sha1 =
        new JcaDigestCalculatorProviderBuilder()
            .setProvider(BC)
            .build()
            .get(CertificateID.HASH_SHA1);
    CertificateID id =
        new CertificateID(sha1, new JcaX509CertificateHolder(issuer), about.getSerialNumber());
    CertificateStatus status =
        good
            ? CertificateStatus.GOOD
            : new RevokedStatus(Date.from(span.from()), CRLReason.keyCompromise);
    X509CertificateHolder[] chain =
        responder.certificate.equals(issuer)
            ? new X509CertificateHolder[0]
            : new X509CertificateHolder[] {new JcaX509CertificateHolder(responder.certificate)};
    return new OCSPRespBuilder()
        .build(
            OCSPResponseStatus.SUCCESSFUL,
            new JcaBasicOCSPRespBuilder(responder.keys.getPublic(), sha1)
                .addResponse(id, status, Date.from(span.from()), Date.from(span.until()))
                .build(signer(responder.kind, responder.keys), chain, Date.from(span.from())))
        .getEncoded();
  }

  private KeyPair keys(KeyKind kind) throws GeneralSecurityException {
    if (kind == KeyKind.ED448) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed448", BC);
      generator.initialize(448, random);
      return generator.generateKeyPair();
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BC);
    generator.initialize(new ECGenParameterSpec(kind.curve()), random);
    return generator.generateKeyPair();
  }

  private ContentSigner signer(KeyKind kind, KeyPair keys) throws OperatorCreationException {
    return new JcaContentSignerBuilder(kind.signature())
        .setProvider(BC)
        .setSecureRandom(random)
        .build(keys.getPrivate());
  }

  private static void extend(
      JcaX509v3CertificateBuilder builder, Role role, PublicKey own, PublicKey issuer)
      throws GeneralSecurityException, IOException {
    boolean ca = role.path >= 0;
    builder.addExtension(
        Extension.basicConstraints,
        true,
        ca ? new BasicConstraints(role.path) : new BasicConstraints(false));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(
            ca
                ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                : KeyUsage.digitalSignature | KeyUsage.keyAgreement));
    if (role == Role.OCSP_RESPONDER) {
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
    }
    JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
    builder.addExtension(
        Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(own));
    builder.addExtension(
        Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(issuer));
  }

  private BigInteger serial() {
    return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
  }
}
