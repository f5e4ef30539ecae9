package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.linux.Hardware;
import java.io.IOException;

/** Reads one temperature sensor; a look may take most of a second. Owned by one thread. */
final class TemperaturePass {
  private final String device;
  private final String name;
  private final Thermometer sensor;
  private final ReadingSink sink;
  private Attempts attempts = Attempts.NEW;

  /**
   * Opens the sensor.
   *
   * @param at as the options were checked
   */
  TemperaturePass(PiOptions.Sensor at, Hardware hardware, ReadingSink sink) throws IOException {
    this.sink = sink;
    this.name = at.name();
    this.device =
        name.equals(Reading.Temperature.OUTLET)
            ? "temperature sensor"
            : "temperature sensor of " + name;
    String[] parts = at.place().split(":");
    this.sensor =
        parts[0].equals("w1")
            ? Thermometer.Ds18b20.of(hardware, parts[1])
            : new Thermometer.Lm75(
                hardware.i2c(Integer.parseInt(parts[1]), Integer.decode(parts[2])));
  }

  void pass(long now) {
    if (!attempts.due(now)) {
      return;
    }
    try {
      sink.offer(new Reading.Temperature(name, sensor.celsius()));
      attempts = attempts.succeeded();
    } catch (IOException e) {
      attempts = attempts.failed(device, String.valueOf(e.getMessage()), now, sink);
    }
  }
}
