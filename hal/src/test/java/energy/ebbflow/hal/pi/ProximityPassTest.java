package energy.ebbflow.hal.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.linux.Hardware;
import energy.ebbflow.hal.linux.LineName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The proximity pilot as the pass over the inputs tells it; 1 kΩ to 3.3 V. */
class ProximityPassTest {
  private static final long MILLI = 1_000_000;

  private static final PiOptions OPTIONS =
      new PiOptions(
          new PiOptions.AdcPlace(Adc.Kind.MCP3208, new PiOptions.BusPlace(0, 0), 1_000_000, 3.3),
          new PiOptions.Pilot(
              0,
              0,
              false,
              Optional.empty(),
              PiOptions.Sampling.BURST,
              0,
              OptionalInt.empty(),
              8,
              -13.2,
              10),
          Optional.of(new PiOptions.Proximity(1, 3.3, 1_000)),
          new PiOptions.ContactorLines(
              LineName.parse("17"), LineName.parse("27"), Optional.empty(), Optional.empty()),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new PiOptions.Lamps(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              0),
          List.of(),
          Optional.empty(),
          Optional.empty());

  private final List<Reading> readings = new ArrayList<>();
  private double ohms = 220;

  /** A converter of 12 bits with the cable's resistor at it, and a contact that is open. */
  private final class Socket implements Hardware {
    @Override
    public Input input(LineName line) {
      return () -> false;
    }

    @Override
    public SpiDevice spi(int bus, int chipSelect, int hertz) {
      return bytes -> {
        int raw = (int) Math.min(4_095, Math.round(4_096 * ohms / (ohms + 1_000)));
        byte[] answer = new byte[bytes.length];
        answer[bytes.length - 2] = (byte) (raw >> 8);
        answer[bytes.length - 1] = (byte) raw;
        return answer;
      };
    }

    @Override
    public Output output(LineName line) {
      throw new AssertionError("the cable's rating needs the converter alone");
    }

    @Override
    public I2c i2c(int bus, int address) {
      throw new AssertionError("the cable's rating needs the converter alone");
    }

    @Override
    public Pwm pwm(int chip, int channel) {
      throw new AssertionError("the cable's rating needs the converter alone");
    }

    @Override
    public WatchdogTimer watchdog(Path device, int seconds) {
      throw new AssertionError("the cable's rating needs the converter alone");
    }

    @Override
    public String read(Path file) {
      throw new AssertionError("the cable's rating needs the converter alone");
    }

    @Override
    public void close() {}
  }

  private List<Reading> ratings() {
    return readings.stream().filter(Reading.Proximity.class::isInstance).toList();
  }

  /** IEC 61851-1 Table B.2 has no such resistors: what was read before does not stay. */
  @Test
  void aResistanceThatIsNoCablesEndsTheRatingBeforeItIsAFault() throws Exception {
    for (double bad : new double[] {3_500, 20}) {
      readings.clear();
      ohms = 220;
      InputPass pass = new InputPass(OPTIONS, new Socket(), new Shared(), readings::add);
      pass.pass(0);
      Reading cable = new Reading.Proximity(Optional.of(new Amps(32)));
      assertEquals(List.of(cable), ratings());
      ohms = bad;
      pass.pass(100 * MILLI);
      Reading none = new Reading.Proximity(Optional.empty());
      assertEquals(List.of(cable, none), ratings());
      assertTrue(
          readings.getLast() instanceof Reading.DeviceFault(String device, String words)
              && device.equals("proximity detector")
              && words.contains("60 to 2700"),
          readings::toString);
      ohms = 220;
      pass.pass(200 * MILLI);
      assertEquals(List.of(cable, none, cable), ratings(), "one bad sample costs 100 ms");
    }
  }
}
