package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;

/**
 * ACDP_VehiclePositioningRes. The station reports where the vehicle stands.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param evseProcessing whether the station has finished
 * @param evsePositioningSupport whether the station can guide the vehicle
 * @param evRelativeXDeviation how far the vehicle stands off along x; -32768 to 32767
 * @param evRelativeYDeviation how far the vehicle stands off along y; -32768 to 32767
 * @param contactWindowXc the width of the window in which contact is possible, along x; -32768 to
 *     32767
 * @param contactWindowYc the width of the window in which contact is possible, along y; -32768 to
 *     32767
 * @param evInChargePosition whether the vehicle stands where it can charge
 */
@ExiName("ACDP_VehiclePositioningRes")
@ExiType(namespace = Namespaces.ISO20_ACDP)
public record AcdpVehiclePositioningResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement("EVSEProcessing") Processing evseProcessing,
    @ExiElement("EVSEPositioningSupport") boolean evsePositioningSupport,
    @ExiElement("EVRelativeXDeviation") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        int evRelativeXDeviation,
    @ExiElement("EVRelativeYDeviation") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        int evRelativeYDeviation,
    @ExiElement("ContactWindowXc") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        int contactWindowXc,
    @ExiElement("ContactWindowYc") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        int contactWindowYc,
    @ExiElement("EVInChargePosition") boolean evInChargePosition)
    implements Iso20Response {

  /** Checks the bounds that the schema sets. */
  public AcdpVehiclePositioningResponse {
    Facets.range("EVRelativeXDeviation", evRelativeXDeviation, -32768, 32767);
    Facets.range("EVRelativeYDeviation", evRelativeYDeviation, -32768, 32767);
    Facets.range("ContactWindowXc", contactWindowXc, -32768, 32767);
    Facets.range("ContactWindowYc", contactWindowYc, -32768, 32767);
  }
}
