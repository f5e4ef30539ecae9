package energy.ebbflow.iso15118.message.iso20.certificate;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiContent;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.iso15118.message.Namespaces;

/** One of SECP521_EncryptedPrivateKey, X448_EncryptedPrivateKey, TPM_EncryptedPrivateKey. */
public sealed interface EncryptedPrivateKey {
  /**
   * {@code SECP521_EncryptedPrivateKey}.
   *
   * @param value the value; exactly 94 octets
   */
  @ExiName("SECP521_EncryptedPrivateKey")
  @ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
  record Secp521EncryptedPrivateKey(@ExiContent @Length(min = 94, max = 94) Octets value)
      implements EncryptedPrivateKey {
    /** Checks the bounds that the schema sets. */
    public Secp521EncryptedPrivateKey {
      Facets.length("SECP521_EncryptedPrivateKey", value, 94, 94);
    }
  }

  /**
   * {@code X448_EncryptedPrivateKey}.
   *
   * @param value the value; exactly 84 octets
   */
  @ExiName("X448_EncryptedPrivateKey")
  @ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
  record X448EncryptedPrivateKey(@ExiContent @Length(min = 84, max = 84) Octets value)
      implements EncryptedPrivateKey {
    /** Checks the bounds that the schema sets. */
    public X448EncryptedPrivateKey {
      Facets.length("X448_EncryptedPrivateKey", value, 84, 84);
    }
  }

  /**
   * {@code TPM_EncryptedPrivateKey}.
   *
   * @param value the value; exactly 206 octets
   */
  @ExiName("TPM_EncryptedPrivateKey")
  @ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
  record TpmEncryptedPrivateKey(@ExiContent @Length(min = 206, max = 206) Octets value)
      implements EncryptedPrivateKey {
    /** Checks the bounds that the schema sets. */
    public TpmEncryptedPrivateKey {
      Facets.length("TPM_EncryptedPrivateKey", value, 206, 206);
    }
  }
}
