package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.PilotSignal;
import java.util.Optional;

/**
 * Compares the duty that was asked for with the one that is measured: a generator that does not
 * follow promises the vehicle another current. Pure; one bad window is not enough, because samples
 * are few.
 *
 * @param wrong windows in a row that did not fit
 */
record DutyWatch(int wrong) {
  /** Nothing has been measured. */
  static final DutyWatch NEW = new DutyWatch(0);

  /** Difference that is a fault, in percent points; below it lies the chance of few samples. */
  static final double POINTS_MAX = 20;

  /** Windows in a row that make the fault. */
  static final int WINDOWS = 10;

  /** Samples below which a window says nothing about the duty. */
  static final int SAMPLES_MIN = 16;

  DutyWatch after(PilotSignal signal, Optional<Double> measured, int samples) {
    if (!(signal instanceof PilotSignal.Pwm(double wanted))
        || measured.isEmpty()
        || samples < SAMPLES_MIN) {
      return this;
    }
    boolean fits = Math.abs(measured.get() - wanted) <= POINTS_MAX;
    return new DutyWatch(fits ? 0 : Math.min(wrong + 1, WINDOWS));
  }

  boolean broken() {
    return wrong >= WINDOWS;
  }
}
