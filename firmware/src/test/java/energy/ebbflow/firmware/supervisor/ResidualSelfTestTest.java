package energy.ebbflow.firmware.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the residual-current detection is tested, and what counts as passed. */
class ResidualSelfTestTest {
  private static final long SECOND = 1_000_000_000L;

  private static final long PATIENCE = ResidualSelfTest.RESULT_NANOS;

  private static ResidualSelfTest running(long now) {
    ResidualSelfTest.Step step = ResidualSelfTest.UNTESTED.tick(true, PATIENCE, now);
    assertTrue(step.begins());
    return step.next();
  }

  private static ResidualSelfTest passed(long now) {
    return running(now).heard(true, now + SECOND);
  }

  @Test
  void nothingClosesBeforeTheFirstTestIsPassed() {
    assertFalse(ResidualSelfTest.UNTESTED.passed());
    assertFalse(running(0).passed());
    assertTrue(passed(0).passed());
  }

  /** What comes at once may be older than the request: both sides of 250 ms. */
  @Test
  void aResultThatComesTooEarlyDoesNotCount() {
    assertFalse(running(0).heard(true, ResidualSelfTest.NOT_BEFORE_NANOS - 1).passed());
    assertTrue(running(0).heard(true, ResidualSelfTest.NOT_BEFORE_NANOS).passed());
  }

  @Test
  void aTestThatIsNotPassedWithinFiveSecondsHasFailed() {
    ResidualSelfTest early = running(0).tick(true, PATIENCE, 5 * SECOND - 1).next();
    assertEquals(Optional.empty(), early.failed());
    ResidualSelfTest late = early.tick(true, PATIENCE, 5 * SECOND).next();
    assertTrue(late.failed().isPresent());
    assertFalse(late.passed());
    assertFalse(late.heard(true, 6 * SECOND).passed(), "a result without a question is no pass");
  }

  @Test
  void aFailedTestIsRepeatedAfterAMinuteAndForgivenWhenItIsPassed() {
    ResidualSelfTest failed = running(0).tick(true, PATIENCE, 5 * SECOND).next();
    assertFalse(failed.tick(true, PATIENCE, 65 * SECOND - 1).begins());
    ResidualSelfTest.Step again = failed.tick(true, PATIENCE, 65 * SECOND);
    assertTrue(again.begins());
    assertTrue(again.next().failed().isPresent(), "it has failed until it is passed");
    assertTrue(again.next().heard(true, 66 * SECOND).passed());
  }

  /** Never under power; and for every vehicle, and once a day. */
  @Test
  void itIsTestedForEachVehicleAndOnceADayButNeverUnderPower() {
    ResidualSelfTest quiet = passed(0);
    assertFalse(quiet.tick(true, PATIENCE, 24 * 3600 * SECOND).begins());
    assertTrue(quiet.tick(true, PATIENCE, SECOND + 24 * 3600 * SECOND).begins());
    ResidualSelfTest came = quiet.vehicleCame();
    assertFalse(came.passed());
    assertFalse(came.tick(false, PATIENCE, 2 * SECOND).begins());
    assertTrue(came.tick(true, PATIENCE, 2 * SECOND).begins());
  }

  /** A bench at twenty times the pace waits for a device that keeps real time. */
  @Test
  void theResultIsWaitedForAsLongAsTheStationsPaceDemands() {
    SupervisorConfig standard = SupervisorConfig.of(false, 230, 32, 80);
    assertEquals(5 * SECOND, standard.selfTestNanos());
    long stretched = standard.withSlack(95 * SECOND).selfTestNanos();
    assertEquals(100 * SECOND, stretched);
    ResidualSelfTest early = running(0).tick(true, stretched, 100 * SECOND - 1).next();
    assertEquals(Optional.empty(), early.failed());
    ResidualSelfTest late = early.tick(true, stretched, 100 * SECOND).next();
    assertEquals(Optional.of("it was not passed within selfTestNanos (100 s)"), late.failed());
    assertEquals(
        Optional.of("it was not passed within RESULT_NANOS (5 s)"),
        running(0).tick(true, PATIENCE, 5 * SECOND).next().failed());
  }
}
