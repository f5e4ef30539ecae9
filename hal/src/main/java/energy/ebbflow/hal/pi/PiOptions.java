package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.linux.LineName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What hangs where on one outlet of a board that a Raspberry Pi drives; each component is an option
 * or a few of them, explained in {@code board-configs/README.md}.
 *
 * @param adc the converter for pilot and proximity
 * @param pilot generator and detector of the control pilot
 * @param proximity the detector of the cable's rating; a tethered cable has none
 * @param contactors power contactors
 * @param lock motor of the connector lock
 * @param trip input of the residual-current device; active: it has tripped
 * @param residualTest output that makes its test current
 * @param emergency input of the emergency stop; active: it is pressed
 * @param grid input of the grid monitor; active: there is a grid
 * @param earth input of an earth monitor; active: the protective earth is connected
 * @param supply power-fail input; active: the supply is good
 * @param lamps lamps and buzzer
 * @param temperatures where it may become hot, at most 8
 * @param watchdog the kernel's watchdog
 * @param rfid where the card reader is
 */
record PiOptions(
    AdcPlace adc,
    Pilot pilot,
    Optional<Proximity> proximity,
    ContactorLines contactors,
    Optional<Lock> lock,
    Optional<LineName> trip,
    Optional<LineName> residualTest,
    Optional<LineName> emergency,
    Optional<LineName> grid,
    Optional<LineName> earth,
    Optional<LineName> supply,
    Lamps lamps,
    List<Sensor> temperatures,
    Optional<Dog> watchdog,
    Optional<String> rfid) {

  PiOptions {
    temperatures = List.copyOf(temperatures);
  }

  /**
   * A temperature sensor.
   *
   * @param name where it sits
   * @param place {@code w1:ID} or {@code lm75:BUS:0xADDRESS}
   */
  record Sensor(String name, String place) {}

  /** How pilot levels are found. */
  enum Sampling {
    /** Many samples of the line itself, anywhere in its period. */
    BURST,
    /** One sample of each of two peak detectors. */
    PEAK_HOLD
  }

  /**
   * An address on a bus.
   *
   * @param bus SPI or I2C bus
   * @param device chip select or I2C address
   */
  record BusPlace(int bus, int device) {}

  /** A converter at its place; {@code hertz} and {@code reference} for those on SPI. */
  record AdcPlace(Adc.Kind kind, BusPlace place, int hertz, double reference) {}

  /**
   * The control pilot.
   *
   * @param chip PWM chip
   * @param channel its channel
   * @param inverted whether an active PWM means -12 V
   * @param enable output that connects the generator; without it there is no state E
   * @param sampling how levels are found
   * @param high converter channel of the line, or of the positive peak detector
   * @param low converter channel of the negative peak detector
   * @param scale V at the line for each V at the converter
   * @param offset V at the line for 0 V at the converter
   * @param everyMillis distance of measurements
   */
  record Pilot(
      int chip,
      int channel,
      boolean inverted,
      Optional<LineName> enable,
      Sampling sampling,
      int high,
      OptionalInt low,
      double scale,
      double offset,
      int everyMillis) {}

  /** The proximity pilot: a resistor of {@code pullUp} Ω to {@code supply} V. */
  record Proximity(int channel, double supply, double pullUp) {}

  /** Contactors with their mirror contacts; active feedback: the contacts touch. */
  record ContactorLines(
      LineName main, LineName feedback, Optional<LineName> more, Optional<LineName> moreFeedback) {}

  /** An H-bridge and the switch of the bolt; active: the bolt is in. */
  record Lock(LineName forward, LineName reverse, LineName bolt, int pulseMillis) {}

  /** Lamps on lines, or a chain of diodes on an SPI bus, and a buzzer. */
  record Lamps(
      Optional<LineName> red,
      Optional<LineName> green,
      Optional<LineName> blue,
      Optional<LineName> buzzer,
      Optional<BusPlace> chain,
      int count) {
    boolean any() {
      return red.isPresent()
          || green.isPresent()
          || blue.isPresent()
          || buzzer.isPresent()
          || chain.isPresent();
    }
  }

  /** A watchdog of the kernel and its time. */
  record Dog(Path device, int seconds) {}
}
