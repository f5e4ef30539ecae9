package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.MILLI;
import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.backoffice.CommandRouter;
import energy.ebbflow.firmware.backoffice.PriorityDesk;
import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.ConnectorStatus;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the back office says of a token, of the plug and of the outlet, and what comes of it. */
class EvseRemoteTest {
  /** The answer to the remote start, with which each of these tests begins. */
  private static final int ANSWERS_BEFORE = 1;

  private final EvseRig rig = EvseRig.ac(Optional.empty());

  /** Whether the plug was held or live at each answer. */
  private final List<Boolean> heldWhenAnswered = new ArrayList<>();

  /** By duty cycle. */
  private void charging() {
    rig.plug().command(new BackOfficeCommand.Start(1, 7, 1, TOKEN));
    rig.run(PathChoice.LINK_NANOS + PathChoice.QUIET_NANOS + 2 * SECOND);
    rig.pilotVolts = 6;
    rig.run(2 * SECOND);
    assertTrue(rig.closed());
  }

  private String running() {
    return rig.evse.transaction().orElseThrow();
  }

  /** TC_C_16, E05: the transaction of a token that is not good ends. */
  @Test
  void aTokenThatIsNotGoodEndsItsTransaction() {
    charging();
    rig.command(new BackOfficeCommand.Deauthorise(running(), "Invalid", true));
    rig.pilotVolts = 9;
    rig.run(10 * SECOND);
    assertEquals(Optional.of("DeAuthorized"), rig.transactions(Kind.ENDED).getFirst().stopReason());
    assertFalse(rig.closed());
  }

  /** TC_C_17, C12; 1.6 section 3.5: StopTxOnInvalidId = false ends the energy alone. */
  @Test
  void orItsEnergyAlone() {
    charging();
    rig.command(new BackOfficeCommand.Deauthorise(running(), "Invalid", false));
    rig.run(8 * SECOND);
    assertFalse(rig.closed(), "no energy flows");
    assertEquals(0, rig.transactions(Kind.ENDED).size());
    assertEquals(
        "SuspendedEVSE", rig.told(StationEvent.Transaction.class).getLast().chargingState());
    assertEquals("token is not accepted", rig.evse.decision().charge().source());
    // The next user is somebody else.
    rig.unplug();
    assertEquals(1, rig.transactions(Kind.ENDED).size());
    rig.pilotVolts = 9;
    charging();
  }

  /** 1.6, section 5.18: an unlock finishes the transaction first; its outcome is the answer. */
  @Test
  void anUnlockOf16EndsTheTransaction() {
    charging();
    assertTrue(rig.locked());
    rig.afterStep = this::lookForAnswers;
    rig.command(new BackOfficeCommand.Unlock(4, 1, true)).run(SECOND);
    assertTrue(rig.closed() && rig.locked(), "the vehicle has not left state C yet");
    assertEquals(List.of(), heldWhenAnswered);
    rig.pilotVolts = 9;
    rig.run(SECOND);
    assertEquals(List.of(false), heldWhenAnswered, "one answer, when the plug is free");
    assertTrue(rig.told(StationEvent.CommandResult.class).getLast().accepted());
    rig.run(10 * SECOND);
    assertEquals(
        Optional.of("UnlockCommand"), rig.transactions(Kind.ENDED).getFirst().stopReason());
    assertFalse(rig.closed());
    assertFalse(rig.locked());
  }

  private void lookForAnswers() {
    int answers = rig.told(StationEvent.CommandResult.class).size() - ANSWERS_BEFORE;
    while (heldWhenAnswered.size() < answers) {
      heldWhenAnswered.add(rig.locked() || rig.closed());
    }
  }

