package energy.ebbflow.iso15118.message.iso20.wpt.positioning;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * WPT_FinePositioningMethodListType. Ways of positioning.
 *
 * @param wptFinePositioningMethod the ways of positioning; 1 to 8 of them
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptFinePositioningMethodList(
    @ExiElement("WPT_FinePositioningMethod") @Occurs(max = 8)
        List<WptFinePositioningMethod> wptFinePositioningMethod) {

  /** Checks the bounds that the schema sets. */
  public WptFinePositioningMethodList {
    wptFinePositioningMethod =
        Facets.occurs("WPT_FinePositioningMethod", wptFinePositioningMethod, 1, 8);
  }
}
