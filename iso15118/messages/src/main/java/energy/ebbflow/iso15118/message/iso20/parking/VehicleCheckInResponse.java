package energy.ebbflow.iso15118.message.iso20.parking;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import java.util.Optional;

/**
 * VehicleCheckInRes. The station guides the vehicle.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param parkingSpace which place the vehicle shall take; -32768 to 32767
 * @param deviceLocation where the device of the station is; -32768 to 32767
 * @param targetDistance how far the vehicle still has to go; -32768 to 32767
 */
@ExiName("VehicleCheckInRes")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record VehicleCheckInResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement("ParkingSpace") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        Optional<Integer> parkingSpace,
    @ExiElement("DeviceLocation") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        Optional<Integer> deviceLocation,
    @ExiElement("TargetDistance") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        Optional<Integer> targetDistance)
    implements Iso20Response {

  /** Checks the bounds that the schema sets. */
  public VehicleCheckInResponse {
    Facets.range("ParkingSpace", parkingSpace, -32768, 32767);
    Facets.range("DeviceLocation", deviceLocation, -32768, 32767);
    Facets.range("TargetDistance", targetDistance, -32768, 32767);
  }
}
