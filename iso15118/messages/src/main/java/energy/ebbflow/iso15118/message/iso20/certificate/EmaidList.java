package energy.ebbflow.iso15118.message.iso20.certificate;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * EMAIDListType. Contracts; personal data.
 *
 * @param emaid the contract; personal data, at most 255 characters; 1 to 8 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record EmaidList(
    @ExiElement("EMAID") @Occurs(max = 8) @Length(max = 255) List<String> emaid) {

  /** Checks the bounds that the schema sets. */
  public EmaidList {
    emaid = Facets.occurs("EMAID", emaid, 1, 8);
    Facets.length("EMAID", emaid, 0, 255);
  }
}
