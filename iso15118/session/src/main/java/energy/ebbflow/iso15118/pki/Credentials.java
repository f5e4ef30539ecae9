package energy.ebbflow.iso15118.pki;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Where one side of the link gets its keys and roots from: files or tokens ({@link PemFolder}), or
 * what a back office installed. Asked when the server opens and whenever {@link #version()} has
 * changed, so that a renewed certificate is taken up without a restart. Thread-safe.
 */
public interface Credentials {
  /**
   * The keys and chains to show, the preferred one first; each stands for another root or another
   * kind of key.
   *
   * @return empty where this side has none for the profile
   * @throws PkiException when it has one that is unusable
   */
  List<Identity> identities(Profile profile) throws PkiException;

  /**
   * The preferred one.
   *
   * @throws PkiException when one is unusable
   */
  default Optional<Identity> identity(Profile profile) throws PkiException {
    return identities(profile).stream().findFirst();
  }

  /**
   * The roots the peer's chain may end in; several at once.
   *
   * @throws PkiException when a file of the store is unusable
   */
  List<X509Certificate> trustAnchors(Profile profile) throws PkiException;

  /**
   * What was revoked of the peers' certificates.
   *
   * @throws PkiException when a list is unusable
   */
  default List<X509CRL> revocationLists() throws PkiException {
    return List.of();
  }

  /**
   * OCSP responses for our own chains.
   *
   * @throws PkiException when one of them is unusable
   */
  default OcspSource ocsp() throws PkiException {
    return OcspSource.NONE;
  }

  /** Changes when any of the others may answer differently. */
  default long version() {
    return 0;
  }
}
