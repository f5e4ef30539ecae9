package energy.ebbflow.iec61851;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one measurement of the line shows, before any debouncing. IEC 61851-1 Table A.2 gives ±1 V
 * around each level at the station; what lies between two bands keeps the level that it had.
 */
enum PilotLevel {
  /** 11 to 13 V. */
  A,
  /** 8 to 10 V. */
  B,
  /** 5 to 7 V. */
  C,
  /** 2 to 4 V. */
  D,
  /** -1 to 1 V. */
  E,
  /** A connected vehicle, but the negative half-wave does not reach -12 V. */
  NO_DIODE,
  /** Neither of these. */
  OUT_OF_RANGE;

  /** Half the width of a level's band, V: IEC 61851-1 Table A.2. */
  private static final double TOLERANCE_VOLTS = 1;

  /**
   * The negative half-wave is -12 V ± 1 V (IEC 61851-1 Table A.2) with the same again for the
   * station's own measurement; without the diode it mirrors the positive level, -9 V at most.
   */
  private static final double DIODE_VOLTS_MAX = -10;

  /**
   * Reads a measurement.
   *
   * @param high positive peak, V
   * @param low negative peak, V
   * @param judgeDiode whether PWM is on the line long enough for {@code low} to mean something
   * @param before the previous level, null at first
   */
  static PilotLevel of(double high, double low, boolean judgeDiode, @Nullable PilotLevel before) {
    PilotLevel level = ofHigh(high, before);
    boolean vehicle = level == B || level == C || level == D;
    // The comparison is written so that NaN counts as missing.
    return vehicle && judgeDiode && !(low <= DIODE_VOLTS_MAX) ? NO_DIODE : level;
  }

  private static PilotLevel ofHigh(double high, @Nullable PilotLevel before) {
    if (!(high >= -TOLERANCE_VOLTS && high <= 12 + TOLERANCE_VOLTS)) {
      return OUT_OF_RANGE;
    }
    for (PilotLevel level : new PilotLevel[] {A, B, C, D, E}) {
      if (Math.abs(high - level.nominalVolts()) <= TOLERANCE_VOLTS) {
        return level;
      }
    }
    // Between two bands: keep the neighbour that it was, otherwise take the nearer one.
    PilotLevel upper = high > 10 ? A : high > 7 ? B : high > 4 ? C : D;
    PilotLevel lower = high > 10 ? B : high > 7 ? C : high > 4 ? D : E;
    if (before == upper || before == lower) {
      return before;
    }
    return high >= (upper.nominalVolts() + lower.nominalVolts()) / 2 ? upper : lower;
  }

  private double nominalVolts() {
    return switch (this) {
      case A -> 12;
      case B -> 9;
      case C -> 6;
      case D -> 3;
      case E -> 0;
      case NO_DIODE, OUT_OF_RANGE -> Double.NaN;
    };
  }

  /** The state of that name; absent for levels that are faults. */
  Optional<PilotState> state() {
    return switch (this) {
      case A -> Optional.of(PilotState.A);
      case B -> Optional.of(PilotState.B);
      case C -> Optional.of(PilotState.C);
      case D -> Optional.of(PilotState.D);
      case E -> Optional.of(PilotState.E);
      case NO_DIODE, OUT_OF_RANGE -> Optional.empty();
    };
  }

  /** The fault that this level is by itself. */
  Optional<PilotFault> fault() {
    return switch (this) {
      case E -> Optional.of(PilotFault.SHORT_CIRCUIT);
      case NO_DIODE -> Optional.of(PilotFault.DIODE_MISSING);
      case OUT_OF_RANGE -> Optional.of(PilotFault.LEVEL_OUT_OF_RANGE);
      case A, B, C, D -> Optional.empty();
    };
  }
}
