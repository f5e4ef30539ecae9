package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.MILLI;
import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.ConnectorStatus;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Resets of the station and of one outlet (OCPP 2.x B11, B12), as the outlet carries them out. */
class EvseResetTest {
  private final EvseRig rig = EvseRig.ac(Optional.empty());

  private void charging() {
    rig.plug().command(new BackOfficeCommand.Start(1, 7, 1, TOKEN)).run(SECOND);
    rig.linkUp(1).says(new SeccEffect.StartEnergyTransfer()).run(SECOND);
    rig.pilotVolts = 6;
    rig.run(2 * SECOND);
    assertTrue(rig.closed());
  }

  private void reset(boolean immediately, int evse) {
    rig.command(new BackOfficeCommand.Reset(9, immediately, evse)).run(SECOND);
  }

  private void stopByCard() {
    rig.command(new BackOfficeCommand.Stop(10, rig.evse.transaction().orElseThrow()));
    rig.run(100 * MILLI);
    rig.says(new SeccEffect.StopEnergyTransfer("stop"));
    rig.pilotVolts = 9;
    rig.run(SECOND);
    rig.says(new SeccEffect.SessionEnded(false, new byte[8])).run(SECOND);
  }

  private ConnectorStatus.Status status() {
    return told().getLast();
  }

  private List<ConnectorStatus.Status> told() {
    return rig.told(ConnectorStatus.class).stream().map(ConnectorStatus::status).toList();
  }

  private void start(int command) {
    rig.command(new BackOfficeCommand.Start(command, 8, 1, TOKEN)).run(SECOND);
  }

  private void assertRefused(String why) {
    StationEvent.CommandResult result = rig.told(StationEvent.CommandResult.class).getLast();
    assertFalse(result.accepted());
    assertEquals(why, result.reason());
  }

  /** TC_B_25: an outlet that is idle begins anew, the station does not. */
  @Test
  void anIdleOutletIsResetByItself() {
    rig.run(SECOND);
    reset(false, 1);
    assertTrue(rig.told(StationEvent.CommandResult.class).getLast().accepted());
    assertEquals(List.of(), rig.done(EvseEffect.Restart.class));
    assertEquals(ConnectorStatus.Status.AVAILABLE, status());
    charging();
  }

  /** TC_B_26: what runs is finished first, nothing begins meanwhile, and then it begins anew. */
  @Test
  void aResetOfAnOutletWaitsForItsTransaction() {
    charging();
    reset(false, 1);
    rig.run(30 * SECOND);
    assertEquals(List.of(), rig.transactions(Kind.ENDED));
    assertTrue(rig.closed(), "the transaction goes on");
    assertEquals(
        List.of(ConnectorStatus.Status.AVAILABLE, ConnectorStatus.Status.OCCUPIED), told());
    start(10);
    assertRefused("the outlet is about to be reset");
    stopByCard();
    assertEquals(
        List.of(
            ConnectorStatus.Status.AVAILABLE,
            ConnectorStatus.Status.OCCUPIED,
            ConnectorStatus.Status.UNAVAILABLE,
            ConnectorStatus.Status.OCCUPIED),
        told(),
        "what it is after its transaction, and what it is once it has begun anew");
    assertEquals(1, rig.transactions(Kind.STARTED).size());
    assertEquals(Optional.of("Remote"), rig.transactions(Kind.ENDED).getFirst().stopReason());
    assertEquals(List.of(), rig.done(EvseEffect.Restart.class));
    start(11);
    assertEquals(2, rig.transactions(Kind.STARTED).size(), "the outlet serves again");
  }

  /** TC_B_27. */
  @Test
  void anImmediateResetOfAnOutletEndsItsTransaction() {
    charging();
    reset(true, 1);
    rig.says(new SeccEffect.StopEnergyTransfer("stop"));
    rig.pilotVolts = 9;
    rig.run(SECOND);
    rig.says(new SeccEffect.SessionEnded(false, new byte[8])).run(SECOND);
    StationEvent.Transaction ended = rig.transactions(Kind.ENDED).getFirst();
    assertEquals("ResetCommand", ended.trigger());
    assertEquals("EVConnected", ended.chargingState());
    assertEquals(Optional.of("ImmediateReset"), ended.stopReason());
    assertEquals(List.of(), rig.done(EvseEffect.Restart.class));
    assertFalse(rig.closed());
    assertEquals(
        List.of(
            ConnectorStatus.Status.AVAILABLE,
            ConnectorStatus.Status.OCCUPIED,
            ConnectorStatus.Status.UNAVAILABLE,
            ConnectorStatus.Status.OCCUPIED),
        told());
    rig.unplug();
    assertEquals(ConnectorStatus.Status.AVAILABLE, status());
  }

