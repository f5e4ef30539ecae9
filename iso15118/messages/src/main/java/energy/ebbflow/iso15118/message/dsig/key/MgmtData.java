package energy.ebbflow.iso15118.message.dsig.key;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiContent;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;

/**
 * MgmtData. How a key was agreed upon.
 *
 * @param value the data; at most 2048 characters (our limit)
 */
@ExiName("MgmtData")
@ExiType(namespace = Namespaces.XMLDSIG)
public record MgmtData(@ExiContent @Limit(2048) String value) implements V2gMessage, KeyInfoItem {
  /** Checks the bounds. */
  public MgmtData {
    Facets.length("MgmtData", value, 0, 2048);
  }
}
