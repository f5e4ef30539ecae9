package energy.ebbflow.iso15118.message.iso20.parking;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import java.util.Optional;

/**
 * VehicleCheckInReq. The vehicle announces that it comes.
 *
 * @param header what every message starts with
 * @param evCheckInStatus how far the vehicle has come in
 * @param parkingMethod how the vehicle is parked
 * @param vehicleFrame the length of the vehicle; -32768 to 32767
 * @param deviceOffset where the inlet is on the vehicle; -32768 to 32767
 * @param vehicleTravel how far the vehicle has travelled; -32768 to 32767
 */
@ExiName("VehicleCheckInReq")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record VehicleCheckInRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("EVCheckInStatus") EvCheckInStatus evCheckInStatus,
    @ExiElement("ParkingMethod") ParkingMethod parkingMethod,
    @ExiElement("VehicleFrame") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        Optional<Integer> vehicleFrame,
    @ExiElement("DeviceOffset") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        Optional<Integer> deviceOffset,
    @ExiElement("VehicleTravel") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        Optional<Integer> vehicleTravel)
    implements Iso20Request {

  /** Checks the bounds that the schema sets. */
  public VehicleCheckInRequest {
    Facets.range("VehicleFrame", vehicleFrame, -32768, 32767);
    Facets.range("DeviceOffset", deviceOffset, -32768, 32767);
    Facets.range("VehicleTravel", vehicleTravel, -32768, 32767);
  }
}
