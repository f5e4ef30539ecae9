package energy.ebbflow.firmware.evse.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import energy.ebbflow.firmware.evse.path.ChargingPath.After;
import energy.ebbflow.firmware.evse.path.ChargingPath.Basic;
import energy.ebbflow.firmware.evse.path.ChargingPath.Digital;
import energy.ebbflow.firmware.evse.path.ChargingPath.Ended;
import energy.ebbflow.firmware.evse.path.ChargingPath.HighLevel;
import energy.ebbflow.firmware.evse.path.ChargingPath.Quiet;
import energy.ebbflow.firmware.evse.path.ChargingPath.Unplugged;
import org.junit.jupiter.api.Test;

class PathChoiceTest {
  private static final long LINK = PathChoice.LINK_NANOS;
  private static final long QUIET = PathChoice.QUIET_NANOS;
  private static final PathChoice AC = new PathChoice(true, true, LINK);
  private static final PathChoice DC = new PathChoice(true, false, LINK);

  /** R1: ISO 15118 first. */
  @Test
  void aPluggedVehicleIsOfferedDigitalCommunicationFirst() {
    assertEquals(new Digital(5, 1, false), AC.begin(5));
    assertEquals(new Digital(5, 1, false), DC.begin(5));
  }

  @Test
  void anOutletWithoutIso15118BeginsWithTheDutyCycle() {
    assertEquals(new Basic(), new PathChoice(false, true, LINK).begin(0));
  }

  /** 18 s: one nanosecond before the vehicle still may connect, at it the fallback begins. */
  @Test
  void anAcVehicleThatDoesNotConnectIsChargedByDutyCycle() {
    Digital trying = new Digital(0, 1, false);
    assertEquals(trying, AC.tick(trying, LINK - 1));
    Quiet quiet = assertInstanceOf(Quiet.class, AC.tick(trying, LINK));
    assertEquals(After.BASIC, quiet.then());
    assertEquals(quiet, AC.tick(quiet, LINK + QUIET - 1));
    assertEquals(new Basic(), AC.tick(quiet, LINK + QUIET));
  }

  @Test
  void aDcVehicleThatDoesNotConnectIsTriedAgain() {
    Quiet quiet = assertInstanceOf(Quiet.class, DC.tick(new Digital(0, 1, false), LINK));
    assertEquals(After.DIGITAL, quiet.then());
    assertEquals(new Digital(LINK + QUIET, 2, false), DC.tick(quiet, LINK + QUIET));
  }

  @Test
  void aDcVehicleIsLeftAloneAfterTheLastAttempt() {
    assertInstanceOf(Quiet.class, DC.tick(new Digital(0, PathChoice.DC_ATTEMPTS - 1, false), LINK));
    assertEquals(new Ended(), DC.tick(new Digital(0, PathChoice.DC_ATTEMPTS, false), LINK));
  }

  /** A vehicle that is heard gets the whole time once more, but only once. */
  @Test
  void aVehicleThatIsHeardGetsTimeForItsHandshake() {
    ChargingPath heard = AC.approached(new Digital(0, 1, false), LINK - 1);
    assertEquals(new Digital(LINK - 1, 1, true), heard);
    assertEquals(heard, AC.approached(heard, LINK));
    assertEquals(heard, AC.tick(heard, 2 * LINK - 2));
    assertInstanceOf(Quiet.class, AC.tick(heard, 2 * LINK - 1));
  }

  @Test
  void aVehicleThatConnectsIsServedByTheSession() {
    assertEquals(new HighLevel(3), DC.linkUp(new Digital(0, 3, false)));
    assertEquals(new HighLevel(3), DC.linkUp(new HighLevel(3)));
  }

  @Test
  void aVehicleThatComesBackEarlyIsWelcome() {
    assertEquals(new HighLevel(2), DC.linkUp(new Quiet(0, 1, After.DIGITAL)));
    assertEquals(new Quiet(0, 1, After.BASIC), AC.linkUp(new Quiet(0, 1, After.BASIC)));
  }

  @Test
  void aConnectionWithoutAPluggedVehicleChangesNothing() {
    assertEquals(new Unplugged(), DC.linkUp(new Unplugged()));
    assertEquals(new Ended(), DC.linkUp(new Ended()));
    assertEquals(new Basic(), AC.linkUp(new Basic()));
  }

  @Test
  void anAcVehicleWhoseSessionsBreakTwiceIsChargedByDutyCycle() {
    assertEquals(new Quiet(7, 1, After.DIGITAL), AC.broken(new HighLevel(1), 7));
    assertEquals(
        new Quiet(7, PathChoice.AC_ATTEMPTS, After.BASIC),
        AC.broken(new HighLevel(PathChoice.AC_ATTEMPTS), 7));
  }
}
