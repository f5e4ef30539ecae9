package energy.ebbflow.simulator.board;

import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;

/**
 * The newest value of everything that the virtual board measures, for what imitates real hardware.
 * Owned by one thread.
 */
public final class Sensors implements ReadingSink {
  /** Cards that may wait to be told; people are slower. */
  private static final int CARDS_MAX = 8;

  private double highVolts;
  private double lowVolts;
  private boolean contactor;
  private boolean locked;
  private Optional<Integer> cableAmps = Optional.empty();
  private boolean tripped;
  private boolean testPassed = true;
  private boolean emergency;
  private boolean grid = true;
  private OptionalDouble celsius = OptionalDouble.empty();
  private boolean earth = true;
  private boolean supplyGood = true;
  private Optional<Reading.Meter> meter = Optional.empty();
  private final Queue<byte[]> cards = new ArrayDeque<>();

  /** Nothing has been measured. */
  public Sensors() {}

  @Override
  public boolean offer(Reading reading) {
    switch (reading) {
      case Reading.Pilot value -> {
        highVolts = value.high().value();
        lowVolts = value.low().value();
      }
      case Reading.Proximity value ->
          cableAmps = value.cableRating().map(amps -> standard(amps.value()));
      case Reading.Contactor value -> contactor = value.closed();
      case Reading.Lock value -> locked = value.locked();
      case Reading.ResidualCurrent value -> {
        tripped = value.tripped();
        testPassed = value.selfTestPassed();
      }
      case Reading.Meter value -> meter = Optional.of(value);
      case Reading.Temperature value -> celsius = OptionalDouble.of(value.celsius());
      case Reading.Rfid value -> {
        if (cards.size() < CARDS_MAX) {
          cards.add(HexFormat.of().parseHex(value.uid()));
        }
      }
      case Reading.EmergencyStop value -> emergency = value.pressed();
      case Reading.Grid value -> grid = value.present();
      case Reading.GridLimit value -> {}
      case Reading.Site value -> {}
      // A microcontroller for AC has none of them, and the board's own faults are its own.
      case Reading.Converter value -> {}
      case Reading.Isolation value -> {}
      case Reading.ContactorUnknown value -> {}
      case Reading.Earth value -> earth = value.connected();
      case Reading.Supply value -> supplyGood = value.good();
      case Reading.GridQuality value -> {}
      case Reading.DeviceFault value -> {}
    }
    return true;
  }

  /** The rating that the resistor of the cable stands for (IEC 61851-1 Table B.2). */
  private static int standard(double amps) {
    return amps >= 63 ? 63 : amps >= 32 ? 32 : amps >= 20 ? 20 : 13;
  }

  /** Positive peak of the pilot, V. */
  public double highVolts() {
    return highVolts;
  }

  /** Negative peak, V. */
  public double lowVolts() {
    return lowVolts;
  }

  /** Mirror contact: the contacts touch. */
  public boolean contactor() {
    return contactor;
  }

  /** The bolt is in. */
  public boolean locked() {
    return locked;
  }

  /** Rating of the cable, A; absent: no plug. */
  public Optional<Integer> cableAmps() {
    return cableAmps;
  }

  /** The residual-current device has tripped. */
  public boolean tripped() {
    return tripped;
  }

  /** Its last self-test. */
  public boolean testPassed() {
    return testPassed;
  }

  /** The emergency stop is pressed. */
  public boolean emergency() {
    return emergency;
  }

  /** The grid is there. */
  public boolean grid() {
    return grid;
  }

  /** The protective earth is connected. */
  public boolean earth() {
    return earth;
  }

  /** The controller's supply is good. */
  public boolean supplyGood() {
    return supplyGood;
  }

  /** Hottest place, °C. */
  public OptionalDouble celsius() {
    return celsius;
  }

  /** What the meter counts; absent until it has counted. */
  public Optional<Reading.Meter> meter() {
    return meter;
  }

  /** A card that was held against the reader; each one once. */
  public Optional<byte[]> nextCard() {
    return Optional.ofNullable(cards.poll());
  }
}
