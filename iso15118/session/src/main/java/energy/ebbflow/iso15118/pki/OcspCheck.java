package energy.ebbflow.iso15118.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** What a vehicle reads in a stapled OCSP response (RFC 6960 3.2). */
public final class OcspCheck {
  /** What is known of a certificate. */
  public enum Status {
    /** Vouched for. */
    GOOD,
    /** No longer to be trusted. */
    REVOKED,
    /** The responder does not know it. */
    UNKNOWN,
    /** No answer for this certificate, too old, or not signed by who may. */
    INVALID
  }

  private static final BouncyCastleProvider BC = new BouncyCastleProvider();

  private OcspCheck() {}

  /** Reads one response for one certificate at one moment. */
  public static Status status(
      byte[] der, X509Certificate certificate, X509Certificate issuer, Instant at) {
    try {
      if (!(new OCSPResp(der).getResponseObject() instanceof BasicOCSPResp response)) {
        return Status.INVALID;
      }
      OcspResponses own = OcspResponses.of(List.of(new OcspResponses.Named("staple", der)));
      if (own.response(certificate, issuer, at).isEmpty()
          || !response.isSignatureValid(
              new JcaContentVerifierProviderBuilder()
                  .setProvider(BC)
                  .build(signer(response, issuer, at)))) {
        return Status.INVALID;
      }
      for (SingleResp single : response.getResponses()) {
        if (single.getCertID().getSerialNumber().equals(certificate.getSerialNumber())) {
          return single.getCertStatus() == null
              ? Status.GOOD
              : single.getCertStatus() instanceof RevokedStatus ? Status.REVOKED : Status.UNKNOWN;
        }
      }
      return Status.INVALID;
    } catch (IOException
        | OCSPException
        | PkiException
        | OperatorCreationException
        | GeneralSecurityException
        | IllegalArgumentException broken) {
      return Status.INVALID;
    }
  }

  /** The issuer itself, or whom it has allowed to answer for it (RFC 6960 4.2.2.2). */
  private static PublicKey signer(BasicOCSPResp response, X509Certificate issuer, Instant at)
      throws GeneralSecurityException {
    for (X509CertificateHolder holder : response.getCerts()) {
      X509Certificate responder =
          new JcaX509CertificateConverter().setProvider(BC).getCertificate(holder);
      List<String> purposes = responder.getExtendedKeyUsage();
      if (purposes != null && purposes.contains(KeyPurposeId.id_kp_OCSPSigning.getId())) {
        responder.verify(issuer.getPublicKey(), BC);
        responder.checkValidity(Date.from(at));
        return responder.getPublicKey();
      }
    }
    return issuer.getPublicKey();
  }
}
