package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.parking.EvseCheckOutStatus;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckInRequest;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckInResponse;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckOutRequest;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckOutResponse;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.VehicleWord;
import java.util.List;
import java.util.Optional;

/**
 * VehicleCheckIn and VehicleCheckOut of a vehicle that added the parking status. They pass beside
 * the session, in a stream of their own, and move it nowhere.
 */
final class Parking {
  private Parking() {}

  static boolean isParking(Iso20Request request) {
    return request instanceof VehicleCheckInRequest || request instanceof VehicleCheckOutRequest;
  }

  /** Answers a request that {@link #isParking}. */
  static List<SeccEffect> answer(Iso20Request request, Turn turn) {
    if (request instanceof VehicleCheckInRequest in) {
      // The driver parks; the station has no place to lead to.
      return told(
          new VehicleWord.CheckedIn(in.evCheckInStatus().wireName(), in.parkingMethod().wireName()),
          new VehicleCheckInResponse(
              turn.header(),
              ResponseCode.OK,
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
    VehicleCheckOutRequest out = (VehicleCheckOutRequest) request;
    // A vehicle is out when nothing holds it any more.
    boolean held = turn.data().live() || turn.view().contactorsClosed();
    return told(
        new VehicleWord.CheckedOut(out.evCheckOutStatus().wireName(), out.checkOutTime()),
        new VehicleCheckOutResponse(
            turn.header(),
            ResponseCode.OK,
            held ? EvseCheckOutStatus.SCHEDULED : EvseCheckOutStatus.COMPLETED));
  }

  /** The domain hears it before the vehicle is answered. */
  private static List<SeccEffect> told(SeccEffect word, Iso20Response response) {
    return List.of(word, new SeccEffect.Respond(response));
  }
}
