package energy.ebbflow.simulator.physics;

import java.util.OptionalDouble;

/**
 * An isolation monitor at one instant. It settles like the real ones: a first value after {@link
 * #SETTLE_SECONDS} at a voltage it can measure at, fresh values from then on.
 *
 * @param running it was started
 * @param measuredSeconds how long it has measured
 * @param trueKiloOhms what there is to find, kΩ
 */
public record IsolationModel(boolean running, double measuredSeconds, double trueKiloOhms) {
  /** Time until the first valid value; real monitors take 1 to 10 s. */
  public static final double SETTLE_SECONDS = 1.0;

  /** Below this voltage it measures nothing. */
  public static final double VOLTS_MIN = 100;

  /** A stopped monitor on a healthy system of 2 MΩ. */
  public static final IsolationModel HEALTHY = new IsolationModel(false, 0, 2000);

  public IsolationModel start() {
    return running ? this : new IsolationModel(true, 0, trueKiloOhms);
  }

  public IsolationModel stop() {
    return new IsolationModel(false, 0, trueKiloOhms);
  }

  /** Changes what there is to find. */
  public IsolationModel withKiloOhms(double kiloOhms) {
    return new IsolationModel(running, measuredSeconds, kiloOhms);
  }

  /** The monitor {@code seconds} later at {@code busVolts}. */
  public IsolationModel after(double seconds, double busVolts) {
    if (!running || busVolts < VOLTS_MIN) {
      return running ? new IsolationModel(true, 0, trueKiloOhms) : this;
    }
    return new IsolationModel(true, measuredSeconds + seconds, trueKiloOhms);
  }

  /** The measured resistance in kΩ; empty until it has settled. */
  public OptionalDouble kiloOhms() {
    return running && measuredSeconds >= SETTLE_SECONDS - 1e-9
        ? OptionalDouble.of(trueKiloOhms)
        : OptionalDouble.empty();
  }
}
