package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the supervisor demands of a whole outlet. */
class EvseSafetyTest {
  private static final long MILLI = EvseRig.MILLI;

  /** An AC outlet with a session that agreed on power, up to the wish to close. */
  private static EvseRig agreed(EvseRig rig) {
    rig.plug().linkUp(1);
    rig.says(
        new SeccEffect.ProtocolChosen("ISO 15118-20:AC"),
        new SeccEffect.ServiceSelected("AC", false, true));
    rig.acceptLastQuestion();
    rig.pilotVolts = 6;
    rig.says(new SeccEffect.StartEnergyTransfer());
    return rig;
  }

  private static EvseRig charging() {
    EvseRig rig = agreed(EvseRig.ac(Optional.of(TOKEN))).run(SECOND);
    assertTrue(rig.closed());
    return rig;
  }

  private static EvseRig measured(EvseRig rig, Reading reading) {
    return rig.input(new EvseInput.Measured(reading));
  }

  private static boolean told(EvseRig rig, String code, boolean cleared) {
    return rig.told(StationEvent.Fault.class).stream()
        .anyMatch(fault -> fault.code().equals(code) && fault.cleared() == cleared);
  }

  /** A board that has a residual-current detection tests it for every vehicle, before closing. */
  @Test
  void theContactorsCloseOnlyAfterTheSelfTest() {
    EvseRig rig = EvseRig.ac(Optional.of(TOKEN));
    measured(rig, new Reading.ResidualCurrent(false, true)).run(SECOND);
    measured(rig, new Reading.ResidualCurrent(false, true));
    assertEquals(1, rig.done(EvseEffect.TestResidualCurrent.class).size());
    agreed(rig).run(SECOND);
    assertEquals(2, rig.done(EvseEffect.TestResidualCurrent.class).size(), "one per vehicle");
    assertFalse(rig.closed(), "the test of this vehicle is not passed yet");
    measured(rig, new Reading.ResidualCurrent(false, true)).run(SECOND);
    assertTrue(rig.closed());
  }

  /** A detection that does not answer is a fault, and so nothing closes; a later pass mends it. */
  @Test
  void aDetectionThatFailsItsTestIsAFaultUntilItPassesAndThePlugWasPulled() {
    EvseRig rig = EvseRig.ac(Optional.of(TOKEN));
    measured(rig, new Reading.ResidualCurrent(false, false)).run(6 * SECOND);
    assertTrue(told(rig, "ebbflow.ResidualCurrentSelfTest", false));
    agreed(rig).run(10 * SECOND);
    assertFalse(rig.closed());
    rig.unplug();
    for (int second = 0; second < 65; second++) {
      measured(rig, new Reading.ResidualCurrent(false, true)).run(SECOND);
    }
    assertTrue(told(rig, "ebbflow.ResidualCurrentSelfTest", true));
  }

  /** The station's own supply ends: open at once, the register kept, PowerLoss. */
  @Test
  void aFailingSupplyOpensAtOnceAndKeepsTheRegister() {
    EvseRig rig = charging();
    rig.effects.clear();
    measured(rig, new Reading.Supply(false));
    assertEquals(1, rig.done(EvseEffect.OpenContactors.class).size());
    assertEquals(1, rig.done(EvseEffect.Keep.class).size());
    int open = rig.effects.indexOf(rig.done(EvseEffect.OpenContactors.class).getFirst());
    int tell = rig.effects.indexOf(rig.done(EvseEffect.Tell.class).getFirst());
    assertTrue(open < tell, "what switches comes before what is told");
    rig.run(20 * SECOND);
    assertEquals(
        Optional.of("PowerLoss"),
        rig.transactions(StationEvent.Transaction.Kind.ENDED).getLast().stopReason());
    measured(rig, new Reading.Supply(true)).run(6 * SECOND);
    assertTrue(told(rig, "PowerLoss", true));
  }

