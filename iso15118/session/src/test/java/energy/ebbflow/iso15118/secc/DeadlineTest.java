package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckResponse;
import energy.ebbflow.iso15118.message.iso20.power.ChargeProgress;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both sides of each deadline, in virtual time. */
class DeadlineTest {
  private static final long NANO = 1;

  static Stream<Arguments> patience() {
    return Stream.of(
        state("AwaitProtocol", Drive::linkUp, SeccTiming.COMMUNICATION_SETUP),
        state(
            "AwaitSessionSetup",
            drive -> drive.linkUp().send(Requests.sap()),
            SeccTiming.COMMUNICATION_SETUP),
        state("AwaitAuthorizationSetup", Drive::toSession, SeccTiming.SEQUENCE),
        state("AwaitAuthorization", Drive::toAuthorization, SeccTiming.SEQUENCE),
        state("AwaitServiceDiscovery", Drive::toServices, SeccTiming.SEQUENCE),
        state(
            "AwaitServiceDetail",
            drive -> drive.toServices().send(drive.car.discovery()),
            SeccTiming.SEQUENCE),
        state(
            "AwaitServiceSelection",
            drive ->
                drive.toServices().send(drive.car.discovery()).send(drive.car.detail(Requests.DC)),
            SeccTiming.SEQUENCE),
        state("AwaitDcParameters", Drive::toParameters, SeccTiming.SEQUENCE),
        state(
            "AwaitScheduleExchange",
            drive -> drive.toParameters().send(drive.car.bptParameters()),
            SeccTiming.SEQUENCE),
        state("AwaitCableCheck", Drive::toCableCheck, SeccTiming.SEQUENCE),
        state("AwaitPreCharge", Drive::toPreCharge, SeccTiming.SEQUENCE),
        state(
            "AwaitPreCharge",
            drive -> drive.toPreCharge().send(drive.car.preCharge(370)),
            SeccTiming.PRE_CHARGE),
        state("DcChargeLoop", Drive::toLoop, SeccTiming.CHARGE_LOOP_SEQUENCE),
        state("AwaitWeldingDetection", Drive::toStop, SeccTiming.SEQUENCE));
  }

  private static Arguments state(String name, Function<Drive, Drive> way, long patience) {
    return Arguments.of(name, way, patience);
  }

  /** A vehicle that goes silent in any state ends its session at the deadline, not before. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("patience")
  void silentVehicleIsGivenUp(String name, Function<Drive, Drive> way, long patience) {
    Drive drive = way.apply(Drive.bpt());
    assertEquals(name, drive.session.stateName());
    drive.pass(patience - NANO).tick();
    assertFalse(drive.session.ended(), "one nanosecond is left");
    drive.pass(NANO).tick();
    assertTrue(drive.session.ended());
    assertTrue(drive.effect(SeccEffect.SessionFailed.class).reason().contains("silent"));
    assertTrue(drive.did(SeccEffect.CloseLink.class));
    assertTrue(drive.silent(), "there is nothing to answer");
  }

  /** A request that comes too late finds the session over, even if nobody looked at the clock. */
  @Test
  void lateRequestIsTooLate() {
    Drive drive = Drive.bpt().toLoop();
    drive.pass(SeccTiming.CHARGE_LOOP_SEQUENCE).send(drive.car.loop());
    assertTrue(drive.session.ended());
    assertTrue(drive.did(SeccEffect.SessionFailed.class));
    assertTrue(drive.silent());
  }

  /** The user may come minutes later (R4): the vehicle is told that we wait for a person. */
  @Test
  void authorisationTakesMinutes() {
    Drive drive = Drive.bpt().toAuthorization().send(drive(Drive.bpt()).authorization());
    assertTrue(drive.did(SeccEffect.AuthorisationWanted.class));
    long step = 1_000 * Drive.MILLI;
    for (long waited = step; waited < SeccTiming.EIM_WAIT; waited += step) {
      drive.pass(step).send(drive.car.authorization());
      AuthorizationResponse response = drive.response(AuthorizationResponse.class);
      assertEquals(ResponseCode.OK, response.responseCode());
      assertEquals(Processing.ONGOING_WAITING_FOR_CUSTOMER_INTERACTION, response.evseProcessing());
      assertFalse(drive.did(SeccEffect.AuthorisationWanted.class), "asked for once");
    }
    drive.pass(step - NANO).send(drive.car.authorization());
    assertFalse(drive.session.ended());
    drive.pass(NANO).send(drive.car.authorization());
    drive.refused(ResponseCode.FAILED);
  }

  private static Requests drive(Drive drive) {
    return drive.toSession().car;
  }

  /** The cable check is given up before the vehicle's own 40 s. */
  @Test
  void cableCheckHasItsTime() {
    Drive drive = Drive.bpt().toCableCheck().send(Drive.bpt().toSession().car.cableCheck());
    drive.station.isolation = Isolation.TESTING;
    drive.pass(SeccTiming.CABLE_CHECK - NANO).send(drive.car.cableCheck());
    assertEquals(Processing.ONGOING, drive.response(DcCableCheckResponse.class).evseProcessing());
    drive.pass(NANO).send(drive.car.cableCheck());
    drive.refused(ResponseCode.FAILED);
  }

