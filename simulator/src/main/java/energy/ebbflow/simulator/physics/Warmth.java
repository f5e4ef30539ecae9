package energy.ebbflow.simulator.physics;

/**
 * Temperature of the hottest contact: it rises with the square of the current and sinks to the
 * surroundings.
 *
 * @param celsius now, °C
 * @param ambientCelsius of the surroundings, °C
 */
public record Warmth(double celsius, double ambientCelsius) {
  /** Kelvin per ampere squared in the steady state: 60 A make 18 K. */
  static final double KELVIN_PER_SQUARE_AMPERE = 0.005;

  static final double TIME_CONSTANT_SECONDS = 600;

  public static Warmth ambient(double celsius) {
    return new Warmth(celsius, celsius);
  }

  public Warmth after(double seconds, double amps) {
    double goal = ambientCelsius + KELVIN_PER_SQUARE_AMPERE * amps * amps;
    double part = 1 - Math.exp(-seconds / TIME_CONSTANT_SECONDS);
    return new Warmth(celsius + (goal - celsius) * part, ambientCelsius);
  }
}