  /** TC_B_27: until its transaction has ended and its contactors are open nobody may begin. */
  @Test
  void nobodyBeginsAtAnOutletThatIsAboutToBeReset() {
    charging();
    rig.command(new BackOfficeCommand.Reset(9, true, 1)).run(100 * MILLI);
    start(10);
    assertRefused("the outlet is about to be reset");
    rig.command(new BackOfficeCommand.Reset(11, false, 0)).run(100 * MILLI);
    start(12);
    assertRefused("the station is about to restart");
    assertEquals(1, rig.transactions(Kind.STARTED).size());
  }

  /**
   * Decision 0213: a vehicle without digital communication at an outlet that authorises by itself
   * is charged again after the reset, without being plugged anew.
   */
  @Test
  void aVehicleThatStaysPluggedIsServedFromTheBeginning() {
    EvseRig own = EvseRig.ac(Optional.of(TOKEN));
    own.plug().acceptLastQuestion();
    chargedByDuty(own);
    own.command(new BackOfficeCommand.Reset(9, true, 1));
    own.pilotVolts = 9;
    own.run(SECOND);
    assertEquals(1, own.transactions(Kind.ENDED).size());
    assertEquals(2, own.questions, "its user is asked about again");
    own.acceptLastQuestion();
    assertEquals(2, own.transactions(Kind.STARTED).size());
    chargedByDuty(own);
    assertEquals(2, own.questions, "once");
  }

  private static void chargedByDuty(EvseRig own) {
    own.run(2 * PathChoice.QUIET_NANOS + PathChoice.LINK_NANOS + SECOND);
    own.pilotVolts = 6;
    own.run(2 * SECOND);
    assertTrue(own.closed());
  }

  /** What the vehicle told in a session before the reset is told of nobody after it. */
  @Test
  void whatTheVehicleToldIsForgotten() {
    rig.plug().command(new BackOfficeCommand.Start(1, 7, 1, TOKEN)).run(SECOND);
    rig.linkUp(1).says(new SeccEffect.VehicleReport(RigVehicle.says(50))).run(SECOND);
    reset(true, 1);
    rig.says(new SeccEffect.SessionEnded(false, new byte[8])).run(SECOND);
    assertEquals(
        Optional.of(50.0),
        rig.transactions(Kind.ENDED).getFirst().samples().getLast().socPercent());
    start(11);
    assertEquals(
        Optional.empty(),
        rig.transactions(Kind.STARTED).getLast().samples().getLast().socPercent());
  }

  /** A user whom nobody connected a vehicle for yet is forgotten by it. */
  @Test
  void aResetForgetsWhoWasAuthorised() {
    rig.run(SECOND).command(new BackOfficeCommand.Start(1, 7, 1, TOKEN)).run(SECOND);
    reset(true, 1);
    rig.plug();
    assertEquals(List.of(), rig.transactions(Kind.STARTED));
  }

  /** TC_B_41, B12: while others charge, an idle outlet takes nobody any more and says so. */
  @Test
  void anIdleOutletWaitsForTheRestartOfTheStation() {
    rig.run(SECOND);
    reset(false, 0);
    assertEquals(ConnectorStatus.Status.UNAVAILABLE, status());
    assertEquals(List.of(new EvseEffect.Restart("reset")), rig.done(EvseEffect.Restart.class));
    rig.plug().command(new BackOfficeCommand.Start(2, 8, 1, TOKEN)).run(SECOND);
    assertFalse(rig.told(StationEvent.CommandResult.class).getLast().accepted());
    assertEquals(List.of(), rig.transactions(Kind.STARTED));
  }

  /** TC_B_21: whoever waited says so: the next boot is a scheduled one. */
  @Test
  void aRestartThatWaitedIsAScheduledOne() {
    charging();
    reset(false, 0);
    assertEquals(List.of(), rig.done(EvseEffect.Restart.class));
    stopByCard();
    assertEquals(
        List.of(new EvseEffect.Restart(EvseEffect.Restart.WHEN_IDLE)),
        rig.done(EvseEffect.Restart.class));
  }
}
