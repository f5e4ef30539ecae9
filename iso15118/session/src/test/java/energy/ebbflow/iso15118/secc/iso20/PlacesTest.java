package energy.ebbflow.iso15118.secc.iso20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.secc.Drive;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.Requests;
import energy.ebbflow.iso15118.secc.SeccTiming;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Where a request has its place, and which code one has that comes at the wrong moment. */
class PlacesTest {
  /** The states that a request passes through on the way, the one before the session among them. */
  @Test
  void unexpectedRequestsOnTheWay() {
    Function<Drive, Drive> discovered = drive -> drive.toServices().send(drive.car.discovery());
    Function<Drive, Drive> detailed = drive -> discovered.apply(drive).send(drive.car.detail(2));
    Function<Drive, Drive> limits = drive -> drive.toParameters().send(drive.car.bptParameters());
    Map<String, Function<Drive, Drive>> ways =
        Map.of(
            "AwaitSessionSetup", drive -> drive.linkUp().send(Requests.sap(Requests.ISO20_DC)),
            "AwaitServiceDetail", discovered,
            "AwaitServiceSelection", detailed,
            "AwaitScheduleExchange", limits);
    Map<String, Set<String>> expected =
        Map.of(
            "AwaitSessionSetup", Set.of("SessionSetupRequest"),
            "AwaitServiceDetail", Set.of("ServiceDetailRequest", "SessionStopRequest"),
            "AwaitServiceSelection",
                Set.of("ServiceDetailRequest", "ServiceSelectionRequest", "SessionStopRequest"),
            "AwaitScheduleExchange", Set.of("ScheduleExchangeRequest", "SessionStopRequest"));
    ways.forEach(
        (state, way) -> {
          for (Iso20Request request : new Requests(Octets.of(Drive.SESSION_ID)).all()) {
            Drive drive = way.apply(Drive.bpt());
            assertEquals(state, drive.session.stateName());
            drive.send(request);
            if (!expected
                .getOrDefault(state, Set.of())
                .contains(request.getClass().getSimpleName())) {
              drive.refused(ResponseCode.FAILED_SEQUENCE_ERROR);
            }
          }
        });
  }

  /**
   * A vehicle that still computes while a schedule is renegotiated may take its time, and energy
   * goes on.
   */
  @Test
  void vehicleMayStillComputeInTheLoop() {
    Drive drive = Drive.bpt().toLoop();
    drive.send(drive.car.power(ChargeProgress.SCHEDULE_RENEGOTIATION));
    drive.send(drive.car.dynamicSchedule()).send(drive.car.stillComputing());
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertEquals("RenegotiatingSchedule", drive.session.stateName());
    drive.pass(SeccTiming.CHARGE_LOOP_SEQUENCE).tick().send(drive.car.stillComputing());
    assertFalse(drive.session.ended());
    drive.send(drive.car.power(ChargeProgress.START));
    assertEquals("DcChargeLoop", drive.session.stateName());
  }

  /** A start that the station cannot follow has a code of its own; an end it wanted is welcome. */
  @Test
  void stationsReasonHasTheCodeOfTheStart() {
    for (Stop stop : new Stop[] {Stop.TERMINATE, Stop.FAULT}) {
      Drive start = Drive.bpt().toPower();
      start.station.stop = Optional.of(stop);
      start.send(start.car.power(ChargeProgress.START));
      start.refused(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED);
    }
    Drive end = Drive.bpt().toPower();
    end.station.stop = Optional.of(Stop.TERMINATE);
    end.send(end.car.power(ChargeProgress.STOP));
    end.station.closed = false;
    end.tick();
    assertEquals(ResponseCode.OK, end.response().responseCode());
    assertEquals("AwaitWeldingDetection", end.session.stateName());
  }
}
