package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * WPT_TxRxSpecDataType. An antenna of the low-frequency system.
 *
 * @param txRxIdentifier the number of the antenna; 1 to 4294967295
 * @param txRxPosition where the antenna is
 * @param txRxOrientation where the antenna points
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptTxRxSpecData(
    @ExiElement("TxRxIdentifier") @Range(min = 1, max = 4294967295L) long txRxIdentifier,
    @ExiElement("TxRxPosition") WptCoordinateXyz txRxPosition,
    @ExiElement("TxRxOrientation") WptCoordinateXyz txRxOrientation) {

  /** Checks the bounds that the schema sets. */
  public WptTxRxSpecData {
    Facets.range("TxRxIdentifier", txRxIdentifier, 1, 4294967295L);
  }
}
