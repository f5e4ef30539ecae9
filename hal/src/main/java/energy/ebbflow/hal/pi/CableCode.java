package energy.ebbflow.hal.pi;

import java.util.OptionalInt;

/**
 * The resistor between proximity pilot and earth in a plug stands for the rating of its cable (IEC
 * 61851-1 Table B.2: 1500 Ω 13 A, 680 Ω 20 A, 220 Ω 32 A, 100 Ω 63 A). The limits between them are
 * our own, near the geometric means; what lies on one belongs to the smaller rating. Pure.
 */
final class CableCode {
  /** More than this is no plug. */
  static final double OPEN_OHMS = 4500;

  /** Between this and {@link #OPEN_OHMS} lies no code: a bad contact. */
  static final double CODE_OHMS_MAX = 2700;

  /** Less than this is a short circuit. */
  static final double CODE_OHMS_MIN = 60;

  private static final double OHMS_63_A = 140;
  private static final double OHMS_32_A = 330;
  private static final double OHMS_20_A = 950;

  /** What a resistance means. */
  sealed interface Meaning {
    /** No plug is in the socket. */
    record NoPlug() implements Meaning {}

    /** A cable of that rating in A. */
    record Cable(int amps) implements Meaning {}

    /** Neither: no cable is known, and the fault is told. */
    record Nonsense() implements Meaning {}
  }

  private CableCode() {}

  static Meaning of(double ohms) {
    if (ohms > OPEN_OHMS) {
      return new Meaning.NoPlug();
    }
    OptionalInt amps =
        ohms > CODE_OHMS_MAX || ohms < CODE_OHMS_MIN
            ? OptionalInt.empty()
            : OptionalInt.of(
                ohms < OHMS_63_A ? 63 : ohms < OHMS_32_A ? 32 : ohms < OHMS_20_A ? 20 : 13);
    return amps.isPresent() ? new Meaning.Cable(amps.getAsInt()) : new Meaning.Nonsense();
  }

  /**
   * The resistance in a voltage divider.
   *
   * @param volts at the resistor
   * @param supply of the divider, V
   * @param pullUp the other resistor, Ω
   */
  static double ohms(double volts, double supply, double pullUp) {
    return volts >= supply ? Double.POSITIVE_INFINITY : pullUp * volts / (supply - volts);
  }
}
