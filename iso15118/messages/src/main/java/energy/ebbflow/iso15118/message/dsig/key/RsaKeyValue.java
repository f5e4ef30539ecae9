package energy.ebbflow.iso15118.message.dsig.key;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;

/**
 * RSAKeyValue. A public key of RSA.
 *
 * @param modulus the modulus; at most 1024 octets (our limit)
 * @param exponent the exponent; at most 512 octets (our limit)
 */
@ExiName("RSAKeyValue")
@ExiType(namespace = Namespaces.XMLDSIG)
public record RsaKeyValue(
    @ExiElement("Modulus") @Limit(1024) Octets modulus,
    @ExiElement("Exponent") @Limit(512) Octets exponent)
    implements V2gMessage, KeyValueItem {
  /** Checks the bounds. */
  public RsaKeyValue {
    Facets.length("Modulus", modulus, 0, 1024);
    Facets.length("Exponent", exponent, 0, 512);
  }
}
