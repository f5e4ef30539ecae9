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
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import java.util.List;

/**
 * WPT_ChargeParameterDiscoveryRes. The station states its limits.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param pdInputPowerClass the power class of the station
 * @param sdMinOutputPower the least power that the station sends; W
 * @param sdMaxOutputPower the most power that the station sends; W
 * @param sdMaxGroundClearanceSupport the most ground clearance that the station supports; mm, 0 to
 *     65535
 * @param sdMinGroundClearanceSupport the least ground clearance that the station supports; mm, 0 to
 *     65535
 * @param pdMinCoilCurrent the least current of the coil; A
 * @param pdMaxCoilCurrent the most current of the coil; A
 * @param sdManufacturerSpecificDataContainer data of the maker; at most 256 octets; 0 to 16 of them
 */
@ExiName("WPT_ChargeParameterDiscoveryRes")
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptChargeParameterDiscoveryResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement("PDInputPowerClass") WptPowerClass pdInputPowerClass,
    @ExiElement("SDMinOutputPower") RationalNumber sdMinOutputPower,
    @ExiElement("SDMaxOutputPower") RationalNumber sdMaxOutputPower,
    @ExiElement("SDMaxGroundClearanceSupport") @Range(min = 0, max = 65535)
        int sdMaxGroundClearanceSupport,
    @ExiElement("SDMinGroundClearanceSupport") @Range(min = 0, max = 65535)
        int sdMinGroundClearanceSupport,
    @ExiElement("PDMinCoilCurrent") RationalNumber pdMinCoilCurrent,
    @ExiElement("PDMaxCoilCurrent") RationalNumber pdMaxCoilCurrent,
    @ExiElement("SDManufacturerSpecificDataContainer") @Occurs(min = 0, max = 16) @Length(max = 256)
        List<Octets> sdManufacturerSpecificDataContainer)
    implements Iso20Response {

  /** Checks the bounds that the schema sets. */
  public WptChargeParameterDiscoveryResponse {
    Facets.range("SDMaxGroundClearanceSupport", sdMaxGroundClearanceSupport, 0, 65535);
    Facets.range("SDMinGroundClearanceSupport", sdMinGroundClearanceSupport, 0, 65535);
    sdManufacturerSpecificDataContainer =
        Facets.occurs(
            "SDManufacturerSpecificDataContainer", sdManufacturerSpecificDataContainer, 0, 16);
    Facets.length(
        "SDManufacturerSpecificDataContainer", sdManufacturerSpecificDataContainer, 0, 256);
  }
}
