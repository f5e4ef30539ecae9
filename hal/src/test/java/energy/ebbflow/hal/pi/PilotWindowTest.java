package energy.ebbflow.hal.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From samples that are not synchronised with the generator to the two levels of the line. */
class PilotWindowTest {
  private static final double SAMPLE_MILLIS = 0.047;

  /** A square wave of 1 kHz, sampled every 47 µs. */
  private static double[] square(double percent, double high, double low, int count) {
    double[] samples = new double[count];
    for (int i = 0; i < count; i++) {
      double phase = i * SAMPLE_MILLIS % 1;
      samples[i] = phase < percent / 100 ? high : low;
    }
    return samples;
  }

  private static Optional<Reading.Pilot> pilot(double high, double low) {
    return Optional.of(new Reading.Pilot(new Volts(high), new Volts(low)));
  }

  @Test
  void everyDutyFromFiveToNinetySixPercentIsFoundInOneOrMoreBursts() {
    for (double percent : new double[] {5, 10, 26.67, 53.33, 85, 96}) {
      double[] samples = square(percent, 6, -12, InputPass.BURST_SAMPLES_MAX);
      assertEquals(pilot(6, -12), PilotWindow.levels(new PilotSignal.Pwm(percent), samples));
      double measured = PilotWindow.dutyPercent(samples, pilot(6, -12).get()).orElseThrow();
      assertEquals(percent, measured, 2);
    }
  }

  /** A plateau of 50 µs that was missed is not the end of the square wave: look longer. */
  @Test
  void aShortPlateauThatWasMissedIsUndecidedUntilEnoughWasSeen() {
    PilotSignal five = new PilotSignal.Pwm(5);
    double[] missed = new double[159];
    Arrays.fill(missed, -12);
    assertEquals(Optional.empty(), PilotWindow.levels(five, missed));
    double[] missedOnce = new double[160];
    Arrays.fill(missedOnce, -12);
    // 160 samples at 5 % are 8 that ought to have been high: now its absence means something.
    assertEquals(pilot(-12, -12), PilotWindow.levels(five, missedOnce));
  }

  /** A vehicle without a diode pulls both half-waves down (IEC 61851-1 A.3). */
  @Test
  void aMissingDiodeShowsInTheLowLevel() {
    assertEquals(pilot(6, -6), PilotWindow.levels(new PilotSignal.Pwm(50), square(50, 6, -6, 64)));
  }

  @Test
  void oneSpikeAtEitherEndDoesNotMakeALevel() {
    double[] samples = square(50, 9, -12, 64);
    samples[3] = 13.1;
    samples[40] = -13.1;
    assertEquals(pilot(9, -12), PilotWindow.levels(new PilotSignal.Pwm(50), samples));
  }

  @Test
  void aSteadyLineHasOneLevel() {
    double[] samples = new double[24];
    Arrays.fill(samples, 9);
    assertEquals(pilot(9, 9), PilotWindow.levels(new PilotSignal.Steady(), samples));
    assertEquals(Optional.empty(), PilotWindow.dutyPercent(samples, pilot(9, 9).get()));
  }

  /** A generator that does not follow is a fault after ten windows, not after nine. */
  @Test
  void aDutyThatDoesNotFollowIsAFaultOnBothSidesOfTheLimit() {
    PilotSignal wanted = new PilotSignal.Pwm(20);
    DutyWatch watch = DutyWatch.NEW;
    for (int i = 0; i < DutyWatch.WINDOWS - 1; i++) {
      watch = watch.after(wanted, Optional.of(90.0), 64);
    }
    assertFalse(watch.broken());
    assertTrue(watch.after(wanted, Optional.of(90.0), 64).broken());
    assertEquals(DutyWatch.NEW, watch.after(wanted, Optional.of(20 + DutyWatch.POINTS_MAX), 64));
    assertTrue(watch.after(wanted, Optional.of(20.1 + DutyWatch.POINTS_MAX), 64).broken());
  }
}
