package energy.ebbflow.iso15118.message.iso2.certificate;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiContent;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * EMAIDType. The contract, where a signature can refer to it; personal data.
 *
 * @param id the name by which a signature refers to this element; at most 2048 characters (our
 *     limit)
 * @param value the value; 14 to 15 characters
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record Emaid(
    @ExiAttribute(value = "Id", namespace = Namespaces.ISO2_MSG_DATA_TYPES) @Limit(2048) String id,
    @ExiContent @Length(min = 14, max = 15) String value) {

  /** Checks the bounds that the schema sets. */
  public Emaid {
    Facets.length("Id", id, 0, 2048);
    Facets.length("Emaid", value, 14, 15);
  }
}
