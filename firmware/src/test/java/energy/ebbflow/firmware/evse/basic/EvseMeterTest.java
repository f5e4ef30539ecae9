package energy.ebbflow.firmware.evse.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.evse.basic.PilotCar.Habit;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bill begins with what the meter says, never with 0 because it has said nothing yet. */
class EvseMeterTest {
  private final BasicRig rig = new BasicRig(BasicSettings.STANDARD);

  private List<StationEvent.Transaction> starts() {
    return rig.transactions.stream().filter(t -> t.kind() == Kind.STARTED).toList();
  }

  /** The registers are not at 0 when the firmware starts again and the meter is slow to answer. */
  @Test
  void aTransactionWaitsForTheMetersFirstWord() {
    rig.plug(new PilotCar(Habit.TOLERANT, 30)).run(600);
    rig.unplug();
    rig.run(10);
    rig.transactions.clear();
    rig.metered = false;
    rig.restart();
    rig.plug(new PilotCar(Habit.TOLERANT, 30)).run(6);
    assertEquals(List.of(), starts(), "the meter has said nothing for 6 s");
    assertFalse(rig.closed());
    rig.metered = true;
    rig.run(20);
    assertEquals(1, starts().size());
    double register = starts().getFirst().samples().getFirst().importedWh();
    assertTrue(register > 100, () -> "begins at the register, got " + register);
    assertTrue(rig.closed());
    assertEquals(List.of(), rig.faults);
  }

  /** A meter that is slow to wake up costs the vehicle its time, not somebody a walk. */
  @Test
  void aMeterThatSpeaksLateLetsThePluggedVehicleCharge() {
    rig.metered = false;
    rig.restart();
    rig.run(12).plug(new PilotCar(Habit.TOLERANT, 30)).run(12);
    assertEquals(List.of("ebbflow.MeterImplausible"), codes());
    assertEquals(List.of(), starts());
    rig.metered = true;
    rig.run(20);
    assertEquals(1, starts().size());
    assertTrue(rig.closed());
    assertTrue(rig.faults.getLast().cleared());
    assertEquals(2, rig.faults.size());
  }

  /** The fault is of the vehicle that waits: it goes with it. */
  @Test
  void whoGivesUpWaitingLeavesNoFault() {
    rig.metered = false;
    rig.restart();
    rig.run(12).plug(new PilotCar(Habit.TOLERANT, 30)).run(12);
    rig.unplug();
    rig.run(10);
    assertTrue(rig.faults.getLast().cleared());
    assertEquals(2, rig.faults.size());
  }

  private List<String> codes() {
    return rig.faults.stream().map(StationEvent.Fault::code).toList();
  }

  /** Both sides of 10 s after the card: then it is a fault with a name, and no energy flows. */
  @Test
  void aMeterThatNeverSpeaksIsAFault() {
    rig.metered = false;
    rig.restart();
    rig.run(12).plug(new PilotCar(Habit.TOLERANT, 30)).run(8.5);
    assertEquals(List.of(), rig.faults);
    rig.run(1.5);
    assertEquals("ebbflow.MeterImplausible", rig.faults.getFirst().code());
    assertTrue(rig.faults.getFirst().text().contains("expected a reading of the meter"));
    assertEquals(1, rig.faults.size());
    rig.run(60);
    assertEquals(List.of(), starts());
    assertFalse(rig.closed());
    // Once the meter speaks, the next vehicle charges.
    rig.unplug();
    rig.metered = true;
    rig.run(10);
    rig.plug(new PilotCar(Habit.TOLERANT, 30)).run(30);
    assertEquals(1, starts().size());
    assertTrue(rig.closed());
  }
}
