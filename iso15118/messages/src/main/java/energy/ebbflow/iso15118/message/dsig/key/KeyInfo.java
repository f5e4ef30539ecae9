package energy.ebbflow.iso15118.message.dsig.key;

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
import java.util.Optional;

/**
 * KeyInfo. The key with which a signature can be verified.
 *
 * @param id the name by which a reference finds this element; at most 255 characters (our limit)
 * @param keyInfoItem what is known about the key; at most 4 of them (our limit)
 */
@ExiName("KeyInfo")
@ExiType(namespace = Namespaces.XMLDSIG, mixed = true)
public record KeyInfo(
    @ExiAttribute("Id") @Limit(255) Optional<String> id,
    @ExiChoice(open = true) @Occurs(max = Occurs.UNBOUNDED) @Limit(4) List<KeyInfoItem> keyInfoItem)
    implements V2gMessage {
  /** Checks the bounds. */
  public KeyInfo {
    Facets.length("Id", id, 0, 255);
    keyInfoItem = Facets.occurs("KeyInfoItem", keyInfoItem, 1, 4);
  }
}