  /** A bolt that stays in: both sides of our own 20 s; the link has said UnlockFailed after 5 s. */
  @Test
  void aPlugThatDoesNotComeFreeIsNoSuccess() {
    charging();
    rig.distorted =
        reading -> Optional.of(reading instanceof Reading.Lock ? new Reading.Lock(true) : reading);
    rig.pilotVolts = 9;
    rig.command(new BackOfficeCommand.Unlock(4, 1, true)).run(Users.UNLOCK_NANOS - 10 * MILLI);
    assertEquals(1, rig.transactions(Kind.ENDED).size());
    assertEquals(1, rig.told(StationEvent.CommandResult.class).getLast().command());
    rig.run(10 * MILLI);
    StationEvent.CommandResult failed = rig.told(StationEvent.CommandResult.class).getLast();
    assertEquals(new StationEvent.CommandResult(4, false, "the plug does not come free"), failed);
    // 2.x F05: an idle connector whose bolt is stuck is not unlocked either.
    rig.command(new BackOfficeCommand.Unlock(5, 1, false)).run(SECOND);
    rig.command(new BackOfficeCommand.Unlock(6, 1, false)).run(SECOND);
    assertEquals(
        new StationEvent.CommandResult(5, false, "it was asked again"),
        rig.told(StationEvent.CommandResult.class).getLast());
    rig.distorted = Optional::of;
    rig.run(SECOND);
    assertEquals(
        new StationEvent.CommandResult(6, true, ""),
        rig.told(StationEvent.CommandResult.class).getLast());
  }

  /** 2.x F05.FR.02: there it is the other way round. */
  @Test
  void anUnlockOf2xDoesNot() {
    charging();
    rig.command(new BackOfficeCommand.Unlock(4, 1, false)).run(SECOND);
    assertFalse(rig.told(StationEvent.CommandResult.class).getLast().accepted());
    assertTrue(rig.closed());
    assertTrue(rig.locked());
  }

  private ConnectorStatus.Status status() {
    return rig.told(ConnectorStatus.class).getLast().status();
  }

  private void availability(boolean operative) {
    rig.command(new BackOfficeCommand.Availability(5, 1, operative)).run(SECOND);
    assertTrue(rig.told(StationEvent.CommandResult.class).getLast().accepted());
  }

  /** TC_G_03 to 08: out of service and back, as it is told. */
  @Test
  void anIdleOutletIsOutOfServiceAtOnce() {
    rig.run(SECOND);
    assertEquals(ConnectorStatus.Status.AVAILABLE, status());
    availability(false);
    assertEquals(ConnectorStatus.Status.UNAVAILABLE, status());
    rig.plug().command(new BackOfficeCommand.Start(1, 7, 1, TOKEN)).run(SECOND);
    assertFalse(rig.told(StationEvent.CommandResult.class).getLast().accepted());
    rig.unplug();
    availability(true);
    assertEquals(ConnectorStatus.Status.AVAILABLE, status());
    charging();
  }

  /** TC_G_11, 14, 17: a transaction is finished first, then the outlet is out of service. */
  @Test
  void aTransactionIsFinishedBeforeTheOutletIsOutOfService() {
    charging();
    availability(false);
    rig.run(30 * SECOND);
    assertTrue(rig.closed());
    assertEquals(ConnectorStatus.Status.OCCUPIED, status());
    rig.command(new BackOfficeCommand.Stop(6, running()));
    rig.pilotVolts = 9;
    rig.run(10 * SECOND);
    assertEquals(1, rig.transactions(Kind.ENDED).size());
    assertEquals(ConnectorStatus.Status.UNAVAILABLE, status());
    rig.unplug();
    assertEquals(ConnectorStatus.Status.UNAVAILABLE, status());
  }

