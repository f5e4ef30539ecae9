package energy.ebbflow.iso15118.message.iso20.wpt.positioning;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * WPT_PairingMethodListType. Ways of pairing.
 *
 * @param wptPairingMethod the ways of pairing; 1 to 8 of them
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptPairingMethodList(
    @ExiElement("WPT_PairingMethod") @Occurs(max = 8) List<WptPairingMethod> wptPairingMethod) {

  /** Checks the bounds that the schema sets. */
  public WptPairingMethodList {
    wptPairingMethod = Facets.occurs("WPT_PairingMethod", wptPairingMethod, 1, 8);
  }
}
