package energy.ebbflow.iso15118.message.dsig;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.List;

/**
 * Transform. One step on the way to octets: in ISO 15118 EXI.
 *
 * @param algorithm the URI of the algorithm; at most 255 characters (our limit)
 * @param xpath the parameters of the algorithm; at most 16 of them (our limit)
 */
@ExiName("Transform")
@ExiType(namespace = Namespaces.XMLDSIG, mixed = true)
public record Transform(
    @ExiAttribute("Algorithm") @Limit(255) String algorithm,
    @ExiChoice(open = true) @Occurs(min = 0, max = Occurs.UNBOUNDED) @Limit(16)
        List<TransformItem> xpath)
    implements V2gMessage {
  /** Checks the bounds. */
  public Transform {
    Facets.length("Algorithm", algorithm, 0, 255);
    xpath = Facets.occurs("XPath", xpath, 0, 16);
  }
}