  @Test
  void aSafetyControllerThatIsLostOpensAndRecoversWhenItIsHeard() {
    EvseRig rig = charging();
    measured(
        rig, new Reading.DeviceFault(Reading.DeviceFault.SAFETY_CONTROLLER, "silent for 200 ms"));
    assertFalse(rig.evse.contactorsCommanded());
    assertTrue(told(rig, "ebbflow.SafetyControllerLost", false));
    rig.run(6 * SECOND);
    assertTrue(told(rig, "ebbflow.SafetyControllerLost", true));
  }

  /**
   * The controller is pulled out under power: nobody hears the mirror contacts, which is no weld.
   * The outlet is back once the controller is heard and says that they are open.
   */
  @Test
  void aSafetyControllerThatIsLostUnderPowerLeavesNoContactorFault() {
    EvseRig rig = charging();
    rig.controllerLost = true;
    measured(rig, new Reading.DeviceFault(Reading.DeviceFault.SAFETY_CONTROLLER, "line broken"));
    assertFalse(rig.evse.contactorsCommanded());
    measured(rig, new Reading.ContactorUnknown()).run(60 * SECOND);
    assertTrue(told(rig, "ebbflow.SafetyControllerLost", false));
    assertFalse(told(rig, "ebbflow.SafetyControllerLost", true));
    assertFalse(told(rig, "EVSEContactorFault", false));

    measured(rig, new Reading.Pilot(new Volts(12), new Volts(12))).run(10 * SECOND);
    assertFalse(told(rig, "ebbflow.SafetyControllerLost", true), "where are the contactors?");
    rig.controllerLost = false;
    rig.pilotVolts = 12;
    measured(rig, new Reading.Contactor(false)).run(6 * SECOND);
    assertTrue(told(rig, "ebbflow.SafetyControllerLost", true));
    assertFalse(told(rig, "EVSEContactorFault", false));
    agreed(rig).run(SECOND);
    assertTrue(rig.closed(), "the next vehicle is charged");
  }

  /**
   * Nobody hears the contactors after they were told to open: the bill and a restart wait 5 s for
   * them, both sides of it. The plug stays locked, and nothing closes.
   */
  @Test
  void whatNobodyHearsKeepsNeitherTheBillNorARestart() {
    EvseRig rig = charging();
    rig.controllerLost = true;
    measured(rig, new Reading.ContactorUnknown());
    rig.input(new EvseInput.Commanded(new BackOfficeCommand.Reset(9, true, 0)));
    rig.run(4_900 * MILLI);
    assertEquals(List.of(), rig.transactions(StationEvent.Transaction.Kind.ENDED));
    assertEquals(List.of(), rig.done(EvseEffect.Restart.class));
    rig.run(30 * SECOND);
    assertEquals(1, rig.transactions(StationEvent.Transaction.Kind.ENDED).size());
    assertEquals(1, rig.done(EvseEffect.Restart.class).size());
    assertTrue(rig.locked());
    assertFalse(rig.evse.contactorsCommanded());
  }

  /**
   * A board dies after the order to close and before its answer: its last word is "open", and no
   * longer counts. The plug may be live, and stays locked until somebody has seen that it is not.
   */
  @Test
  void thePlugStaysLockedWhileNobodyKnowsWhetherItIsLive() {
    EvseRig rig = EvseRig.ac(Optional.of(TOKEN));
    rig.contactorsStuckOpen = true;
    agreed(rig).run(400 * MILLI);
    assertTrue(rig.evse.contactorsCommanded() && rig.locked());
    rig.controllerLost = true;
    measured(rig, new Reading.ContactorUnknown()).run(60 * SECOND);
    assertTrue(told(rig, "ebbflow.SafetyControllerLost", false));
    assertFalse(rig.evse.contactorsCommanded());
    assertTrue(rig.locked());
    rig.controllerLost = false;
    rig.pilotVolts = 12;
    rig.run(10 * SECOND);
    assertFalse(rig.locked());
    assertTrue(told(rig, "ebbflow.SafetyControllerLost", true));
  }