  /**
   * TC_G_05, 06, 14: of the whole station: whoever charges goes on, the outlet beside it is out of
   * service at once; and back.
   */
  @Test
  void theStationGoesOutOfServiceOutletByOutlet() {
    EvseRig idle = EvseRig.ac(Optional.empty());
    CommandRouter router =
        new CommandRouter(
            Map.of(1, input -> hears(rig, input), 2, input -> hears(idle, input)),
            event -> {},
            asked -> {},
            Optional.empty(),
            new PriorityDesk(2, event -> {}));
    idle.run(SECOND);
    rig.basicAmps = 16;
    charging();
    router.offer(new BackOfficeCommand.Availability(5, 0, false));
    rig.run(30 * SECOND);
    idle.run(SECOND);
    assertTrue(rig.closed());
    assertEquals(ConnectorStatus.Status.OCCUPIED, status());
    assertEquals(
        List.of(ConnectorStatus.Status.AVAILABLE, ConnectorStatus.Status.UNAVAILABLE),
        idle.told(ConnectorStatus.class).stream().map(ConnectorStatus::status).toList());
    router.offer(new BackOfficeCommand.Start(6, 8, 2, TOKEN));
    assertFalse(idle.told(StationEvent.CommandResult.class).getLast().accepted());
    rig.command(new BackOfficeCommand.Stop(7, running()));
    rig.pilotVolts = 9;
    rig.run(10 * SECOND);
    assertEquals(ConnectorStatus.Status.UNAVAILABLE, status());
    rig.unplug();
    router.offer(new BackOfficeCommand.Availability(8, 0, true));
    rig.run(SECOND);
    idle.run(SECOND);
    assertEquals(ConnectorStatus.Status.AVAILABLE, status());
    assertEquals(
        ConnectorStatus.Status.AVAILABLE, idle.told(ConnectorStatus.class).getLast().status());
  }

  private static boolean hears(EvseRig outlet, EvseInput input) {
    outlet.input(input);
    return true;
  }

  /** TC_G_18, 19, 21, TC_B_23: what the outlet tells that hears it first after a restart. */
  @Test
  void anOutletThatIsOutOfServiceFromTheStartNeverSaysOtherwise() {
    availability(false);
    rig.run(5 * SECOND);
    assertEquals(ConnectorStatus.Status.UNAVAILABLE, status());
    assertTrue(
        rig.told(ConnectorStatus.class).stream()
            .noneMatch(told -> told.status() == ConnectorStatus.Status.AVAILABLE));
  }

  /** TC_F_06, TC_F_07: with a cable and without one, where nobody charges. */
  @Test
  void anIdleConnectorIsUnlocked() {
    rig.run(SECOND).command(new BackOfficeCommand.Unlock(4, 1, false)).run(SECOND);
    assertTrue(rig.told(StationEvent.CommandResult.class).getLast().accepted());
    rig.plug().command(new BackOfficeCommand.Unlock(5, 1, false)).run(SECOND);
    assertTrue(rig.told(StationEvent.CommandResult.class).getLast().accepted());
    assertFalse(rig.locked());
  }

  /** TC_E_38: a vehicle that is plugged and does not want energy yet. */
  @Test
  void aVehicleThatIsNotReadyIsSuspendedByItself() {
    rig.plug().command(new BackOfficeCommand.Start(1, 7, 1, TOKEN));
    rig.run(PathChoice.LINK_NANOS + PathChoice.QUIET_NANOS + 2 * SECOND);
    StationEvent.Transaction last = rig.transactions(Kind.UPDATED).getLast();
    assertEquals("ChargingStateChanged", last.trigger());
    assertEquals("SuspendedEV", last.chargingState());
    assertFalse(rig.closed());
  }

  /** TC_E_24: the cable is pulled at the vehicle: the transaction ends and the plug is free. */
  @Test
  void aCableThatIsPulledAtTheVehicleEndsTheTransactionAndIsFree() {
    charging();
    rig.pilotVolts = 9;
    rig.run(2 * SECOND);
    assertTrue(rig.locked());
    rig.unplug();
    StationEvent.Transaction ended = rig.transactions(Kind.ENDED).getFirst();
    assertEquals("EVCommunicationLost", ended.trigger());
    assertEquals("Idle", ended.chargingState());
    assertEquals(Optional.of("EVDisconnected"), ended.stopReason());
    assertFalse(rig.locked());
    assertEquals(ConnectorStatus.Status.AVAILABLE, status());
  }
}
