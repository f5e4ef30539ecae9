package energy.ebbflow.ocpp.certificate;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates as text (RFC 7468). */
public final class Pem {
  /** Leaf, three sub-authorities, the root and one to spare; OCPP knows four below the leaf. */
  static final int MAX_CHAIN = 6;

  private static final int LINE = 64;

  private Pem() {}

  /**
   * The certificates of a text, in its order, at least one.
   *
   * @throws CertificateException when it holds none, too many, or something else
   */
  public static List<X509Certificate> chain(String text) throws CertificateException {
    List<X509Certificate> chain = all(text);
    if (chain.isEmpty() || chain.size() > MAX_CHAIN) {
      throw new CertificateException(
          "expected 1 to " + MAX_CHAIN + " certificates in PEM, got " + chain.size());
    }
    return chain;
  }

  /**
   * The certificates of a file of ours, which may name many.
   *
   * @throws CertificateException when it holds something else
   */
  public static List<X509Certificate> all(String text) throws CertificateException {
    List<X509Certificate> chain = new ArrayList<>();
    for (Certificate one :
        CertificateFactory.getInstance("X.509")
            .generateCertificates(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))) {
      chain.add((X509Certificate) one);
    }
    return List.copyOf(chain);
  }

  /** The only certificate of a text. */
  static X509Certificate one(String text) throws CertificateException {
    List<X509Certificate> chain = chain(text);
    if (chain.size() != 1) {
      throw new CertificateException("expected one certificate, got " + chain.size());
    }
    return chain.getFirst();
  }

  /** A certificate as text. */
  public static String text(X509Certificate certificate) {
    try {
      return armoured("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  static String armoured(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }
}
