package energy.ebbflow.iso15118.message.dsig;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.List;
import java.util.Optional;

/**
 * Manifest. A list of references that is signed as a whole.
 *
 * @param id the name by which a reference finds this element; at most 255 characters (our limit)
 * @param reference the references; at most 16 of them (our limit)
 */
@ExiName("Manifest")
@ExiType(namespace = Namespaces.XMLDSIG)
public record Manifest(
    @ExiAttribute("Id") @Limit(255) Optional<String> id,
    @ExiElement("Reference") @Occurs(max = Occurs.UNBOUNDED) @Limit(16) List<Reference> reference)
    implements V2gMessage {
  /** Checks the bounds. */
  public Manifest {
    Facets.length("Id", id, 0, 255);
    reference = Facets.occurs("Reference", reference, 1, 16);
  }
}
