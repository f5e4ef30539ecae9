package energy.ebbflow.simulator.physics;

/**
 * The DC circuit between converter and battery: two capacitors, one on each side of the station's
 * contactors, and the vehicle behind its own.
 *
 * <p>The time constants (a milliohm and a millifarad) are a hundred times shorter than a tick, so
 * each step solves the circuit for its end (backward Euler). That is stable for every step length
 * and every resistance, which is why the vehicle's half may live behind a socket with latency.
 *
 * @param converterVolts at the converter's output, V
 * @param outletVolts on the vehicle's side of the station's contactors, V
 * @param outletAmps through the station's contactors, signed
 * @param vehicleAmps into the battery, signed
 */
public record DcBus(
    double converterVolts, double outletVolts, double outletAmps, double vehicleAmps) {

  /** No voltage anywhere. */
  public static final DcBus DEAD = new DcBus(0, 0, 0, 0);

  static final double CONVERTER_FARADS = 400e-6;

  /** X capacitors of cable and inlet. */
  static final double INLET_FARADS = 20e-6;

  /** The vehicle's measuring dividers and passive discharge. */
  static final double INLET_OHMS = 25_000;

  /** Contactors and charging cable. */
  static final double TIE_OHMS = 0.010;

  /** The circuit and its regulator after a step. */
  public record Step(DcBus bus, DcConverter converter) {}

  /**
   * Solves the circuit for the instant {@code seconds} from now.
   *
   * @param closed the station's contactors touch
   */
  public Step after(double seconds, DcConverter converter, boolean closed, DcSource vehicle) {
    double tie = closed ? 1 / TIE_OHMS : 0;
    double source = vehicle.connected() ? 1 / vehicle.ohms() : 0;
    double storeA = CONVERTER_FARADS / seconds;
    double storeB = INLET_FARADS / seconds;
    double sumA = storeA + converter.conductance() + tie;
    double sumB = storeB + 1 / INLET_OHMS + tie + source;
    double knownA = storeA * converterVolts;
    double knownB = storeB * outletVolts + source * vehicle.volts();
    double determinant = sumA * sumB - tie * tie;
    double idleA = (knownA * sumB + tie * knownB) / determinant;
    DcConverter next = converter.after(seconds, idleA, sumB / determinant);
    double a = ((knownA + next.amps()) * sumB + tie * knownB) / determinant;
    double b = (knownB + tie * a) / sumB;
    return new Step(new DcBus(a, b, tie * (a - b), source * (b - vehicle.volts())), next);
  }

  /** Power through the outlet, W, signed. */
  public double outletWatts() {
    return outletVolts * outletAmps;
  }
}
