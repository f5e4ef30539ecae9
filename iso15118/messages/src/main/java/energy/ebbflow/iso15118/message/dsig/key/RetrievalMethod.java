package energy.ebbflow.iso15118.message.dsig.key;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.dsig.Transforms;
import java.util.Optional;

/**
 * RetrievalMethod. Where a key can be fetched.
 *
 * @param type the URI of the kind of thing; at most 255 characters (our limit)
 * @param uri where it is; at most 255 characters (our limit)
 * @param transforms how it becomes octets
 */
@ExiName("RetrievalMethod")
@ExiType(namespace = Namespaces.XMLDSIG)
public record RetrievalMethod(
    @ExiAttribute("Type") @Limit(255) Optional<String> type,
    @ExiAttribute("URI") @Limit(255) Optional<String> uri,
    @ExiElement("Transforms") Optional<Transforms> transforms)
    implements V2gMessage, KeyInfoItem {
  /** Checks the bounds. */
  public RetrievalMethod {
    Facets.length("Type", type, 0, 255);
    Facets.length("URI", uri, 0, 255);
  }
}
