package energy.ebbflow.ocpp.certificate;

import energy.ebbflow.ocpp.v2.authorization.HashAlgorithm;
import energy.ebbflow.ocpp.v2.authorization.OcspRequestData;
import energy.ebbflow.ocpp.v2.certificate.CertificateHashData;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Certificates named by hashes, as OCSP names them (RFC 6960, section 4.1.1; OCPP 2.1
 * CertificateHashDataType).
 */
public final class Hashes {
  private Hashes() {}

  /** The name of a certificate; a root is its own issuer. */
  public static CertificateHashData of(
      X509Certificate certificate, X509Certificate issuer, HashAlgorithm algorithm) {
    MessageDigest digest = digest(algorithm);
    HexFormat hex = HexFormat.of();
    byte[] key =
        SubjectPublicKeyInfo.getInstance(issuer.getPublicKey().getEncoded())
            .getPublicKeyData()
            .getBytes();
    return new CertificateHashData(
        algorithm,
        hex.formatHex(digest.digest(certificate.getIssuerX500Principal().getEncoded())),
        hex.formatHex(digest.digest(key)),
        certificate.getSerialNumber().toString(16));
  }

  /** Whether two names are the same: hexadecimal digits know no case. */
  public static boolean same(CertificateHashData a, CertificateHashData b) {
    return a.hashAlgorithm() == b.hashAlgorithm()
        && a.issuerNameHash().equalsIgnoreCase(b.issuerNameHash())
        && a.issuerKeyHash().equalsIgnoreCase(b.issuerKeyHash())
        && a.serialNumber().equalsIgnoreCase(b.serialNumber());
  }

  /** What a back office is asked about a certificate; absent where it names no responder. */
  public static Optional<OcspRequestData> question(
      X509Certificate certificate, X509Certificate issuer) {
    CertificateHashData name = of(certificate, issuer, HashAlgorithm.SHA256);
    return responder(certificate)
        .map(
            url ->
                new OcspRequestData(
                    name.hashAlgorithm(),
                    name.issuerNameHash(),
                    name.issuerKeyHash(),
                    name.serialNumber(),
                    url));
  }

  /** Longest address of a responder that every dialect can carry. */
  private static final int MAX_URL = 512;

  /** Whether a certificate says where to learn that it was revoked. */
  public static boolean namesRevocation(X509Certificate certificate) {
    return responder(certificate).isPresent()
        || certificate.getExtensionValue(Extension.cRLDistributionPoints.getId()) != null;
  }

  /** RFC 5280, section 4.2.2.1. */
  static Optional<String> responder(X509Certificate certificate) {
    byte[] bytes = certificate.getExtensionValue(Extension.authorityInfoAccess.getId());
    if (bytes == null) {
      return Optional.empty();
    }
    AuthorityInformationAccess access =
        AuthorityInformationAccess.getInstance(ASN1OctetString.getInstance(bytes).getOctets());
    for (AccessDescription one : access.getAccessDescriptions()) {
      GeneralName at = one.getAccessLocation();
      if (one.getAccessMethod().equals(AccessDescription.id_ad_ocsp)
          && at.getTagNo() == GeneralName.uniformResourceIdentifier) {
        String url = ASN1IA5String.getInstance(at.getName()).getString();
        return url.length() > MAX_URL ? Optional.empty() : Optional.of(url);
      }
    }
    return Optional.empty();
  }

  private static MessageDigest digest(HashAlgorithm algorithm) {
    try {
      return MessageDigest.getInstance(
          switch (algorithm) {
            case SHA256 -> "SHA-256";
            case SHA384 -> "SHA-384";
            case SHA512 -> "SHA-512";
          });
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-2 is part of every JDK", e);
    }
  }
}
