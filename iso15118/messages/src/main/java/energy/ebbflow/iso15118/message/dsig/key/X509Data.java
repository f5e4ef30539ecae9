package energy.ebbflow.iso15118.message.dsig.key;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.List;

/**
 * X509Data. Certificates, and what identifies them.
 *
 * @param x509DataItem the items; at most 8 of them (our limit)
 */
@ExiName("X509Data")
@ExiType(namespace = Namespaces.XMLDSIG)
public record X509Data(
    @ExiChoice(open = true) @Occurs(max = Occurs.UNBOUNDED) @Limit(8)
        List<X509DataItem> x509DataItem)
    implements V2gMessage, KeyInfoItem {
  /** Checks the bounds. */
  public X509Data {
    x509DataItem = Facets.occurs("X509DataItem", x509DataItem, 1, 8);
  }
}
