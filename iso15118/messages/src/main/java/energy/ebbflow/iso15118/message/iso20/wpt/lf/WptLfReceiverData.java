package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * WPT_LF_ReceiverDataType. The receivers of the low-frequency system.
 *
 * @param numberOfReceivers how many receivers there are; 0 to 255
 * @param rxSpecData the receivers; 2 to 255 of them
 */
@ExiName("LF_ReceiverSetupData")
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptLfReceiverData(
    @ExiElement("NumberOfReceivers") @Range(min = 0, max = 255) int numberOfReceivers,
    @ExiElement("RxSpecData") @Occurs(min = 2, max = 255) List<WptTxRxSpecData> rxSpecData)
    implements LfSetupData {

  /** Checks the bounds that the schema sets. */
  public WptLfReceiverData {
    Facets.range("NumberOfReceivers", numberOfReceivers, 0, 255);
    rxSpecData = Facets.occurs("RxSpecData", rxSpecData, 2, 255);
  }
}
