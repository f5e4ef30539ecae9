package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;

/**
 * WPT_LF_TxDataType. What one transmitter sent.
 *
 * @param txIdentifier the number of the transmitter; 1 to 4294967295
 * @param eirp the power that is radiated, equivalent isotropically; the schema does not state the
 *     unit
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptLfTxData(
    @ExiElement("TxIdentifier") @Range(min = 1, max = 4294967295L) long txIdentifier,
    @ExiElement("EIRP") RationalNumber eirp) {

  /** Checks the bounds that the schema sets. */
  public WptLfTxData {
    Facets.range("TxIdentifier", txIdentifier, 1, 4294967295L);
  }
}
