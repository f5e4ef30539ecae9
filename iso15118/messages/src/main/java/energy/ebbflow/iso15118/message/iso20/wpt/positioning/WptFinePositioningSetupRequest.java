package energy.ebbflow.iso15118.message.iso20.wpt.positioning;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.wpt.lf.WptLfSystemSetupData;
import java.util.List;
import java.util.Optional;

/**
 * WPT_FinePositioningSetupReq. The vehicle lists how it can be positioned.
 *
 * @param header what every message starts with
 * @param evProcessing whether the vehicle has finished
 * @param evDeviceFinePositioningMethodList how the vehicle can be positioned
 * @param evDevicePairingMethodList how the vehicle can be paired
 * @param evDeviceAlignmentCheckMethodList how the vehicle can check the alignment
 * @param naturalOffset the offset at which the coils couple best; 0 to 65535
 * @param vendorSpecificDataContainer data of the maker; at most 256 octets; 0 to 16 of them
 * @param lfSystemSetupData the antennas of the low-frequency system
 */
@ExiName("WPT_FinePositioningSetupReq")
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptFinePositioningSetupRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("EVProcessing") Processing evProcessing,
    @ExiElement("EVDeviceFinePositioningMethodList")
        WptFinePositioningMethodList evDeviceFinePositioningMethodList,
    @ExiElement("EVDevicePairingMethodList") WptPairingMethodList evDevicePairingMethodList,
    @ExiElement("EVDeviceAlignmentCheckMethodList")
        WptAlignmentCheckMethodList evDeviceAlignmentCheckMethodList,
    @ExiElement("NaturalOffset") @Range(min = 0, max = 65535) int naturalOffset,
    @ExiElement("VendorSpecificDataContainer") @Occurs(min = 0, max = 16) @Length(max = 256)
        List<Octets> vendorSpecificDataContainer,
    @ExiElement("LF_SystemSetupData") Optional<WptLfSystemSetupData> lfSystemSetupData)
    implements Iso20Request {

  /** Checks the bounds that the schema sets. */
  public WptFinePositioningSetupRequest {
    Facets.range("NaturalOffset", naturalOffset, 0, 65535);
    vendorSpecificDataContainer =
        Facets.occurs("VendorSpecificDataContainer", vendorSpecificDataContainer, 0, 16);
    Facets.length("VendorSpecificDataContainer", vendorSpecificDataContainer, 0, 256);
  }
}