  /** A weld that shows when the controller is back is one, and stays one. */
  @Test
  void aWeldThatShowsAfterTheLossOfTheControllerIsAWeld() {
    EvseRig rig = charging();
    rig.contactorsWelded = true;
    rig.controllerLost = true;
    measured(rig, new Reading.DeviceFault(Reading.DeviceFault.SAFETY_CONTROLLER, "line broken"));
    measured(rig, new Reading.ContactorUnknown()).run(5 * SECOND);
    assertFalse(told(rig, "EVSEContactorFault", false), "nobody has seen it");
    rig.controllerLost = false;
    measured(rig, new Reading.Contactor(true)).run(SECOND);
    assertTrue(told(rig, "EVSEContactorFault", false));
    rig.unplug();
    agreed(rig).run(10 * SECOND);
    assertFalse(rig.evse.contactorsCommanded(), "someone has to look at it");
  }

  /** IEC 61851-23: a lock that opens under power; both sides of 100 ms. */
  @Test
  void aLockThatOpensUnderPowerOpensTheContactors() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN));
    rig.charge().acceptLastQuestion().run(SECOND);
    assertTrue(rig.closed());
    for (int i = 0; i < 10; i++) {
      assertTrue(rig.evse.contactorsCommanded(), "after " + i * 10 + " ms");
      rig.nanos += 10 * MILLI;
      measured(rig, new Reading.Lock(false));
    }
    rig.nanos += 10 * MILLI;
    measured(rig, new Reading.Lock(false));
    assertFalse(rig.evse.contactorsCommanded());
    assertTrue(told(rig, "ConnectorLockFailure", false));
  }

  /** R28: heat reduces the current before it stops the session, with its reason. */
  @Test
  void heatReducesTheCurrentBeforeItStops() {
    EvseRig rig = charging();
    double before = rig.evse.decision().charge().max().value();
    measured(rig, new Reading.Temperature(72.5)).run(MILLI);
    assertEquals(0.6 * before, rig.evse.decision().charge().max().value(), 1);
    assertEquals(
        "temperature of outlet, 60 % of the current", rig.evse.decision().charge().source());
    assertTrue(told(rig, "HighTemperature", false));
    assertTrue(rig.evse.contactorsCommanded());
    measured(rig, new Reading.Temperature(60)).run(6 * SECOND);
    assertEquals(before, rig.evse.decision().charge().max().value(), 1);
    assertTrue(told(rig, "HighTemperature", true));
  }

  /** Several sensors, each with its own word: the hottest relative to its limits is named. */
  @Test
  void theSensorThatReducesTheCurrentIsNamed() {
    EvseRig rig = charging();
    measured(rig, new Reading.Temperature("ambient", 30)).run(MILLI);
    measured(rig, new Reading.Temperature("pins", 75)).run(MILLI);
    assertTrue(rig.evse.decision().charge().source().startsWith("temperature of pins"));
    measured(rig, new Reading.Temperature("pins", 82)).run(MILLI);
    assertTrue(
        rig.told(StationEvent.Fault.class).stream()
            .anyMatch(fault -> fault.text().startsWith("pins 82 °C")));
  }

  @Test
  void aLostEarthOpensAtOnce() {
    EvseRig rig = charging();
    measured(rig, new Reading.Earth(false));
    assertFalse(rig.evse.contactorsCommanded());
    assertTrue(told(rig, "GroundFailure", false));
    measured(rig, new Reading.Earth(true)).run(SECOND);
    assertFalse(told(rig, "GroundFailure", true), "the plug has to be pulled");
    rig.unplug();
    assertTrue(told(rig, "GroundFailure", true));
  }

  /** People read what happened and what to do. */
  @Test
  void aFaultIsToldWithWhatToDo() {
    EvseRig rig = charging();
    measured(rig, new Reading.EmergencyStop(true));
    List<StationEvent.Fault> faults = rig.told(StationEvent.Fault.class);
    assertTrue(faults.getLast().text().contains("release the button"), faults::toString);
  }
}
