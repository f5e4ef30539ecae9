package energy.ebbflow.hal.mcu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.mcu.McuMessage.Outputs;
import energy.ebbflow.hal.mcu.McuMessage.PilotMode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The controller and an emulated microcontroller, in virtual time, a millisecond a step. */
class McuLinkTest {
  private static final long MILLI = 1_000_000;
  private static final Outputs CLOSED = new Outputs(PilotMode.PWM, 2667, 3, true, 3, 0);

  private final McuEmulator mcu = new McuEmulator();
  private final List<Reading> readings = new ArrayList<>();
  private long now = -123;
  private McuLink link = McuLink.initial(now);
  private boolean cut;
  private byte[] toMcu = new byte[0];

  private McuLinkTest step(McuLink.Input input) {
    McuLink.Step step = link.step(input, now);
    link = (McuLink) step.next();
    readings.addAll(step.readings());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(toMcu);
    step.transmit().forEach(out::writeBytes);
    toMcu = out.toByteArray();
    return this;
  }

  private McuLinkTest run(long millis) {
    for (long i = 0; i < millis; i++) {
      now += MILLI;
      step(new McuLink.Input.Tick());
      byte[] answer = mcu.step(cut ? new byte[0] : toMcu, now);
      toMcu = new byte[0];
      if (!cut && answer.length > 0) {
        step(new McuLink.Input.Received(answer));
      }
    }
    return this;
  }

  private List<String> faults() {
    return readings.stream()
        .filter(Reading.DeviceFault.class::isInstance)
        .map(reading -> ((Reading.DeviceFault) reading).detail())
        .toList();
  }

  @Test
  void theFirstStatusIsAFullSetOfReadings() {
    run(30);
    assertTrue(link.running());
    assertEquals(
        List.of(
            new Reading.Pilot(new Volts(-12), new Volts(-12)),
            new Reading.Contactor(false),
            new Reading.Lock(false),
            new Reading.Proximity(Optional.of(new Amps(32))),
            new Reading.ResidualCurrent(false, false),
            new Reading.EmergencyStop(false),
            new Reading.Grid(true),
            new Reading.Temperature(31.5),
            new Reading.Earth(true),
            new Reading.Supply(true)),
        readings.subList(0, 10));
    readings.clear();
    run(100);
    // The result of a self-test is told anew with every frame that was heard.
    readings.removeIf(Reading.ResidualCurrent.class::isInstance);
    assertTrue(readings.stream().allMatch(Reading.Pilot.class::isInstance), "then changes only");
    assertTrue(readings.size() >= 5, "but the pilot every 20 ms");
  }

  /** Its last word would stand for ever, however hot it becomes. */
  @Test
  void aTemperatureSensorThatIsGoneIsNoCoolOne() {
    run(100);
    readings.clear();
    mcu.celsius(OptionalDouble.empty());
    run(1_000);
    assertEquals(
        List.of(new Reading.Temperature(Double.NaN)),
        readings.stream().filter(Reading.Temperature.class::isInstance).toList());
    mcu.celsius(OptionalDouble.of(40));
    run(100);
    assertTrue(readings.contains(new Reading.Temperature(40)));
  }

  /** A fire takes both: the line is lost and comes back, the sensor does not. */
  @Test
  void aTemperatureSensorThatIsLostTogetherWithTheLineIsNoCoolOne() {
    run(100);
    cut = true;
    run(1_000);
    mcu.celsius(OptionalDouble.empty());
    cut = false;
    readings.clear();
    run(1_000);
    assertEquals(
        List.of(new Reading.Temperature(Double.NaN)),
        readings.stream().filter(Reading.Temperature.class::isInstance).toList());
  }

