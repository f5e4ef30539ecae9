package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;

/**
 * WPT_LF_RxRSSIType: WPT LF rx RSSI.
 *
 * @param txIdentifier the tx identifier; 1 to 4294967295
 * @param rssi the RSSI
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptLfRxRssi(
    @ExiElement("TxIdentifier") @Range(min = 1, max = 4294967295L) long txIdentifier,
    @ExiElement("RSSI") RationalNumber rssi) {

  /** Checks the bounds that the schema sets. */
  public WptLfRxRssi {
    Facets.range("TxIdentifier", txIdentifier, 1, 4294967295L);
  }
}
