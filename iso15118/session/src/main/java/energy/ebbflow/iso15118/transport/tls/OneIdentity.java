package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.pki.Identity;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

/**
 * Shows one identity, whatever the peer calls us: the provider's own key manager reads the server
 * name of the ClientHello and fails on a link-local address with a scope, which vehicles send
 * there.
 */
final class OneIdentity extends X509ExtendedKeyManager {
  private static final String ALIAS = "identity";

  private final Identity identity;
  private final Set<String> keyTypes;

  OneIdentity(Identity identity) {
    this.identity = identity;
    this.keyTypes = keyTypes(identity.chain().getFirst().getPublicKey());
  }

  /**
   * The names for the key: {@code EC} of a TLS 1.2 client and {@code ECDHE_ECDSA} of its server,
   * {@code EC/secp521r1} in TLS 1.3. Another curve's name would promise another key.
   */
  private static Set<String> keyTypes(PublicKey key) {
    SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
    if (info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve) {
      return Set.of("EC", "ECDHE_ECDSA", "EC/" + SECNamedCurves.getName(curve));
    }
    return Set.of(key.getAlgorithm());
  }

  private @Nullable String suits(@Nullable String keyType) {
    return keyType != null && keyTypes.contains(keyType) ? ALIAS : null;
  }

  private @Nullable String suitsAny(String @Nullable [] wanted) {
    if (wanted != null) {
      for (String keyType : wanted) {
        if (suits(keyType) != null) {
          return ALIAS;
        }
      }
    }
    return null;
  }

  private String @Nullable [] aliases(@Nullable String keyType) {
    return suits(keyType) == null ? null : new String[] {ALIAS};
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
    return suits(keyType);
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] wanted, Principal @Nullable [] issuers, SSLEngine engine) {
    return suitsAny(wanted);
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, Socket socket) {
    return suits(keyType);
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] wanted, Principal @Nullable [] issuers, Socket socket) {
    return suitsAny(wanted);
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return aliases(keyType);
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return aliases(keyType);
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return ALIAS.equals(alias) ? identity.chain().toArray(new X509Certificate[0]) : null;
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return ALIAS.equals(alias) ? identity.key() : null;
  }
}
