package energy.ebbflow.iso15118.message.dsig.key;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.List;

/**
 * SPKIData. A key of the simple public key infrastructure.
 *
 * @param spkiSexp the S-expressions; at most 16 of them, each of at most 4096 octets (our limits)
 */
@ExiName("SPKIData")
@ExiType(namespace = Namespaces.XMLDSIG, wildcard = true)
public record SpkiData(
    @ExiElement("SPKISexp") @Occurs(max = Occurs.UNBOUNDED) @Limit(value = 16, each = 4096)
        List<Octets> spkiSexp)
    implements V2gMessage, KeyInfoItem {
  /** Checks the bounds. */
  public SpkiData {
    spkiSexp = Facets.occurs("SPKISexp", spkiSexp, 1, 16);
    Facets.length("SPKISexp", spkiSexp, 0, 4096);
  }
}
