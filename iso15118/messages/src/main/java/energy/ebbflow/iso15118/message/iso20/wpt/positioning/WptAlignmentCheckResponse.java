package energy.ebbflow.iso15118.message.iso20.wpt.positioning;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import java.util.List;
import java.util.Optional;

/**
 * WPT_AlignmentCheckRes. The station reports what it sends.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param evseProcessing whether the station has finished
 * @param powerTransmitted the power that is sent; W
 * @param supplyDeviceCurrent the current in the coil of the station; A
 * @param vendorSpecificDataContainer data of the maker; at most 256 octets; 0 to 16 of them
 */
@ExiName("WPT_AlignmentCheckRes")
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptAlignmentCheckResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement("EVSEProcessing") Processing evseProcessing,
    @ExiElement("PowerTransmitted") Optional<RationalNumber> powerTransmitted,
    @ExiElement("SupplyDeviceCurrent") Optional<RationalNumber> supplyDeviceCurrent,
    @ExiElement("VendorSpecificDataContainer") @Occurs(min = 0, max = 16) @Length(max = 256)
        List<Octets> vendorSpecificDataContainer)
    implements Iso20Response {

  /** Checks the bounds that the schema sets. */
  public WptAlignmentCheckResponse {
    vendorSpecificDataContainer =
        Facets.occurs("VendorSpecificDataContainer", vendorSpecificDataContainer, 0, 16);
    Facets.length("VendorSpecificDataContainer", vendorSpecificDataContainer, 0, 256);
  }
}
