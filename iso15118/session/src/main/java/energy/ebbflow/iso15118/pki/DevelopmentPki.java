package energy.ebbflow.iso15118.pki;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes the chains a bench needs, in the layout of {@link PemFolder}: for each {@link Profile} a
 * V2G root with two CPO sub-CAs and an SECC leaf, and a vehicle maker's root with two sub-CAs and a
 * vehicle leaf (ISO 15118-20 Annex B, ISO 15118-2 Annex F: three levels under a root). For
 * development only: the private keys of the CAs are thrown away, so nothing more can be issued.
 */
public final class DevelopmentPki {
  /** Clocks on a bench differ a little: certificates are valid from a day ago. */
  static final Duration BACKDATED = Duration.ofDays(1);

  /** How long they are valid. */
  static final Duration VALIDITY = Duration.ofDays(3650);

  private static final int SERIAL_BITS = 120;

  /** In place of a path length: the certificate is a leaf. */
  private static final int NO_CA = -1;

  private static final Provider BC = new BouncyCastleProvider();

  private final Instant now;
  private final SecureRandom random;

  private DevelopmentPki(Instant now, SecureRandom random) {
    this.now = now;
    this.random = random;
  }

  /**
   * Writes all chains into {@code folder}, over what is there.
   *
   * @param now the certificates are valid around this time
   * @throws PkiException when a file cannot be written
   */
  public static void write(Path folder, Instant now, SecureRandom random) throws PkiException {
    DevelopmentPki pki = new DevelopmentPki(now, random);
    try {
      for (Profile profile : Profile.values()) {
        pki.chain(profile, "V2G", "CPO", "SECC", folder, PemFolder.SECC, PemFolder.TRUST_V2G);
        pki.chain(profile, "OEM", "OEM", "Vehicle", folder, PemFolder.VEHICLE, PemFolder.TRUST_OEM);
      }
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException failed) {
      throw new PkiException(
          "the development PKI could not be made: " + failed.getMessage(), failed);
    }
  }

  private void chain(
      Profile profile,
      String root,
      String sub,
      String leaf,
      Path folder,
      String identityFolder,
      String trustFolder)
      throws GeneralSecurityException, OperatorCreationException, CertIOException, PkiException {
    String suffix = " " + profile.folder();
    Issued rootCa = issue(profile, "Ebbflow development " + root + " root" + suffix, null, 2);
    Issued sub1 = issue(profile, sub + " sub-CA 1" + suffix, rootCa, 1);
    Issued sub2 = issue(profile, sub + " sub-CA 2" + suffix, sub1, 0);
    Issued end = issue(profile, "Ebbflow development " + leaf + suffix, sub2, NO_CA);
    Path identity = folder.resolve(identityFolder).resolve(profile.folder());
    Pem.writeCertificates(
        identity.resolve(PemFolder.CHAIN),
        List.of(end.certificate, sub2.certificate, sub1.certificate));
    Pem.writeKey(identity.resolve(PemFolder.KEY), end.keys.getPrivate());
    Pem.writeCertificates(
        folder.resolve(trustFolder).resolve(profile.folder() + "-root.pem"),
        List.of(rootCa.certificate));
  }

  private Issued issue(Profile profile, String commonName, @Nullable Issued by, int path)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BC);
    generator.initialize(new ECGenParameterSpec(profile.curve()), random);
    KeyPair keys = generator.generateKeyPair();
    X500Name subject = new X500Name("CN=" + commonName + ",O=Ebbflow,C=DE,DC=V2G");
    KeyPair signer = by == null ? keys : by.keys;
    JcaX509v3CertificateBuilder builder =
        by == null
            ? new JcaX509v3CertificateBuilder(
                subject, serial(), from(), until(), subject, keys.getPublic())
            : new JcaX509v3CertificateBuilder(
                by.certificate, serial(), from(), until(), subject, keys.getPublic());
    boolean ca = path != NO_CA;
    builder.addExtension(
        Extension.basicConstraints,
        true,
        ca ? new BasicConstraints(path) : new BasicConstraints(false));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(
            ca
                ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                : KeyUsage.digitalSignature | KeyUsage.keyAgreement));
    JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        extensions.createSubjectKeyIdentifier(keys.getPublic()));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        extensions.createAuthorityKeyIdentifier(signer.getPublic()));
    X509Certificate certificate =
        new JcaX509CertificateConverter()
            .setProvider(BC)
            .getCertificate(
                builder.build(
                    new JcaContentSignerBuilder(profile.signature())
                        .setProvider(BC)
                        .setSecureRandom(random)
                        .build(signer.getPrivate())));
    return new Issued(keys, certificate);
  }

  private BigInteger serial() {
    return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
  }

  private Date from() {
    return Date.from(now.minus(BACKDATED));
  }

  private Date until() {
    return Date.from(now.plus(VALIDITY));
  }

  private record Issued(KeyPair keys, X509Certificate certificate) {}
}
