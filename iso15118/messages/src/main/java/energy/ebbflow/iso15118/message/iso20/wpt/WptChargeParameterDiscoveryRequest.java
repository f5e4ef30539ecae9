package energy.ebbflow.iso15118.message.iso20.wpt;

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
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.List;

/**
 * WPT_ChargeParameterDiscoveryReq. The vehicle states its limits.
 *
 * @param header what every message starts with
 * @param evpcMaxReceivablePower the most power that the receiving side takes; W
 * @param sdMaxGroundClearence the most ground clearance of the vehicle; mm, 0 to 65535
 * @param sdMinGroundClearence the least ground clearance of the vehicle; mm, 0 to 65535
 * @param evpcNaturalFrequency the natural frequency of the receiving side; Hz
 * @param evpcDeviceLocalControl whether the receiving side controls the power by itself
 * @param vendorSpecificDataContainer data of the maker; at most 256 octets; 0 to 16 of them
 */
@ExiName("WPT_ChargeParameterDiscoveryReq")
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptChargeParameterDiscoveryRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("EVPCMaxReceivablePower") RationalNumber evpcMaxReceivablePower,
    @ExiElement("SDMaxGroundClearence") @Range(min = 0, max = 65535) int sdMaxGroundClearence,
    @ExiElement("SDMinGroundClearence") @Range(min = 0, max = 65535) int sdMinGroundClearence,
    @ExiElement("EVPCNaturalFrequency") RationalNumber evpcNaturalFrequency,
    @ExiElement("EVPCDeviceLocalControl") boolean evpcDeviceLocalControl,
    @ExiElement("VendorSpecificDataContainer") @Occurs(min = 0, max = 16) @Length(max = 256)
        List<Octets> vendorSpecificDataContainer)
    implements Iso20Request {

  /** Checks the bounds that the schema sets. */
  public WptChargeParameterDiscoveryRequest {
    Facets.range("SDMaxGroundClearence", sdMaxGroundClearence, 0, 65535);
    Facets.range("SDMinGroundClearence", sdMinGroundClearence, 0, 65535);
    vendorSpecificDataContainer =
        Facets.occurs("VendorSpecificDataContainer", vendorSpecificDataContainer, 0, 16);
    Facets.length("VendorSpecificDataContainer", vendorSpecificDataContainer, 0, 256);
  }
}
