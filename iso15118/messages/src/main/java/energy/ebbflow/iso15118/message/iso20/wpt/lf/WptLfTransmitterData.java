package energy.ebbflow.iso15118.message.iso20.wpt.lf;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.List;
import java.util.Optional;

/**
 * WPT_LF_TransmitterDataType. The transmitters of the low-frequency system.
 *
 * @param numberOfTransmitters how many transmitters there are; 0 to 255
 * @param signalFrequency the frequency of the signal; Hz
 * @param txSpecData the transmitters; 2 to 255 of them
 * @param txPackageSpecData how the transmitters take turns
 */
@ExiName("LF_TransmitterSetupData")
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptLfTransmitterData(
    @ExiElement("NumberOfTransmitters") @Range(min = 0, max = 255) int numberOfTransmitters,
    @ExiElement("SignalFrequency") RationalNumber signalFrequency,
    @ExiElement("TxSpecData") @Occurs(min = 2, max = 255) List<WptTxRxSpecData> txSpecData,
    @ExiElement("TxPackageSpecData") Optional<WptTxRxPackageSpecData> txPackageSpecData)
    implements LfSetupData {

  /** Checks the bounds that the schema sets. */
  public WptLfTransmitterData {
    Facets.range("NumberOfTransmitters", numberOfTransmitters, 0, 255);
    txSpecData = Facets.occurs("TxSpecData", txSpecData, 2, 255);
  }
}
