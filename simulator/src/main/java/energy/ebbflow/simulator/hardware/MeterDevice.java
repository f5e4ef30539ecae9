package energy.ebbflow.simulator.hardware;

import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.modbus.RegisterField;
import energy.ebbflow.hal.modbus.RegisterMap;
import java.util.Optional;

/** A meter of any register map, played. */
public final class MeterDevice implements ModbusDevice {
  private final Circuit circuit;
  private final RegisterMap map;
  private volatile boolean silent;

  /** A meter that speaks. */
  public MeterDevice(Circuit circuit, RegisterMap map) {
    this.circuit = circuit;
    this.map = map;
  }

  /** It falls silent, or speaks again. */
  public void silent(boolean now) {
    silent = now;
  }

  @Override
  public Optional<RegisterImage> registers(long now) {
    if (silent) {
      return Optional.empty();
    }
    RegisterImage image = new RegisterImage();
    circuit.last(Reading.Meter.class).ifPresent(meter -> fill(image, meter));
    return Optional.of(image);
  }

  private void fill(RegisterImage image, Reading.Meter meter) {
    for (int phase = 0; phase < map.volts().size(); phase++) {
      boolean there = phase < meter.phaseVoltages().size();
      double volts = there ? meter.phaseVoltages().get(phase).value() : 0;
      double amps = there ? meter.phaseCurrents().get(phase).value() : 0;
      fill(image, map.volts().get(phase), volts);
      fill(image, map.amps().get(phase), map.phaseWatts().isEmpty() ? amps : Math.abs(amps));
      if (!map.phaseWatts().isEmpty()) {
        fill(image, map.phaseWatts().get(phase), volts * amps);
      }
    }
    fill(image, map.watts(), meter.power().value());
    fill(image, map.imported(), meter.imported().value());
    fill(image, map.exported(), meter.exported().value());
  }

  /** A meter with exponents takes the smallest with which its 16 bits hold the value. */
  private static void fill(RegisterImage image, RegisterMap.Quantity quantity, double value) {
    Optional<RegisterField> exponent = quantity.exponent();
    int power = 0;
    if (exponent.isPresent() && quantity.value().type().registers() == 1) {
      while (Math.abs(value / quantity.value().scale() / Math.pow(10, power))
          > Short.MAX_VALUE - 1) {
        power++;
      }
    }
    double shown = value / Math.pow(10, power);
    int told = power;
    exponent.ifPresent(field -> image.set(field, told));
    image.set(quantity.value(), shown);
  }

  @Override
  public void write(int address, int value, long now) {
    // A meter has settings; none of them changes what is read here.
  }
}
