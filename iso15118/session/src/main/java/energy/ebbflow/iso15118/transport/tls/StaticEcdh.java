package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.pki.Identity;
import energy.ebbflow.iso15118.pki.KeyKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.crypto.KeyAgreement;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.tls.AbstractTlsKeyExchange;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.DefaultTlsKeyExchangeFactory;
import org.bouncycastle.tls.KeyExchangeAlgorithm;
import org.bouncycastle.tls.TlsCredentialedAgreement;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsKeyExchange;
import org.bouncycastle.tls.TlsKeyExchangeFactory;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsSecret;
import org.jspecify.annotations.Nullable;

/**
 * ECDH_ECDSA (RFC 8422 2.2 of its predecessor RFC 4492): the charger agrees with the key of its
 * certificate, the vehicle with a fresh one that it sends in ClientKeyExchange. Bouncy Castle has
 * the form in which both keys are in certificates only, which no vehicle uses.
 */
final class StaticEcdh extends AbstractTlsKeyExchange {
  private static final BouncyCastleProvider BC = new BouncyCastleProvider();

  /** The only curve of ISO 15118-2. */
  private static final String CURVE = KeyKind.SECP256R1.curve();

  /** An uncompressed point of that curve, bytes. */
  private static final int POINT_BYTES = 65;

  private @Nullable PrivateKey own;
  private @Nullable PublicKey peer;

  private StaticEcdh() {
    super(KeyExchangeAlgorithm.ECDH_ECDSA);
  }

  /** Bouncy Castle's own key exchanges, but for this one. */
  static TlsKeyExchangeFactory factory() {
    return new DefaultTlsKeyExchangeFactory() {
      @Override
      public TlsKeyExchange createECDHKeyExchange(int keyExchange) throws IOException {
        return keyExchange == KeyExchangeAlgorithm.ECDH_ECDSA
            ? new StaticEcdh()
            : super.createECDHKeyExchange(keyExchange);
      }
    };
  }

  /** Whether a key can be used so: on the curve, in memory, and the certificate allows it. */
  static boolean usable(Identity identity) {
    boolean[] usage = identity.leaf().getKeyUsage();
    return !identity.inToken()
        && KeyKind.of(identity.leaf().getPublicKey()).equals(Optional.of(KeyKind.SECP256R1))
        && (usage == null || usage[KEY_AGREEMENT]);
  }

  /** Bit of keyAgreement in KeyUsage (RFC 5280 4.2.1.3). */
  private static final int KEY_AGREEMENT = 4;

  /** The charger's chain, for an agreement. */
  record Credentials(Certificate chain, Identity identity) implements TlsCredentialedAgreement {
    @Override
    public Certificate getCertificate() {
      return chain;
    }

    /** For keys in two certificates: nobody comes with the second. */
    @Override
    public TlsSecret generateAgreement(TlsCertificate peerCertificate) throws IOException {
      throw new TlsFatalAlert(AlertDescription.internal_error, "fixed ECDH is not spoken");
    }
  }

  @Override
  public void skipServerCredentials() throws IOException {
    throw new TlsFatalAlert(AlertDescription.internal_error);
  }

  @Override
  public void processServerCredentials(TlsCredentials credentials) throws IOException {
    if (!(credentials instanceof Credentials charger)) {
      throw new TlsFatalAlert(AlertDescription.internal_error);
    }
    own = charger.identity.key();
  }

  @Override
  public void processServerCertificate(Certificate certificate) throws IOException {
    try {
      PublicKey key =
          CertificateFactory.getInstance("X.509", BC)
              .generateCertificate(
                  new ByteArrayInputStream(certificate.getCertificateAt(0).getEncoded()))
              .getPublicKey();
      if (!KeyKind.of(key).equals(Optional.of(KeyKind.SECP256R1))) {
        throw new TlsFatalAlert(
            AlertDescription.unsupported_certificate, "static ECDH wants " + CURVE);
      }
      peer = key;
    } catch (GeneralSecurityException unreadable) {
      throw new TlsFatalAlert(AlertDescription.bad_certificate, unreadable);
    }
  }

  @Override
  public void processClientCredentials(TlsCredentials credentials) throws IOException {
    throw new TlsFatalAlert(AlertDescription.internal_error, "fixed ECDH is not spoken");
  }

  @Override
  public void generateClientKeyExchange(OutputStream output) throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BC);
      generator.initialize(
          new java.security.spec.ECGenParameterSpec(CURVE), context.getCrypto().getSecureRandom());
      KeyPair pair = generator.generateKeyPair();
      own = pair.getPrivate();
      TlsUtils.writeOpaque8(((ECPublicKey) pair.getPublic()).getQ().getEncoded(false), output);
    } catch (GeneralSecurityException failed) {
      throw new TlsFatalAlert(AlertDescription.internal_error, failed);
    }
  }

  /** The point is checked to lie on the curve: anything else could betray our key. */
  @Override
  public void processClientKeyExchange(InputStream input) throws IOException {
    byte[] point = TlsUtils.readOpaque8(input, 1);
    if (point.length != POINT_BYTES) {
      throw new TlsFatalAlert(
          AlertDescription.illegal_parameter,
          "expected a point of " + POINT_BYTES + " bytes, " + point.length + " came");
    }
    try {
      ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec(CURVE);
      ECPoint decoded = curve.getCurve().decodePoint(point);
      peer = KeyFactory.getInstance("EC", BC).generatePublic(new ECPublicKeySpec(decoded, curve));
    } catch (GeneralSecurityException | IllegalArgumentException notOnTheCurve) {
      throw new TlsFatalAlert(AlertDescription.illegal_parameter, notOnTheCurve);
    }
  }

  @Override
  public TlsSecret generatePreMasterSecret() throws IOException {
    try {
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH", BC);
      agreement.init(own);
      agreement.doPhase(peer, true);
      return context.getCrypto().createSecret(agreement.generateSecret());
    } catch (GeneralSecurityException failed) {
      throw new TlsFatalAlert(AlertDescription.internal_error, failed);
    }
  }
}
