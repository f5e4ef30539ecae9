package energy.ebbflow.firmware.evse.path;

import static energy.ebbflow.firmware.evse.path.PathChoice.Break.EXCUSED;
import static energy.ebbflow.firmware.evse.path.PathChoice.Break.FAILED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    assertEquals(new Basic(0), new PathChoice(false, true, LINK).begin(0));
  }

  /** 18 s: one nanosecond before the vehicle still may connect, at it the fallback begins. */
  @Test
  void anAcVehicleThatDoesNotConnectIsChargedByDutyCycle() {
    Digital trying = new Digital(0, 1, false);
    assertEquals(trying, AC.tick(trying, LINK - 1));
    Quiet quiet = assertInstanceOf(Quiet.class, AC.tick(trying, LINK));
    assertEquals(After.BASIC, quiet.then());
    assertEquals(quiet, AC.tick(quiet, LINK + QUIET - 1));
    assertEquals(new Basic(1), AC.tick(quiet, LINK + QUIET));
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
    ChargingPath heard = AC.approached(new Digital(0, 1, false), false, LINK - 1);
    assertEquals(new Digital(LINK - 1, 1, true), heard);
    assertEquals(heard, AC.approached(heard, false, LINK));
    assertEquals(heard, AC.tick(heard, 2 * LINK - 2));
    assertInstanceOf(Quiet.class, AC.tick(heard, 2 * LINK - 1));
  }

  @Test
  void aVehicleThatConnectsIsServedByTheSession() {
    assertEquals(new HighLevel(3), DC.linkUp(new Digital(0, 3, false), false));
    assertEquals(new HighLevel(3), DC.linkUp(new HighLevel(3), false));
  }

  /** As long as high-level communication is not off for good, whatever the line says. */
  @Test
  void aVehicleThatComesBackEarlyIsWelcome() {
    assertEquals(new HighLevel(2), DC.linkUp(new Quiet(0, 1, After.DIGITAL), false));
    assertEquals(new HighLevel(2), AC.linkUp(new Quiet(0, 1, After.BASIC), false));
    Quiet last = new Quiet(0, PathChoice.AC_ATTEMPTS, After.BASIC);
    assertEquals(last, AC.linkUp(last, false));
  }

  @Test
  void aConnectionWithoutAPluggedVehicleChangesNothing() {
    assertEquals(new Unplugged(), DC.linkUp(new Unplugged(), false));
    assertEquals(new Ended(), DC.linkUp(new Ended(), false));
  }

  /** Power-line modems start as late as 30 s after plug-in; but never under load. */
  @Test
  void aVehicleThatIsHeardLateLeavesBasicChargingWhileNoEnergyFlows() {
    Basic duty = new Basic(1);
    assertEquals(new Quiet(9, 1, After.DIGITAL), AC.approached(duty, false, 9));
    assertEquals(new HighLevel(2), AC.linkUp(duty, false));
    assertEquals(duty, AC.approached(duty, true, 9));
    assertEquals(duty, AC.linkUp(duty, true));
    Basic forGood = new Basic(PathChoice.AC_ATTEMPTS);
    assertEquals(forGood, AC.approached(forGood, false, 9));
    assertEquals(forGood, AC.linkUp(forGood, false));
  }

  @Test
  void anAcVehicleWhoseSessionsBreakTwiceIsChargedByDutyCycle() {
    assertEquals(
        new Quiet(7, 1, After.DIGITAL, true, false), AC.broken(new HighLevel(1), FAILED, 7));
    assertEquals(
        new Quiet(7, PathChoice.AC_ATTEMPTS, After.BASIC, true, false),
        AC.broken(new HighLevel(PathChoice.AC_ATTEMPTS), FAILED, 7));
  }

  /** R4, R5: who waited for a user, or was charged for hours, has not failed. */
  @Test
  void anExcusedBreakDoesNotCount() {
    assertEquals(
        new Quiet(7, 0, After.DIGITAL, true, false),
        AC.broken(new HighLevel(PathChoice.AC_ATTEMPTS), EXCUSED, 7));
  }

  /** ISO 15118-3 T_step_EF, T_step_X1; both sides of each. */
  @Test
  void stateFStandsOnTheLineBeforeBasicChargingWhereItIsWanted() {
    PathChoice choice = new PathChoice(true, true, 2, LINK, PathChoice.Fallback.F);
    ChargingPath quiet = choice.tick(new Digital(0, 1, false), LINK);
    assertEquals(new Quiet(LINK, 1, After.BASIC, false, true), quiet);
    assertTrue(choice.showsStateF(quiet, LINK + PathChoice.STATE_F_NANOS - 1));
    assertFalse(choice.showsStateF(quiet, LINK + PathChoice.STATE_F_NANOS));
    long end = LINK + PathChoice.STATE_F_NANOS + QUIET;
    assertEquals(quiet, choice.tick(quiet, end - 1));
    assertEquals(new Basic(1), choice.tick(quiet, end));
  }

  /**
   * A vehicle that had a session and sleeps is woken by state F before the duty cycle serves it.
   */
  @Test
  void aKnownVehicleIsWokenBeforeItIsChargedByDutyCycle() {
    ChargingPath path = AC.wake(0);
    assertEquals(new Digital(0, 1, false, true), path);
    long now = 0;
    for (int wake = 1; wake < PathChoice.WAKES; wake++) {
      now += LINK;
      path = AC.tick(path, now);
      assertEquals(new Quiet(now, wake, After.DIGITAL, true, true), path);
      now += PathChoice.STATE_F_NANOS + QUIET;
      path = AC.tick(path, now);
      assertEquals(new Digital(now, wake + 1, false, true), path);
    }
    now += LINK;
    assertEquals(new Quiet(now, PathChoice.WAKES, After.BASIC, true, false), AC.tick(path, now));
  }

  @Test
  void aPausedVehicleComesBackByItself() {
    ChargingPath paused = AC.paused(false, 3);
    assertEquals(paused, AC.tick(paused, 1_000 * LINK));
    assertEquals(new HighLevel(1), AC.linkUp(paused, false));
    assertEquals(new Digital(8, 1, false, true), AC.approached(paused, false, 8));
  }
}
