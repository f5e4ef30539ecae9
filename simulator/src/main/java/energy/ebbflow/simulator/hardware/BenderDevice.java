package energy.ebbflow.simulator.hardware;

import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.modbus.RegisterField;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A Bender isoCHA425HV, played: two channels of four registers, and a self-test that takes 1.5 s.
 */
public final class BenderDevice implements ModbusDevice {
  private static final int OHMS = 1000;
  private static final int VOLTS = 1008;
  private static final int SELF_TEST = 8005;
  private static final int SELF_TEST_WORD = 0x5445;
  private static final long TEST_NANOS = 1_500_000_000;

  private static final int TEST_EXTERNAL = 0x8000;
  private static final int DEVICE_ERROR = 0x0200;
  private static final int UNIT_OHM = 2;
  private static final int UNIT_VOLT = 4;
  private static final int INSULATION = 71;
  private static final int VOLTAGE = 76;

  /** What a good installation has, Ω. */
  private static final double HEALTHY_OHMS = 1_000_000;

  private final Circuit circuit;
  private volatile boolean silent;
  private volatile boolean broken;
  private volatile OptionalDouble kiloOhms = OptionalDouble.empty();
  private Optional<Long> testSince = Optional.empty();

  /** A monitor that speaks. */
  public BenderDevice(Circuit circuit) {
    this.circuit = circuit;
  }

  /** It falls silent, or speaks again. */
  public void silent(boolean now) {
    silent = now;
  }

  /** It reports a device error, or is mended. */
  public void broken(boolean now) {
    broken = now;
  }

  /** It measures this resistance, whatever the circuit has. */
  public void measures(double fixedKiloOhms) {
    kiloOhms = OptionalDouble.of(fixedKiloOhms);
  }

  @Override
  public Optional<RegisterImage> registers(long now) {
    if (silent) {
      return Optional.empty();
    }
    boolean testing = testSince.filter(since -> now - since < TEST_NANOS).isPresent();
    double ohms =
        kiloOhms.isPresent()
            ? kiloOhms.getAsDouble() * 1000
            : circuit
                .last(Reading.Isolation.class)
                .map(value -> value.kiloOhms() * 1000)
                .orElse(HEALTHY_OHMS);
    double volts =
        circuit
            .last(Reading.Converter.class)
            .map(value -> value.vehicleVolts().value())
            .orElse(0.0);
    RegisterImage image = new RegisterImage();
    int state = (testing ? TEST_EXTERNAL : 0) | (broken ? DEVICE_ERROR : 0);
    channel(image, OHMS, ohms, state | UNIT_OHM, INSULATION);
    channel(image, VOLTS, volts, state | UNIT_VOLT, VOLTAGE);
    return Optional.of(image);
  }

  private static void channel(
      RegisterImage image, int address, double value, int state, int description) {
    image.set(new RegisterField(address, RegisterField.Type.FLOAT32, 1), value);
    image.word(address + 2, state);
    image.word(address + 3, description);
  }

  @Override
  public void write(int address, int value, long now) {
    if (address == SELF_TEST && value == SELF_TEST_WORD) {
      testSince = Optional.of(now);
    }
  }
}
