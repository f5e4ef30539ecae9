package energy.ebbflow.iso15118.secc.iso20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.certificate.CertificateInstallationResponse;
import energy.ebbflow.iso15118.message.iso20.parking.EvseCheckOutStatus;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckOutResponse;
import energy.ebbflow.iso15118.message.iso20.service.SelectedService;
import energy.ebbflow.iso15118.message.iso20.service.SelectedServiceList;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionRequest;
import energy.ebbflow.iso15118.secc.Drive;
import energy.ebbflow.iso15118.secc.Requests;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.VehicleWord.CheckedIn;
import energy.ebbflow.iso15118.secc.VehicleWord.CheckedOut;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options;
import energy.ebbflow.iso15118.secc.iso20.offer.ValueAddedService;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requests beside the way of a session: parking, and certificates that nobody offered. */
final class ParkingTest {
  /** The session stays where it is, and so does its deadline. */
  @Test
  void vehicleChecksInAndOut() {
    Drive drive = parking(true);
    String state = drive.session.stateName();
    drive.send(drive.car.checkIn());
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertEquals(new CheckedIn("CheckIn", "Manual"), drive.effect(CheckedIn.class));
    assertEquals(state, drive.session.stateName());
    drive.pass(SeccTiming.SEQUENCE - 1).send(drive.car.checkOut());
    assertEquals(
        EvseCheckOutStatus.COMPLETED,
        drive.response(VehicleCheckOutResponse.class).evseCheckOutStatus());
    assertEquals(new CheckedOut("CheckOut", 1_780_000_000L), drive.effect(CheckedOut.class));
    drive.pass(1).tick();
    assertTrue(drive.session.ended(), "parking is no sign of life of the session");
  }

  /** While the outlet is live the vehicle is not out. */
  @Test
  void liveOutletHoldsTheVehicle() {
    Drive drive = parking(true);
    drive.send(drive.car.bptParameters()).send(drive.car.dynamicSchedule());
    drive.throughCableCheck().send(drive.car.checkOut());
    assertEquals(
        EvseCheckOutStatus.SCHEDULED,
        drive.response(VehicleCheckOutResponse.class).evseCheckOutStatus());
    assertFalse(drive.session.ended());
  }

  /** Without the service it is a sequence error, of its own type; with a foreign id, too. */
  @Test
  void parkingWasNotChosen() {
    Drive drive = parking(false);
    drive.send(drive.car.checkIn());
    drive.refused(ResponseCode.FAILED_SEQUENCE_ERROR);
    Drive foreign = parking(true);
    foreign.send(new Requests(Requests.ZERO).checkIn());
    foreign.refused(ResponseCode.FAILED_UNKNOWN_SESSION);
  }

  /** Nobody offered certificates: told so, in a response of the right type. */
  @Test
  void certificatesWereNotOffered() {
    Drive drive = Drive.bpt().toAuthorization();
    drive.send(drive.car.certificateInstallation());
    drive.refused(ResponseCode.FAILED_SEQUENCE_ERROR);
    assertEquals(
        0,
        drive.response(CertificateInstallationResponse.class).remainingContractCertificateChains());
  }

  private static Drive parking(boolean chosen) {
    Drive drive =
        Sessions.dc(Iso20Options.PLAIN.with(List.of(ValueAddedService.parkingStatus())))
            .toServices();
    drive.send(drive.car.discovery()).send(drive.car.detail(Requests.DC_BPT));
    return drive.send(
        new ServiceSelectionRequest(
            drive.car.header(),
            new SelectedService(Requests.DC_BPT, Requests.DYNAMIC_SET),
            chosen
                ? Optional.of(new SelectedServiceList(List.of(new SelectedService(66, 1))))
                : Optional.empty()));
  }
}
