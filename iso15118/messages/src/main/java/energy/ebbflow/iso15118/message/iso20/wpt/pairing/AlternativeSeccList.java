package energy.ebbflow.iso15118.message.iso20.wpt.pairing;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * AlternativeSECCListType. Other stations to try.
 *
 * @param alternativeSecc the other stations; 1 to 8 of them
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record AlternativeSeccList(
    @ExiElement("AlternativeSECC") @Occurs(max = 8) List<AlternativeSecc> alternativeSecc) {

  /** Checks the bounds that the schema sets. */
  public AlternativeSeccList {
    alternativeSecc = Facets.occurs("AlternativeSECC", alternativeSecc, 1, 8);
  }
}
