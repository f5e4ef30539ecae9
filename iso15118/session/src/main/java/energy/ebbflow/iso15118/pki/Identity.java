package energy.ebbflow.iso15118.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key, or a handle to one in a token, and its chain.
 *
 * @param key never printed
 * @param chain leaf first, without the root
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
  public Identity {
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a chain starts with a leaf certificate");
    }
    chain = List.copyOf(chain);
  }

  @Override
  public String toString() {
    return "Identity[" + chain.getFirst().getSubjectX500Principal().getName() + "]";
  }
}
