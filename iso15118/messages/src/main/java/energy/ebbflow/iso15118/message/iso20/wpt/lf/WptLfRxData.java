package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * WPT_LF_RxDataType. What one receiver measured.
 *
 * @param rxIdentifier the number of the receiver; 1 to 4294967295
 * @param rssiData how strong each transmitter was received
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptLfRxData(
    @ExiElement("RxIdentifier") @Range(min = 1, max = 4294967295L) long rxIdentifier,
    @ExiElement("RSSIData") WptLfRxRssiList rssiData) {

  /** Checks the bounds that the schema sets. */
  public WptLfRxData {
    Facets.range("RxIdentifier", rxIdentifier, 1, 4294967295L);
  }
}
