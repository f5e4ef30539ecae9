package energy.ebbflow.simulator.mcu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.mcu.FrameSplitter;
import energy.ebbflow.hal.mcu.McuCodec;
import energy.ebbflow.hal.mcu.McuMessage;
import energy.ebbflow.hal.mcu.McuMessage.Card;
import energy.ebbflow.hal.mcu.McuMessage.Hello;
import energy.ebbflow.hal.mcu.McuMessage.HelloReply;
import energy.ebbflow.hal.mcu.McuMessage.Outputs;
import energy.ebbflow.hal.mcu.McuMessage.PilotMode;
import energy.ebbflow.hal.mcu.McuMessage.Status;
import energy.ebbflow.simulator.board.Sensors;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference microcontroller keeps to docs/serial-protocol.md, in virtual time. */
class SafetyMcuTest {
  private static final long MILLI = 1_000_000;
  private static final Outputs CHARGING = new Outputs(PilotMode.PWM, 5333, 3, true, 3, 0);

  private final SafetyMcu mcu = new SafetyMcu();
  private final Sensors sensors = new Sensors();
  private long now = 1000 * MILLI;
  private int sequence;

  private List<McuMessage> say(McuMessage message) {
    return answers(McuCodec.encode(new McuCodec.Frame(sequence++ & 0xFF, message)));
  }

  private List<McuMessage> answers(byte[] bytes) {
    return FrameSplitter.EMPTY.feed(mcu.step(bytes, sensors, now)).frames().stream()
        .flatMap(frame -> McuCodec.decode(frame).stream())
        .map(McuCodec.Frame::message)
        .toList();
  }

  private int phasesAfter(long nanos) {
    now += nanos;
    answers(new byte[0]);
    return mcu.drive(now).phases();
  }

  private void pilot(double high, double low) {
    sensors.offer(new Reading.Pilot(new Volts(high), new Volts(low)));
  }

  private void charging() {
    say(new Hello());
    pilot(6, -12);
    say(CHARGING);
    assertEquals(3, mcu.drive(now).phases());
    sensors.offer(new Reading.Contactor(true));
    sensors.offer(new Reading.Lock(true));
  }

  private Status status() {
    now += SafetyMcu.STATUS_EVERY_NANOS;
    return assertInstanceOf(Status.class, answers(new byte[0]).getFirst());
  }

  @Test
  void itIsSilentUntilItIsGreetedAndThenSaysWhatItMeasures() {
    assertEquals(List.of(), answers(new byte[0]));
    assertInstanceOf(HelloReply.class, say(new Hello()).getFirst());
    pilot(9, -12);
    Status status = status();
    assertEquals(9000, status.highMillivolts());
    assertTrue(status.selfTestPassed());
    assertFalse(status.overruled());
  }

  /** "Without valid outputs for 200 ms it opens": both sides of the limit. */
  @Test
  void withoutOutputsItOpensAfter200Milliseconds() {
    charging();
    assertEquals(3, phasesAfter(SafetyMcu.DEADMAN_NANOS - 1));
    assertEquals(0, phasesAfter(1));
    assertInstanceOf(PilotSignal.Negative.class, mcu.drive(now).pilot());
    // The plug is let go only when no current can flow.
    assertTrue(mcu.drive(now).locked());
    sensors.offer(new Reading.Contactor(false));
    assertTrue(mcu.drive(now + SafetyMcu.UNLOCK_NANOS - 1).locked());
    assertFalse(mcu.drive(now + SafetyMcu.UNLOCK_NANOS).locked());
  }

  /** Noise is not a heartbeat: a damaged frame does not keep the contactors closed. */
  @Test
  void damagedFramesDoNotKeepItClosed() {
    charging();
    byte[] frame = McuCodec.encode(new McuCodec.Frame(9, CHARGING));
    frame[3] ^= 0x10;
    now += SafetyMcu.DEADMAN_NANOS;
    answers(frame);
    assertEquals(0, mcu.drive(now).phases());
  }

  /** IEC 61851-1 Table A.6: open within 100 ms after C or D is left, whatever the outputs say. */
  @Test
  void itOpensByItselfWhenTheVehicleLeavesState() {
    charging();
    pilot(9, -12);
    assertEquals(3, phasesAfter(SafetyMcu.LEAVING_NANOS - 1));
    assertEquals(0, phasesAfter(1));
    assertTrue(status().overruled());
    // It keeps them open as long as the vehicle stays away, and closes again in C.
    say(CHARGING);
    assertEquals(0, phasesAfter(MILLI));
    sensors.offer(new Reading.Contactor(false));
    pilot(6, -12);
    assertEquals(3, phasesAfter(MILLI));
  }

  @Test
  void itOpensByItselfOnATripAndOnTheEmergencyStop() {
    charging();
    sensors.offer(new Reading.ResidualCurrent(true, false));
    assertEquals(0, phasesAfter(0));
    sensors.offer(new Reading.ResidualCurrent(false, true));
    sensors.offer(new Reading.Contactor(false));
    assertEquals(3, phasesAfter(0));
    sensors.offer(new Reading.EmergencyStop(true));
    assertEquals(0, phasesAfter(0));
    assertTrue(status().emergencyStop());
  }

  @Test
  void itClosesOnlyWithASquareWaveThroughTheVehiclesDiode() {
    say(new Hello());
    pilot(6, 6);
    say(new Outputs(PilotMode.STEADY, 0, 3, true, 3, 0));
    assertEquals(0, mcu.drive(now).phases());
    // Without the diode the negative half-wave is that of a resistor (IEC 61851-1 A.3).
    pilot(6, -6);
    say(CHARGING);
    assertEquals(0, mcu.drive(now).phases());
    pilot(6, -12);
    assertEquals(3, phasesAfter(0));
  }

  @Test
  void fromThreePhasesToOneTheWayLeadsOverOpenContacts() {
    charging();
    say(new Outputs(PilotMode.PWM, 5333, 1, true, 3, 0));
    assertEquals(0, mcu.drive(now).phases());
    assertEquals(0, phasesAfter(MILLI));
    sensors.offer(new Reading.Contactor(false));
    assertEquals(1, phasesAfter(MILLI));
  }

  @Test
  void aSelfTestIsMadeOnceForEachIncrementAndCardsAreTold() {
    charging();
    assertFalse(mcu.testWanted());
    say(new Outputs(PilotMode.PWM, 5333, 3, true, 3, 1));
    assertTrue(mcu.testWanted());
    say(new Outputs(PilotMode.PWM, 5333, 3, true, 3, 1));
    assertFalse(mcu.testWanted());
    sensors.offer(new Reading.Rfid("04A1B2C3"));
    now += SafetyMcu.STATUS_EVERY_NANOS;
    assertEquals(
        new Card(new byte[] {4, (byte) 0xA1, (byte) 0xB2, (byte) 0xC3}),
        answers(new byte[0]).getLast());
  }
}
