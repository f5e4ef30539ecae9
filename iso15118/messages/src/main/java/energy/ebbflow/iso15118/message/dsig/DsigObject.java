package energy.ebbflow.iso15118.message.dsig;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.Optional;

/**
 * Object. Enclosed data; without elements of other namespaces only its attributes remain.
 *
 * @param encoding the URI of the encoding; at most 255 characters (our limit)
 * @param id the name by which a reference finds this element; at most 255 characters (our limit)
 * @param mimeType the media type; at most 255 characters (our limit)
 */
@ExiName("Object")
@ExiType(namespace = Namespaces.XMLDSIG, mixed = true, wildcard = true)
public record DsigObject(
    @ExiAttribute("Encoding") @Limit(255) Optional<String> encoding,
    @ExiAttribute("Id") @Limit(255) Optional<String> id,
    @ExiAttribute("MimeType") @Limit(255) Optional<String> mimeType)
    implements V2gMessage {
  /** Checks the bounds. */
  public DsigObject {
    Facets.length("Encoding", encoding, 0, 255);
    Facets.length("Id", id, 0, 255);
    Facets.length("MimeType", mimeType, 0, 255);
  }
}
