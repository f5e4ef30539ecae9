package energy.ebbflow.firmware.evse.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.evse.basic.PilotCar.Habit;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** IEC 61851-1, 12.8: no energy through a plug that is not held, and none released under load. */
class EvseLockTest {
  private final BasicRig rig = new BasicRig(BasicSettings.STANDARD);

  @Test
  void thePlugIsHeldWhileASessionMayCarryEnergy() {
    rig.plug(new PilotCar(Habit.TOLERANT, 30)).run(20);
    assertTrue(rig.locked() && rig.closed());
    rig.unplug();
    assertFalse(rig.locked());
  }

  /** A bolt that does not move in: three strokes, 3 s each, no energy, and the session ends. */
  @Test
  void aBoltThatDoesNotMoveInMeansNoEnergy() {
    rig.boltJammed = true;
    rig.strokes.clear();
    rig.plug(new PilotCar(Habit.TOLERANT, 30)).run(4.9);
    assertEquals(2, Collections.frequency(rig.strokes, true), "the third stroke is not due");
    rig.run(0.7);
    assertEquals(3, Collections.frequency(rig.strokes, true), "the third stroke");
    rig.run(120);
    assertEquals(3, Collections.frequency(rig.strokes, true));
    assertFalse(rig.closed());
    assertTrue(rig.openedNanos.stream().noneMatch(at -> at < 0), "the contactors never closed");
    assertEquals("ConnectorLockFailure", rig.faults.getFirst().code());
    assertTrue(rig.transactions.getLast().stopReason().isPresent());
  }

  /** A bolt that needs a second stroke is no fault: a plug that was not quite home. */
  @Test
  void aSecondStrokeHelps() {
    rig.boltJammed = true;
    rig.plug(new PilotCar(Habit.TOLERANT, 30)).run(1);
    rig.boltJammed = false;
    rig.run(20);
    assertTrue(rig.locked() && rig.closed());
    assertEquals(List.of(), rig.faults);
  }

  /** A bolt that is forced open opens the contactors in the same pass, and is a fault. */
  @Test
  void aLostBoltOpensAtOnce() {
    rig.plug(new PilotCar(Habit.TOLERANT, 30)).run(20);
    assertTrue(rig.closed());
    rig.openedNanos.clear();
    rig.forceBolt(false);
    rig.boltJammed = true;
    rig.run(0.1);
    assertFalse(rig.closed(), "in the pass that saw it");
    rig.run(120);
    assertEquals("ConnectorLockFailure", rig.faults.getFirst().code());
  }

  /** A bolt that does not come free is told, tried every 30 s, and told again when it is free. */
  @Test
  void aBoltThatDoesNotComeFreeIsTriedAgain() {
    rig.plug(new PilotCar(Habit.TOLERANT, 30)).run(20);
    rig.boltJammed = true;
    rig.strokes.clear();
    rig.unplug().run(60);
    assertTrue(rig.locked());
    assertEquals("ConnectorLockFailure", rig.faults.getFirst().code());
    assertTrue(Collections.frequency(rig.strokes, false) >= 4, rig.strokes::toString);
    rig.boltJammed = false;
    rig.run(40);
    assertFalse(rig.locked());
    assertTrue(rig.faults.getLast().cleared());
  }

  /** Out comes the bolt only after the contactors are seen open. */
  @Test
  void thePlugIsNotReleasedUnderLoad() {
    rig.plug(new PilotCar(Habit.TOLERANT, 30)).run(20);
    rig.strokes.clear();
    rig.openedNanos.clear();
    rig.touchCard();
    while (!rig.strokes.contains(false)) {
      rig.run(0.01, BasicRig.SECOND / 100);
    }
    assertTrue(rig.openedNanos.getFirst() <= rig.nanos, "the contactors opened before it");
    assertFalse(rig.closed());
  }

  /** A fault is told by state F for 6 s, then the line rests so that the unplugging is seen. */
  @Test
  void aFaultIsToldByStateF() {
    rig.plug(new PilotCar(Habit.TOLERANT, 30)).run(20);
    rig.input(new EvseInput.Measured(new Reading.EmergencyStop(true)));
    assertFalse(rig.closed(), "open in the pass that saw it");
    rig.run(0.1);
    assertEquals(new PilotSignal.Negative(), rig.signal());
    rig.run(5.8);
    assertEquals(new PilotSignal.Negative(), rig.signal());
    rig.run(0.3);
    assertEquals(new PilotSignal.Steady(), rig.signal());
    assertFalse(rig.locked());
    rig.input(new EvseInput.Measured(new Reading.EmergencyStop(false)));
    rig.unplug();
    rig.plug(new PilotCar(Habit.TOLERANT, 30)).run(20);
    assertTrue(rig.closed(), () -> "and the next vehicle is charged: " + rig.faults);
  }
}
