package energy.ebbflow.iso15118.message.dsig;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.List;

/**
 * Transforms. How a part becomes octets, step by step.
 *
 * @param transform the steps; at most 16 of them (our limit)
 */
@ExiName("Transforms")
@ExiType(namespace = Namespaces.XMLDSIG)
public record Transforms(
    @ExiElement("Transform") @Occurs(max = Occurs.UNBOUNDED) @Limit(16) List<Transform> transform)
    implements V2gMessage {
  /** Checks the bounds. */
  public Transforms {
    transform = Facets.occurs("Transform", transform, 1, 16);
  }
}
