package energy.ebbflow.iso15118.pki;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A private key, or a handle to one in a token, and its chain.
 *
 * @param key never printed
 * @param provider what signs with the key: Bouncy Castle for a key from a file, the token's own
 *     provider for a handle
 * @param chain leaf first, without the root
 * @param root what the chain ends in, where it is known: a vehicle may name it by a hash
 */
public record Identity(
    PrivateKey key,
    Provider provider,
    List<X509Certificate> chain,
    Optional<X509Certificate> root) {
  private static final Provider BC = new BouncyCastleProvider();

  public Identity {
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a chain starts with a leaf certificate");
    }
    chain = List.copyOf(chain);
  }

  /** A key in memory, its root unknown. */
  public Identity(PrivateKey key, List<X509Certificate> chain) {
    this(key, BC, chain, Optional.empty());
  }

  /** The certificate of the key. */
  public X509Certificate leaf() {
    return chain.getFirst();
  }

  /** Whether the key is a handle: it cannot be read, only used. */
  public boolean inToken() {
    return !(provider instanceof BouncyCastleProvider);
  }

  /** Name of the leaf's subject, for a log line. */
  public String name() {
    return leaf().getSubjectX500Principal().getName();
  }

  @Override
  public String toString() {
    return "Identity[" + name() + "]";
  }
}
