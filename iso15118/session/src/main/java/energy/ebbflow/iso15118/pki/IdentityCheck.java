package energy.ebbflow.iso15118.pki;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** What has to be true of a key and its chain before a vehicle or a charger is shown them. */
public final class IdentityCheck {
  /** Bit of digitalSignature in KeyUsage (RFC 5280 4.2.1.3). */
  private static final int DIGITAL_SIGNATURE = 0;

  private static final byte[] PROBE = {'p', 'r', 'o', 'b', 'e'};
  private static final BouncyCastleProvider BC = new BouncyCastleProvider();

  private IdentityCheck() {}

  /**
   * Refuses an identity that no peer could accept.
   *
   * @param where file or token, for the message
   * @throws PkiException with the one thing that is wrong, what was expected and what was found
   */
  static void check(Profile profile, String where, Identity identity) throws PkiException {
    kind(profile, where, identity.leaf());
    usage(where, identity.leaf());
    order(where, identity);
    match(where, identity);
  }

  /** Why the chain is of no use at this moment; empty where each certificate of it is valid. */
  public static Optional<String> validity(Identity identity, Instant at) {
    for (X509Certificate certificate : identity.chain()) {
      String name = certificate.getSubjectX500Principal().getName();
      Instant from = certificate.getNotBefore().toInstant();
      Instant until = certificate.getNotAfter().toInstant();
      if (at.isAfter(until)) {
        return Optional.of("certificate " + name + " expired on " + until);
      }
      if (at.isBefore(from)) {
        return Optional.of("certificate " + name + " is not valid before " + from);
      }
    }
    return Optional.empty();
  }

  private static void kind(Profile profile, String where, X509Certificate leaf)
      throws PkiException {
    if (KeyKind.of(leaf.getPublicKey()).filter(profile.kinds()::contains).isEmpty()) {
      throw new PkiException(
          where
              + ": expected a "
              + profile.kinds().stream().map(KeyKind::curve).collect(Collectors.joining(" or "))
              + " key for "
              + profile.folder()
              + ", the certificate has "
              + KeyKind.nameOf(leaf.getPublicKey()));
    }
  }

  private static void usage(String where, X509Certificate leaf) throws PkiException {
    if (leaf.getBasicConstraints() >= 0) {
      throw new PkiException(
          where
              + ": expected the leaf certificate first, "
              + leaf.getSubjectX500Principal().getName()
              + " is a CA");
    }
    boolean[] usage = leaf.getKeyUsage();
    if (usage != null && !usage[DIGITAL_SIGNATURE]) {
      throw new PkiException(
          where + ": expected a leaf with key usage digitalSignature, this has none");
    }
  }

  private static void order(String where, Identity identity) throws PkiException {
    List<X509Certificate> chain = identity.chain();
    for (int i = 0; i + 1 < chain.size(); i++) {
      signedBy(where, chain.get(i), chain.get(i + 1));
    }
    if (identity.root().isPresent()) {
      signedBy(where, chain.getLast(), identity.root().get());
    }
  }

  private static void signedBy(String where, X509Certificate certificate, X509Certificate issuer)
      throws PkiException {
    String name = certificate.getSubjectX500Principal().getName();
    if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      throw new PkiException(
          where
              + ": wrong chain order: "
              + name
              + " is issued by "
              + certificate.getIssuerX500Principal().getName()
              + ", the next certificate is "
              + issuer.getSubjectX500Principal().getName());
    }
    try {
      certificate.verify(issuer.getPublicKey(), BC);
    } catch (GeneralSecurityException wrong) {
      throw new PkiException(
          where
              + ": "
              + name
              + " is not signed by the key of "
              + issuer.getSubjectX500Principal().getName(),
          wrong);
    }
  }

  /** Signs and verifies: the only way that works for a key in a token, too. */
  private static void match(String where, Identity identity) throws PkiException {
    KeyKind kind = KeyKind.of(identity.leaf().getPublicKey()).orElseThrow();
    boolean matches;
    try {
      Signature signature = Signature.getInstance(kind.signature(), identity.provider());
      signature.initSign(identity.key());
      signature.update(PROBE);
      byte[] signed = signature.sign();
      Signature verifier = Signature.getInstance(kind.signature(), BC);
      verifier.initVerify(identity.leaf().getPublicKey());
      verifier.update(PROBE);
      matches = verifier.verify(signed);
    } catch (GeneralSecurityException unusable) {
      throw new PkiException(
          where + ": the key cannot sign with " + kind.signature() + ": " + unusable.getMessage(),
          unusable);
    }
    if (!matches) {
      throw new PkiException(
          where
              + ": expected the private key of "
              + identity.name()
              + ", this is the key of another certificate");
    }
  }
}
