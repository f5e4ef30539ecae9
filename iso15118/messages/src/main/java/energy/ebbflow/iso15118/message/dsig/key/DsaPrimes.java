package energy.ebbflow.iso15118.message.dsig.key;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * The primes of a DSA key: both or none.
 *
 * @param p the prime modulus; at most 512 octets (our limit)
 * @param q the prime divisor; at most 512 octets (our limit)
 */
@ExiType(namespace = Namespaces.XMLDSIG)
public record DsaPrimes(
    @ExiElement("P") @Limit(512) Octets p, @ExiElement("Q") @Limit(512) Octets q) {
  /** Checks the bounds. */
  public DsaPrimes {
    Facets.length("P", p, 0, 512);
    Facets.length("Q", q, 0, 512);
  }
}
