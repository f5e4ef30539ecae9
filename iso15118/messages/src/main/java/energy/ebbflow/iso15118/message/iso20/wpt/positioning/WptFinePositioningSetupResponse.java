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
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.wpt.lf.WptLfSystemSetupData;
import java.util.List;
import java.util.Optional;

/**
 * WPT_FinePositioningSetupRes. The station lists how it can position.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param primaryDeviceFinePositioningMethodList how the station can position
 * @param primaryDevicePairingMethodList how the station can pair
 * @param primaryDeviceAlignmentCheckMethodList how the station can check the alignment
 * @param naturalOffset the offset at which the coils couple best; 0 to 65535
 * @param vendorSpecificDataContainer data of the maker; at most 256 octets; 0 to 16 of them
 * @param lfSystemSetupData the antennas of the low-frequency system
 */
@ExiName("WPT_FinePositioningSetupRes")
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptFinePositioningSetupResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement("PrimaryDeviceFinePositioningMethodList")
        WptFinePositioningMethodList primaryDeviceFinePositioningMethodList,
    @ExiElement("PrimaryDevicePairingMethodList")
        WptPairingMethodList primaryDevicePairingMethodList,
    @ExiElement("PrimaryDeviceAlignmentCheckMethodList")
        WptAlignmentCheckMethodList primaryDeviceAlignmentCheckMethodList,
    @ExiElement("NaturalOffset") @Range(min = 0, max = 65535) int naturalOffset,
    @ExiElement("VendorSpecificDataContainer") @Occurs(min = 0, max = 16) @Length(max = 256)
        List<Octets> vendorSpecificDataContainer,
    @ExiElement("LF_SystemSetupData") Optional<WptLfSystemSetupData> lfSystemSetupData)
    implements Iso20Response {

  /** Checks the bounds that the schema sets. */
  public WptFinePositioningSetupResponse {
    Facets.range("NaturalOffset", naturalOffset, 0, 65535);
    vendorSpecificDataContainer =
        Facets.occurs("VendorSpecificDataContainer", vendorSpecificDataContainer, 0, 16);
    Facets.length("VendorSpecificDataContainer", vendorSpecificDataContainer, 0, 256);
  }
}
