package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the back office says of a token, or of the plug, while its transaction runs. */
class EvseTokenTest {
  private final EvseRig rig = EvseRig.ac(Optional.empty());

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
    assertEquals(
        Optional.of("DeAuthorized"), rig.transactions(Kind.ENDED).getFirst().stopReason());
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

  /** 1.6, section 5.18: an unlock finishes the transaction first. */
  @Test
  void anUnlockOf16EndsTheTransaction() {
    charging();
    assertTrue(rig.locked());
    rig.command(new BackOfficeCommand.Unlock(4, 1, true));
    assertTrue(rig.told(StationEvent.CommandResult.class).getLast().accepted());
    rig.pilotVolts = 9;
    rig.run(10 * SECOND);
    assertEquals(
        Optional.of("UnlockCommand"), rig.transactions(Kind.ENDED).getFirst().stopReason());
    assertFalse(rig.closed());
    assertFalse(rig.locked());
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
}
