package energy.ebbflow.iso15118.pki;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** OCSP responses in memory. One without nextUpdate is never used: nobody knows its age. */
public final class OcspResponses implements OcspSource {
  private record Entry(byte[] der, SingleResp single) {}

  private final List<Entry> entries;
  private final DigestCalculatorProvider digests;

  private OcspResponses(List<Entry> entries, DigestCalculatorProvider digests) {
    this.entries = List.copyOf(entries);
    this.digests = digests;
  }

  /** One response and the file it came from. */
  record Named(String where, byte[] der) {}

  static OcspResponses of(List<Named> responses) throws PkiException {
    List<Entry> entries = new ArrayList<>();
    for (Named response : responses) {
      for (SingleResp single : singles(response)) {
        entries.add(new Entry(response.der(), single));
      }
    }
    try {
      return new OcspResponses(entries, new JcaDigestCalculatorProviderBuilder().build());
    } catch (OperatorCreationException impossible) {
      throw new PkiException("no digests for OCSP: " + impossible.getMessage(), impossible);
    }
  }

  private static SingleResp[] singles(Named response) throws PkiException {
    try {
      OCSPResp parsed = new OCSPResp(response.der());
      if (parsed.getStatus() == OCSPResp.SUCCESSFUL
          && parsed.getResponseObject() instanceof BasicOCSPResp basic) {
        return basic.getResponses();
      }
      throw new PkiException(
          response.where()
              + ": expected a successful OCSP response, this has status "
              + parsed.getStatus());
    } catch (IOException | OCSPException | IllegalArgumentException unreadable) {
      throw new PkiException(
          response.where() + ": expected an OCSP response in DER, this is none", unreadable);
    }
  }

  @Override
  public Optional<byte[]> response(
      X509Certificate certificate, X509Certificate issuer, Instant at) {
    for (Entry entry : entries) {
      if (entry.single.getCertID().getSerialNumber().equals(certificate.getSerialNumber())
          && current(entry.single, at)
          && issuedBy(entry.single, issuer)) {
        return Optional.of(entry.der.clone());
      }
    }
    return Optional.empty();
  }

  static boolean current(SingleResp single, Instant at) {
    return single.getNextUpdate() != null
        && !at.isBefore(single.getThisUpdate().toInstant())
        && !at.isAfter(single.getNextUpdate().toInstant());
  }

  private boolean issuedBy(SingleResp single, X509Certificate issuer) {
    try {
      return single.getCertID().matchesIssuer(new JcaX509CertificateHolder(issuer), digests);
    } catch (OCSPException | java.security.cert.CertificateEncodingException unknownDigest) {
      return false;
    }
  }
}
