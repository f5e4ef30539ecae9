package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.pki.KeyKind;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;
import org.jspecify.annotations.Nullable;

/** Signatures and curves of both standards. Nothing with SHA-1. */
final class Signatures {
  /** What we verify, those of ISO 15118-20 first; the smaller curves are still in the field. */
  private static final int[] SCHEMES = {
    SignatureScheme.ecdsa_secp521r1_sha512,
    SignatureScheme.ed448,
    SignatureScheme.ecdsa_secp384r1_sha384,
    SignatureScheme.ecdsa_secp256r1_sha256,
    SignatureScheme.ed25519
  };

  /** Groups for the key exchange: those of ISO 15118-20 first. */
  private static final int[] GROUPS = {
    NamedGroup.secp521r1,
    NamedGroup.x448,
    NamedGroup.secp256r1,
    NamedGroup.secp384r1,
    NamedGroup.x25519
  };

  private Signatures() {}

  /** For a signature_algorithms extension. */
  static Vector<SignatureAndHashAlgorithm> all() {
    Vector<SignatureAndHashAlgorithm> algorithms = new Vector<>();
    for (int scheme : SCHEMES) {
      algorithms.add(SignatureScheme.getSignatureAndHashAlgorithm(scheme));
    }
    return algorithms;
  }

  /** For a supported_groups extension. */
  static int[] groups() {
    return GROUPS.clone();
  }

  /** The scheme that a key signs with; empty for a key of another kind. */
  static Optional<SignatureAndHashAlgorithm> of(PublicKey key) {
    return KeyKind.of(key)
        .map(
            kind ->
                SignatureScheme.getSignatureAndHashAlgorithm(
                    switch (kind) {
                      case SECP256R1 -> SignatureScheme.ecdsa_secp256r1_sha256;
                      case SECP521R1 -> SignatureScheme.ecdsa_secp521r1_sha512;
                      case ED448 -> SignatureScheme.ed448;
                    }));
  }

  /** Names of the schemes a peer offers, for a log line. */
  static List<String> names(@Nullable Vector<?> algorithms) {
    List<String> names = new ArrayList<>();
    if (algorithms != null) {
      for (Object offered : algorithms) {
        if (offered instanceof SignatureAndHashAlgorithm algorithm) {
          names.add(SignatureScheme.getName(SignatureScheme.from(algorithm)));
        }
      }
    }
    return names;
  }
}
