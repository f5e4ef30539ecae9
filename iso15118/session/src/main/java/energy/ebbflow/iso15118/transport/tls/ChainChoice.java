package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.pki.Identity;
import energy.ebbflow.iso15118.pki.KeyKind;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.tls.IdentifierType;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TrustedAuthority;
import org.jspecify.annotations.Nullable;

/**
 * Which of several chains a peer is shown: the first that it can verify and whose root it says it
 * knows; if it knows none of them, or does not say, the first that it can verify.
 *
 * @param signatures signature_algorithms of the peer; null where it said nothing (TLS 1.2)
 * @param groups supported_groups, which in TLS 1.2 bound the certificate's curve (RFC 8422 5.1);
 *     null where that does not matter or nothing was said
 * @param trusted trusted_ca_keys (RFC 6066 6), and certificate_authorities (RFC 8446 4.2.4) as
 *     names
 */
record ChainChoice(
    @Nullable Vector<?> signatures, int @Nullable [] groups, List<TrustedAuthority> trusted) {
  ChainChoice {
    trusted = List.copyOf(trusted);
  }

  /** Both lists of roots that a peer may send, as one. */
  static List<TrustedAuthority> authorities(
      @Nullable Vector<?> trustedKeys, @Nullable Vector<?> names) {
    List<TrustedAuthority> authorities = new ArrayList<>();
    if (trustedKeys != null) {
      for (Object each : trustedKeys) {
        if (each instanceof TrustedAuthority authority) {
          authorities.add(authority);
        }
      }
    }
    if (names != null) {
      for (Object each : names) {
        if (each instanceof X500Name name) {
          authorities.add(new TrustedAuthority(IdentifierType.x509_name, name));
        }
      }
    }
    return authorities;
  }

  /** The chain to show; empty where the peer can verify none of them. */
  Optional<Identity> of(List<Identity> identities) {
    List<Identity> verifiable = identities.stream().filter(this::verifiable).toList();
    return verifiable.stream().filter(this::known).findFirst().or(() -> first(verifiable));
  }

  /** Whether the peer has named the root of this chain. */
  boolean known(Identity identity) {
    return trusted.stream().anyMatch(authority -> matches(authority, identity));
  }

  private boolean verifiable(Identity identity) {
    Optional<SignatureAndHashAlgorithm> own = Signatures.of(identity.leaf().getPublicKey());
    return own.isPresent()
        && (signatures == null || signatures.contains(own.get()))
        && curveAllowed(identity);
  }

  private boolean curveAllowed(Identity identity) {
    if (groups == null) {
      return true;
    }
    Optional<KeyKind> kind = KeyKind.of(identity.leaf().getPublicKey());
    return kind.isPresent()
        && switch (kind.get()) {
          case SECP256R1 -> offers(NamedGroup.secp256r1);
          case SECP521R1 -> offers(NamedGroup.secp521r1);
          case ED448 -> true;
        };
  }

  private boolean offers(int group) {
    return groups == null || Arrays.stream(groups).anyMatch(offered -> offered == group);
  }

  private static boolean matches(TrustedAuthority authority, Identity identity) {
    return switch (authority.getIdentifierType()) {
      case IdentifierType.x509_name -> names(identity).contains(authority.getX509Name());
      case IdentifierType.key_sha1_hash ->
          authorities(identity).stream()
              .anyMatch(ca -> Arrays.equals(keyHash(ca), authority.getKeySHA1Hash()));
      case IdentifierType.cert_sha1_hash ->
          authorities(identity).stream()
              .anyMatch(ca -> Arrays.equals(certificateHash(ca), authority.getCertSHA1Hash()));
      default -> false; // pre_agreed names nothing
    };
  }

  /** The CAs of the chain and its root, as far as we have it. */
  private static List<X509Certificate> authorities(Identity identity) {
    List<X509Certificate> authorities =
        new ArrayList<>(identity.chain().subList(1, identity.chain().size()));
    identity.root().ifPresent(authorities::add);
    return authorities;
  }

  /** Issuers: the root's name is known even where the root is not. */
  private static List<X500Name> names(Identity identity) {
    return identity.chain().stream()
        .map(each -> X500Name.getInstance(each.getIssuerX500Principal().getEncoded()))
        .toList();
  }

  /** SHA-1 of the key as in the certificate, without its algorithm. */
  static byte[] keyHash(X509Certificate certificate) {
    return sha1(
        SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
            .getPublicKeyData()
            .getOctets());
  }

  static byte[] certificateHash(X509Certificate certificate) {
    try {
      return sha1(certificate.getEncoded());
    } catch (GeneralSecurityException parsedBefore) {
      throw new IllegalStateException("a certificate that was read has its bytes", parsedBefore);
    }
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has SHA-1", impossible);
    }
  }

  private static Optional<Identity> first(List<Identity> identities) {
    return identities.stream().findFirst();
  }
}
