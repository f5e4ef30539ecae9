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
import energy.ebbflow.iso15118.message.iso20.wpt.WptEvResult;
import energy.ebbflow.iso15118.message.iso20.wpt.lf.WptLfDataPackageList;
import java.util.List;
import java.util.Optional;

/**
 * WPT_FinePositioningReq. The vehicle reports its positioning.
 *
 * @param header what every message starts with
 * @param evProcessing whether the vehicle has finished
 * @param evResultCode how the vehicle fared
 * @param vendorSpecificDataContainer data of the maker; at most 256 octets; 0 to 16 of them
 * @param wptLfDataPackageList what the low-frequency system measured
 */
@ExiName("WPT_FinePositioningReq")
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptFinePositioningRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("EVProcessing") Processing evProcessing,
    @ExiElement("EVResultCode") WptEvResult evResultCode,
    @ExiElement("VendorSpecificDataContainer") @Occurs(min = 0, max = 16) @Length(max = 256)
        List<Octets> vendorSpecificDataContainer,
    @ExiElement("WPT_LF_DataPackageList") Optional<WptLfDataPackageList> wptLfDataPackageList)
    implements Iso20Request {

  /** Checks the bounds that the schema sets. */
  public WptFinePositioningRequest {
    vendorSpecificDataContainer =
        Facets.occurs("VendorSpecificDataContainer", vendorSpecificDataContainer, 0, 16);
    Facets.length("VendorSpecificDataContainer", vendorSpecificDataContainer, 0, 256);
  }
}
