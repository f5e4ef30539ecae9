package energy.ebbflow.iso15118.message.dsig.key;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * How the primes of a DSA key were made: both values or none.
 *
 * @param seed the seed; at most 512 octets (our limit)
 * @param pgenCounter the counter; at most 512 octets (our limit)
 */
@ExiType(namespace = Namespaces.XMLDSIG)
public record DsaGeneration(
    @ExiElement("Seed") @Limit(512) Octets seed,
    @ExiElement("PgenCounter") @Limit(512) Octets pgenCounter) {
  /** Checks the bounds. */
  public DsaGeneration {
    Facets.length("Seed", seed, 0, 512);
    Facets.length("PgenCounter", pgenCounter, 0, 512);
  }
}
