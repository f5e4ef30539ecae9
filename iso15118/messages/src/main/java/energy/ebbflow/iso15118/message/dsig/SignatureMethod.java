package energy.ebbflow.iso15118.message.dsig;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.math.BigInteger;
import java.util.Optional;

/**
 * SignatureMethod. The algorithm of the signature.
 *
 * @param algorithm the URI of the algorithm; at most 255 characters (our limit)
 * @param hmacOutputLength the bits that are kept of an HMAC; at most 16 octets (our limit)
 */
@ExiName("SignatureMethod")
@ExiType(namespace = Namespaces.XMLDSIG, mixed = true, wildcard = true)
public record SignatureMethod(
    @ExiAttribute("Algorithm") @Limit(255) String algorithm,
    @ExiElement("HMACOutputLength") @Limit(16) Optional<BigInteger> hmacOutputLength)
    implements V2gMessage {
  /** Checks the bounds. */
  public SignatureMethod {
    Facets.length("Algorithm", algorithm, 0, 255);
    if (hmacOutputLength.isPresent()) {
      Facets.size("HMACOutputLength", hmacOutputLength.get(), 16);
    }
  }
}
