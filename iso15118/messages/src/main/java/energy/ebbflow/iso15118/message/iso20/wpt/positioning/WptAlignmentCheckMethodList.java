package energy.ebbflow.iso15118.message.iso20.wpt.positioning;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * WPT_AlignmentCheckMethodListType. Ways to check the alignment.
 *
 * @param wptAlignmentCheckMethod the ways to check the alignment; 1 to 8 of them
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptAlignmentCheckMethodList(
    @ExiElement("WPT_AlignmentCheckMethod") @Occurs(max = 8)
        List<WptAlignmentCheckMethod> wptAlignmentCheckMethod) {

  /** Checks the bounds that the schema sets. */
  public WptAlignmentCheckMethodList {
    wptAlignmentCheckMethod =
        Facets.occurs("WPT_AlignmentCheckMethod", wptAlignmentCheckMethod, 1, 8);
  }
}
