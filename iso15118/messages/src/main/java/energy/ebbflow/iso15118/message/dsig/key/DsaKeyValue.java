package energy.ebbflow.iso15118.message.dsig.key;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiGroup;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.Optional;

/**
 * DSAKeyValue. A public key of DSA.
 *
 * @param primes the primes
 * @param g the generator; at most 512 octets (our limit)
 * @param y the public value; at most 512 octets (our limit)
 * @param j (p - 1) / q; at most 512 octets (our limit)
 * @param generation how the primes were made
 */
@ExiName("DSAKeyValue")
@ExiType(namespace = Namespaces.XMLDSIG)
public record DsaKeyValue(
    @ExiGroup Optional<DsaPrimes> primes,
    @ExiElement("G") @Limit(512) Optional<Octets> g,
    @ExiElement("Y") @Limit(512) Octets y,
    @ExiElement("J") @Limit(512) Optional<Octets> j,
    @ExiGroup Optional<DsaGeneration> generation)
    implements V2gMessage, KeyValueItem {
  /** Checks the bounds. */
  public DsaKeyValue {
    Facets.length("G", g, 0, 512);
    Facets.length("Y", y, 0, 512);
    Facets.length("J", j, 0, 512);
  }
}
