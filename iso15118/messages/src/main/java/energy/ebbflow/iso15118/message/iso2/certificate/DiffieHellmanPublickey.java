package energy.ebbflow.iso15118.message.iso2.certificate;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiContent;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * DiffieHellmanPublickeyType. The public key of the key agreement.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param value the value; at most 65 octets
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record DiffieHellmanPublickey(
    @ExiAttribute(value = "Id", namespace = Namespaces.ISO2_MSG_DATA_TYPES) @Limit(2048) String id,
    @ExiContent @Length(max = 65) Octets value) {

  /** Checks the bounds that the schema sets. */
  public DiffieHellmanPublickey {
    Facets.length("Id", id, 0, 2048);
    Facets.length("DiffieHellmanPublickey", value, 0, 65);
  }
}
