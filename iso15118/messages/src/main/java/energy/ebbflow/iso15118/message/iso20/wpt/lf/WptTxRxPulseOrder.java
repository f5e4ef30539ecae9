package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * WPT_TxRxPulseOrderType. The place of a transmitter in the order.
 *
 * @param indexNumber the place in the order; 0 to 65535
 * @param txRxIdentifier the number of the antenna; 1 to 4294967295
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptTxRxPulseOrder(
    @ExiElement("IndexNumber") @Range(min = 0, max = 65535) int indexNumber,
    @ExiElement("TxRxIdentifier") @Range(min = 1, max = 4294967295L) long txRxIdentifier) {

  /** Checks the bounds that the schema sets. */
  public WptTxRxPulseOrder {
    Facets.range("IndexNumber", indexNumber, 0, 65535);
    Facets.range("TxRxIdentifier", txRxIdentifier, 1, 4294967295L);
  }
}
