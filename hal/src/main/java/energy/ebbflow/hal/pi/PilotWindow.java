package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import java.util.Arrays;
import java.util.Optional;

/**
 * From samples of the control pilot to its two levels. Pure.
 *
 * <p>The sampling is not synchronised with the generator: samples fall anywhere into the period of
 * 1 ms, as fast as the bus carries them. A level counts when it was seen at least {@link #SEEN_MIN}
 * times; a window in which a plateau was not seen so often, although the duty says that it is
 * there, is undecided and is to be made longer. One outlier at either end is left out.
 */
final class PilotWindow {
  /** Samples on a plateau that make a level. */
  static final int SEEN_MIN = 2;

  /** Samples of the shorter plateau to be expected before its absence means something. */
  static final int EXPECTED_MIN = 8;

  /** Samples within this distance of a level lie on its plateau; edges do not. */
  static final double PLATEAU_VOLTS = 1;

  /** Levels nearer than this are one. */
  static final double APART_VOLTS = 2;

  private PilotWindow() {}

  /**
   * The levels of a window.
   *
   * @param signal what the generator was told during all of it
   * @param volts the samples in volt at the pilot line, in any order
   * @return empty if the window is too short to tell
   */
  static Optional<Reading.Pilot> levels(PilotSignal signal, double[] volts) {
    if (volts.length < 2 * SEEN_MIN) {
      return Optional.empty();
    }
    double[] sorted = volts.clone();
    Arrays.sort(sorted);
    double low = sorted[SEEN_MIN - 1];
    double high = sorted[sorted.length - SEEN_MIN];
    Optional<Reading.Pilot> seen = Optional.of(new Reading.Pilot(new Volts(high), new Volts(low)));
    if (!(signal instanceof PilotSignal.Pwm(double percent)) || high - low >= APART_VOLTS) {
      return seen;
    }
    // One level only, though the generator alternates: either the line is broken, or the shorter
    // plateau was missed.
    double shorter = Math.min(percent, 100 - percent) / 100;
    return shorter * volts.length >= EXPECTED_MIN ? seen : Optional.empty();
  }

  /**
   * The part of the samples that lie above the middle, in percent; absent where there are not two
   * levels.
   */
  static Optional<Double> dutyPercent(double[] volts, Reading.Pilot levels) {
    double high = levels.high().value();
    double low = levels.low().value();
    if (high - low < APART_VOLTS) {
      return Optional.empty();
    }
    double middle = (high + low) / 2;
    long above = Arrays.stream(volts).filter(v -> v > middle).count();
    return Optional.of(100.0 * above / volts.length);
  }
}