  /** The same where the line had to be opened anew. */
  @Test
  void aLineThatIsOpenedAnewStillExpectsTheSensorThatWasThere() {
    run(100);
    link = link.anew(now);
    mcu.celsius(OptionalDouble.empty());
    readings.clear();
    run(1_000);
    assertTrue(link.running());
    assertEquals(
        List.of(new Reading.Temperature(Double.NaN)),
        readings.stream().filter(Reading.Temperature.class::isInstance).toList());
  }

  @Test
  void aBoardThatNeverHadATemperatureSensorSaysNothingOfIt() {
    mcu.celsius(OptionalDouble.empty());
    run(1_000);
    assertTrue(readings.stream().noneMatch(Reading.Temperature.class::isInstance));
  }

  @Test
  void aWishIsSentAtOnceAndCarriedOutWithinAMillisecond() {
    run(100).step(new McuLink.Input.Wish(CLOSED));
    run(1);
    assertEquals(CLOSED, mcu.outputs());
    assertTrue(readings.contains(new Reading.Contactor(true)));
  }

  @Test
  void theOutputsAreRepeatedSoTheMicrocontrollerStaysClosed() {
    run(100).step(new McuLink.Input.Wish(CLOSED)).run(10_000);
    assertEquals(CLOSED, mcu.outputs());
    assertEquals(List.of(), faults());
  }

  @Test
  void aCutLineIsAFaultAfter200MillisecondsAndTheMicrocontrollerHasOpened() {
    run(100).step(new McuLink.Input.Wish(CLOSED)).run(100);
    cut = true;
    run(180);
    assertEquals(List.of(), faults());
    run(21);
    assertEquals(1, faults().size());
    run(50);
    assertEquals(Outputs.SAFE, mcu.outputs());
    assertFalse(link.running());
    run(5000);
    assertEquals(1, faults().size(), "it is said once");
    // It closed, and nobody has seen it open.
    assertEquals(new Reading.ContactorUnknown(), readings.getLast());
    assertEquals(1, readings.stream().filter(new Reading.ContactorUnknown()::equals).count());
  }

  @Test
  void contactorsThatWereOpenWhenTheLineWasCutAreKnown() {
    run(100);
    cut = true;
    run(1000);
    assertEquals(1, faults().size());
    assertFalse(readings.contains(new Reading.ContactorUnknown()));
  }

  @Test
  void aLineThatComesBackCarriesTheNewestWish() {
    run(100).step(new McuLink.Input.Wish(CLOSED)).run(100);
    cut = true;
    run(1000).step(new McuLink.Input.Wish(Outputs.SAFE));
    cut = false;
    readings.clear();
    run(600);
    assertTrue(link.running());
    assertEquals(Outputs.SAFE, mcu.outputs());
    assertTrue(readings.contains(new Reading.Contactor(false)), "a full set again");
  }

  @Test
  void aMicrocontrollerThatSpeaksButDoesNotListenIsAFault() {
    run(100);
    mcu.deaf(true);
    step(new McuLink.Input.Wish(CLOSED)).run(900);
    assertEquals(1, faults().size());
    assertTrue(faults().getFirst().contains("follow"), faults().toString());
    assertFalse(link.running());
  }

  @Test
  void anInterruptedEarthIsToldOnceAndItsReturnToo() {
    run(100);
    readings.clear();
    mcu.earthLost(true);
    run(100);
    mcu.earthLost(false);
    run(100);
    readings.removeIf(reading -> !(reading instanceof Reading.Earth));
    assertEquals(List.of(new Reading.Earth(false), new Reading.Earth(true)), readings);
  }

  @Test
  void anotherVersionKeepsTheStationOutOfService() {
    mcu.version(2);
    run(3000);
    assertFalse(link.running());
    assertEquals(
        List.of(
            "expected protocol version 1, got 2 (firmware emulator 1.0); the station stays out of"
                + " service"),
        faults());
  }

  @Test
  void aMicrocontrollerMayTakeFiveSecondsToBoot() {
    cut = true;
    run(4999);
    assertEquals(List.of(), faults());
    run(2);
    assertEquals(1, faults().size());
  }
}