  @Test
  void preChargeHasItsTime() {
    Drive drive = Drive.bpt().toPreCharge();
    drive.send(drive.car.preCharge(370));
    drive.pass(SeccTiming.PRE_CHARGE - NANO).send(drive.car.preCharge(370));
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    drive.pass(NANO).send(drive.car.preCharge(370));
    drive.refused(ResponseCode.FAILED);
  }

  /** The answer to the start of power waits for the pilot, at most the performance time. */
  @Test
  void powerStartIsHeldForThePilot() {
    Drive drive = Drive.bpt().toPower();
    drive.station.pilotReady = false;
    drive.send(drive.car.power(ChargeProgress.START));
    assertTrue(drive.silent());
    drive.pass(SeccTiming.POWER_DELIVERY - NANO).tick();
    assertTrue(drive.silent());
    drive.station.pilotReady = true;
    drive.tick();
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertFalse(drive.did(SeccEffect.StartEnergyTransfer.class), "the loop starts the energy");
    drive.send(drive.car.loop());
    assertTrue(drive.did(SeccEffect.StartEnergyTransfer.class));

    Drive late = Drive.bpt().toPower();
    late.station.pilotReady = false;
    late.send(late.car.power(ChargeProgress.START));
    late.pass(SeccTiming.POWER_DELIVERY).tick();
    late.refused(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED);
    assertFalse(late.did(SeccEffect.StartEnergyTransfer.class));
  }

  @Test
  void powerStartWithoutContactorsFails() {
    Drive drive = Drive.bpt().toPower();
    drive.station.closed = false;
    drive.send(drive.car.power(ChargeProgress.START));
    assertTrue(drive.silent());
    drive.pass(SeccTiming.POWER_DELIVERY).tick();
    drive.refused(ResponseCode.FAILED_CONTACTOR_ERROR);
  }

  /** The answer to the stop waits until the contactors are open; why not is told apart. */
  @Test
  void powerStopIsHeldForTheContactors() {
    Drive drive = Drive.bpt().toLoop();
    drive.send(drive.car.power(ChargeProgress.STOP));
    assertTrue(drive.did(SeccEffect.StopEnergyTransfer.class));
    assertTrue(drive.silent());
    drive.pass(SeccTiming.POWER_DELIVERY - NANO).tick();
    assertTrue(drive.silent());
    drive.station.closed = false;
    drive.tick();
    assertEquals(ResponseCode.OK, drive.response().responseCode());

    Drive welded = Drive.bpt().toLoop();
    welded.send(welded.car.power(ChargeProgress.STOP));
    welded.station.amps = 0.9;
    welded.pass(SeccTiming.POWER_DELIVERY).tick();
    welded.refused(ResponseCode.FAILED_CONTACTOR_ERROR);

    Drive flowing = Drive.bpt().toLoop();
    flowing.send(flowing.car.power(ChargeProgress.STOP));
    flowing.station.amps = -1;
    flowing.pass(SeccTiming.POWER_DELIVERY).tick();
    flowing.refused(ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED);
  }

  /** While we hold an answer it is not the vehicle that is silent. */
  @Test
  void holdingIsNotSilence() {
    Drive drive = Drive.bpt().toLoop();
    drive.pass(SeccTiming.CHARGE_LOOP_SEQUENCE - NANO);
    drive.send(drive.car.power(ChargeProgress.STOP));
    drive.pass(2 * NANO).tick();
    assertFalse(drive.session.ended());
  }

  /**
   * A vehicle that falls silent right after the start of power never draws any, and is given up.
   */
  @Test
  void silenceAfterTheStartOfPower() {
    Drive drive = Drive.bpt().toPower();
    drive.send(drive.car.power(ChargeProgress.START));
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    drive.pass(SeccTiming.CHARGE_LOOP_SEQUENCE - NANO).tick();
    assertFalse(drive.session.ended());
    drive.pass(NANO).tick();
    assertTrue(drive.session.ended());
    assertTrue(drive.all.stream().noneMatch(SeccEffect.StartEnergyTransfer.class::isInstance));
  }

  /** What opened in the meantime is noticed before energy flows. */
  @Test
  void contactorsOpenedBeforeTheFirstRequest() {
    Drive drive = Drive.bpt().toPower();
    drive.send(drive.car.power(ChargeProgress.START));
    drive.station.closed = false;
    drive.send(drive.car.loop());
    drive.refused(ResponseCode.FAILED);
    assertFalse(drive.did(SeccEffect.StartEnergyTransfer.class));
  }

  /** Rejected is a warning [V2G20-2230]; the user may try again. */
  @Test
  void rejectedUserMayTryAgain() {
    Drive drive = Drive.bpt().toAuthorization();
    drive.station.authorisation = Authorisation.REJECTED;
    drive.send(drive.car.authorization());
    AuthorizationResponse response = drive.response(AuthorizationResponse.class);
    assertEquals(ResponseCode.WARNING_EIM_AUTHORIZATION_FAILURE, response.responseCode());
    assertEquals(Processing.FINISHED, response.evseProcessing());
    drive.station.authorisation = Authorisation.ACCEPTED;
    drive.send(drive.car.authorization());
    assertEquals(ResponseCode.OK, drive.response().responseCode());
    assertEquals("AwaitServiceDiscovery", drive.session.stateName());
  }
}
