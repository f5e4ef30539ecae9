package energy.ebbflow.iso15118.pki;

import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The kinds of key that the standards know, and the signature each makes. */
public enum KeyKind {
  /** ISO 15118-2, and vehicles of ISO 15118-20 in the field. */
  SECP256R1("secp256r1", SECObjectIdentifiers.secp256r1, "SHA256withECDSA"),
  /** ISO 15118-20, the first choice. */
  SECP521R1("secp521r1", SECObjectIdentifiers.secp521r1, "SHA512withECDSA"),
  /** ISO 15118-20, the second choice. */
  ED448("Ed448", EdECObjectIdentifiers.id_Ed448, "Ed448");

  private final String curve;
  private final ASN1ObjectIdentifier id;
  private final String signature;

  KeyKind(String curve, ASN1ObjectIdentifier id, String signature) {
    this.curve = curve;
    this.id = id;
    this.signature = signature;
  }

  /** Name of the curve. */
  public String curve() {
    return curve;
  }

  /** JCA name of the signature algorithm. */
  public String signature() {
    return signature;
  }

  /** The kind of a key; empty for another curve or algorithm. */
  public static Optional<KeyKind> of(PublicKey key) {
    SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
    ASN1Encodable parameters = info.getAlgorithm().getParameters();
    for (KeyKind kind : values()) {
      if (kind.id.equals(parameters) || kind.id.equals(info.getAlgorithm().getAlgorithm())) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The curve of any key, for an error message. */
  static String nameOf(PublicKey key) {
    Optional<KeyKind> known = of(key);
    if (known.isPresent()) {
      return known.get().curve;
    }
    SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
    String curve =
        info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier oid
            ? org.bouncycastle.asn1.x9.ECNamedCurveTable.getName(oid)
            : null;
    return curve == null ? key.getAlgorithm() : curve;
  }
}
