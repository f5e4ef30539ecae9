package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.pki.Identity;
import energy.ebbflow.iso15118.pki.OcspSource;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CertificateStatus;
import org.bouncycastle.tls.CertificateStatusType;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCrypto;

/** Certificates between the forms of the JDK and of Bouncy Castle's TLS, with their staples. */
final class Chains {
  private static final BouncyCastleProvider BC = new BouncyCastleProvider();

  /** Type and 24-bit length before an OCSP response. */
  private static final int STATUS_HEADER = 4;

  private Chains() {}

  /** The chain for TLS 1.2. */
  static Certificate tls12(TlsCrypto crypto, Identity identity) throws IOException {
    List<TlsCertificate> chain = new ArrayList<>();
    for (X509Certificate certificate : identity.chain()) {
      chain.add(crypto.createCertificate(encoded(certificate)));
    }
    return new Certificate(chain.toArray(TlsCertificate[]::new));
  }

  /**
   * The chain for TLS 1.3, each certificate with its staple where there is one (RFC 8446 4.4.2.1).
   *
   * @param context certificate_request_context of the peer, empty for a server
   */
  static Certificate tls13(
      TlsCrypto crypto, byte[] context, Identity identity, List<Optional<byte[]>> staples)
      throws IOException {
    List<CertificateEntry> chain = new ArrayList<>();
    for (int i = 0; i < identity.chain().size(); i++) {
      Hashtable<Integer, byte[]> extensions = new Hashtable<>();
      if (i < staples.size() && staples.get(i).isPresent()) {
        extensions.put(TlsExtensionsUtils.EXT_status_request, framed(staples.get(i).get()));
      }
      chain.add(
          new CertificateEntry(
              crypto.createCertificate(encoded(identity.chain().get(i))), extensions));
    }
    return new Certificate(context, chain.toArray(CertificateEntry[]::new));
  }

  /** For each certificate of the chain its response, where there is a current one. */
  static List<Optional<byte[]>> staples(Identity identity, OcspSource source, Instant at) {
    List<Optional<byte[]>> staples = new ArrayList<>();
    List<X509Certificate> chain = identity.chain();
    for (int i = 0; i < chain.size(); i++) {
      Optional<X509Certificate> issuer =
          i + 1 < chain.size() ? Optional.of(chain.get(i + 1)) : identity.root();
      X509Certificate certificate = chain.get(i);
      staples.add(issuer.flatMap(by -> source.response(certificate, by, at)));
    }
    return staples;
  }

  /** CertificateStatus of TLS 1.2 for the leaf alone (RFC 6066). */
  static CertificateStatus status(byte[] staple) {
    return new CertificateStatus(CertificateStatusType.ocsp, OCSPResponse.getInstance(staple));
  }

  /** CertificateStatus of TLS 1.2 for the whole chain (RFC 6961), gaps included. */
  static CertificateStatus statuses(List<Optional<byte[]>> staples) {
    Vector<Object> responses = new Vector<>();
    for (Optional<byte[]> staple : staples) {
      responses.add(staple.map(OCSPResponse::getInstance).orElse(null));
    }
    return new CertificateStatus(CertificateStatusType.ocsp_multi, responses);
  }

  /** A peer's chain in the JDK's form. */
  static List<X509Certificate> of(Certificate chain) throws IOException {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      var factory = java.security.cert.CertificateFactory.getInstance("X.509", BC);
      for (TlsCertificate certificate : chain.getCertificateList()) {
        if (factory.generateCertificate(new java.io.ByteArrayInputStream(certificate.getEncoded()))
            instanceof X509Certificate x509) {
          certificates.add(x509);
        }
      }
    } catch (GeneralSecurityException unreadable) {
      throw new TlsFatalAlert(
          AlertDescription.bad_certificate, "unreadable certificate", unreadable);
    }
    return certificates;
  }

  /** The staples a server sent in its TLS 1.3 chain. */
  static List<Optional<byte[]>> staplesOf(Certificate chain) {
    List<Optional<byte[]>> staples = new ArrayList<>();
    for (CertificateEntry entry : chain.getCertificateEntryList()) {
      Object data =
          entry.getExtensions() == null
              ? null
              : entry.getExtensions().get(TlsExtensionsUtils.EXT_status_request);
      staples.add(
          data instanceof byte[] bytes && bytes.length > STATUS_HEADER
              ? Optional.of(java.util.Arrays.copyOfRange(bytes, STATUS_HEADER, bytes.length))
              : Optional.empty());
    }
    return staples;
  }

  /** CertificateStatus as a structure: type, 24-bit length, response. */
  private static byte[] framed(byte[] response) {
    byte[] framed = new byte[response.length + STATUS_HEADER];
    framed[0] = (byte) CertificateStatusType.ocsp;
    framed[1] = (byte) (response.length >>> 16);
    framed[2] = (byte) (response.length >>> 8);
    framed[3] = (byte) response.length;
    System.arraycopy(response, 0, framed, STATUS_HEADER, response.length);
    return framed;
  }

  private static byte[] encoded(X509Certificate certificate) throws IOException {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException unreadable) {
      throw new TlsFatalAlert(AlertDescription.internal_error, unreadable);
    }
  }
}
