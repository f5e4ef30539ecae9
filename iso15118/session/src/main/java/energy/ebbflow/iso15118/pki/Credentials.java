package energy.ebbflow.iso15118.pki;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Where one side of the link gets its keys and roots from: files today, a token tomorrow. Asked
 * when a TLS context is built, so that a renewed certificate is taken up by the next one.
 */
public interface Credentials {
  /**
   * The key and chain to show.
   *
   * @return empty where this side has none for the profile
   * @throws PkiException when it has one that is unusable
   */
  Optional<Identity> identity(Profile profile) throws PkiException;

  /**
   * The roots the peer's chain may end in; several at once.
   *
   * @throws PkiException when a file of the store is unusable
   */
  List<X509Certificate> trustAnchors(Profile profile) throws PkiException;
}
