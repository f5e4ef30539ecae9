package energy.ebbflow.iso15118.message.iso20.wpt.positioning;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.wpt.WptEvResult;
import java.util.List;
import java.util.Optional;

/**
 * WPT_AlignmentCheckReq. The vehicle asks whether the coils are aligned.
 *
 * @param header what every message starts with
 * @param evProcessing whether the vehicle has finished
 * @param targetCoilCurrent the current that the coil of the station should have; A
 * @param evResultCode how the vehicle fared
 * @param vendorSpecificDataContainer data of the maker; at most 256 octets; 0 to 16 of them
 */
@ExiName("WPT_AlignmentCheckReq")
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptAlignmentCheckRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("EVProcessing") Processing evProcessing,
    @ExiElement("TargetCoilCurrent") Optional<RationalNumber> targetCoilCurrent,
    @ExiElement("EVResultCode") WptEvResult evResultCode,
    @ExiElement("VendorSpecificDataContainer") @Occurs(min = 0, max = 16) @Length(max = 256)
        List<Octets> vendorSpecificDataContainer)
    implements Iso20Request {

  /** Checks the bounds that the schema sets. */
  public WptAlignmentCheckRequest {
    vendorSpecificDataContainer =
        Facets.occurs("VendorSpecificDataContainer", vendorSpecificDataContainer, 0, 16);
    Facets.length("VendorSpecificDataContainer", vendorSpecificDataContainer, 0, 256);
  }
}
