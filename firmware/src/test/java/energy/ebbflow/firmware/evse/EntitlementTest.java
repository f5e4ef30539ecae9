package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.MILLI;
import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.config.EnergySection.Discharge;
import energy.ebbflow.firmware.evse.entitlement.ServiceWish;
import energy.ebbflow.iso15118.secc.Outlook;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.EnergyTransfer;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R13: who may give energy back is the back office's word, and it may change in a session. */
class EntitlementTest {
  private static final Set<EnergyTransfer> BOTH_WAYS =
      Set.of(EnergyTransfer.DC, EnergyTransfer.DC_BPT);
  private static final Set<EnergyTransfer> CHARGING = Set.of(EnergyTransfer.DC);

  private static EvseRig rig(Discharge policy) {
    return EvseRig.dc(Optional.of(TOKEN), policy);
  }

  /** A vehicle in a session of ISO 15118-20 that was offered both ways, or one. */
  private static EvseRig charging(EvseRig rig, Optional<Set<EnergyTransfer>> said, boolean both) {
    rig.plug();
    long question = rig.told(StationEvent.AuthorisationQuestion.class).getLast().request();
    rig.command(new BackOfficeCommand.AuthorisationAnswer(question, true, "Accepted", said));
    rig.run(SECOND).linkUp(1).agree(both).loop().run(SECOND);
    return rig;
  }

  private static BackOfficeCommand.AllowEnergyTransfer allow(Set<EnergyTransfer> allowed) {
    return new BackOfficeCommand.AllowEnergyTransfer(77, "test-1", allowed);
  }

  private static StationEvent.CommandResult result(EvseRig rig) {
    return rig.told(StationEvent.CommandResult.class).getLast();
  }

  private static void wantsDischarge(EvseRig rig) {
    rig.command(
            new PowerBounds(
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new PowerBounds.Quantity(-5_000, PowerBounds.Unit.WATT)),
                "CentralSetpoint",
                "test",
                Optional.empty()))
        .run(SECOND);
  }

  private static boolean asked(EvseRig rig) {
    return rig.lastView
        .outlook()
        .ask()
        .filter(ask -> ask == Outlook.Ask.SERVICE_RENEGOTIATION)
        .isPresent();
  }

  /**
   * AuthorizeResponse: what is left out means charging only, unless the station's owner says so.
   */
  @Test
  void silenceOfTheBackOfficeIsThePolicyOfTheStation() {
    for (Discharge policy : Discharge.values()) {
      EvseRig rig = charging(rig(policy), Optional.empty(), true);
      assertEquals(
          policy == Discharge.EVERYBODY, rig.lastView.outlook().bidirectional(), policy.name());
    }
  }

  @Test
  void theBackOfficePermitsAndForbids() {
    EvseRig may = charging(rig(Discharge.BACK_OFFICE), Optional.of(BOTH_WAYS), true);
    assertTrue(may.lastView.outlook().bidirectional());
    EvseRig mayNot = charging(rig(Discharge.EVERYBODY), Optional.of(CHARGING), true);
    assertFalse(mayNot.lastView.outlook().bidirectional());
    EvseRig nobody = charging(rig(Discharge.NOBODY), Optional.of(BOTH_WAYS), true);
    assertFalse(nobody.lastView.outlook().bidirectional(), "the owner's no is a no");
    EvseRig other =
        charging(rig(Discharge.BACK_OFFICE), Optional.of(Set.of(EnergyTransfer.AC_BPT)), true);
    assertFalse(other.lastView.outlook().bidirectional(), "AC_BPT is no word for a DC outlet");
  }

  /** What is taken back is over at once; the vehicle is asked to choose, and may ignore it. */
  @Test
  void withdrawnPermissionEndsTheDischargeAndAsksTheVehicle() {
    EvseRig rig = charging(rig(Discharge.EVERYBODY), Optional.of(BOTH_WAYS), true);
    wantsDischarge(rig);
    assertTrue(rig.amps() < -5, "it discharges: " + rig.amps());
    assertFalse(asked(rig));
    rig.command(allow(CHARGING)).run(50 * MILLI);
    assertTrue(result(rig).accepted(), result(rig).reason());
    assertTrue(rig.amps() >= 0, "nothing is taken any more: " + rig.amps());
    assertTrue(asked(rig));
    assertFalse(rig.lastView.outlook().bidirectional());
    rig.run(ServiceWish.PATIENCE_NANOS - 100 * MILLI);
    assertTrue(asked(rig));
    rig.run(100 * MILLI);
    assertFalse(asked(rig), "a vehicle that does not follow for a minute is left in peace");
    assertTrue(rig.amps() >= 0);
  }

  @Test
  void grantedPermissionAsksTheVehicleUntilItHasChosen() {
    EvseRig rig = charging(rig(Discharge.BACK_OFFICE), Optional.empty(), false);
    assertFalse(asked(rig));
    rig.command(allow(BOTH_WAYS)).run(50 * MILLI);
    assertTrue(result(rig).accepted(), result(rig).reason());
    assertTrue(asked(rig));
    assertTrue(rig.lastView.outlook().bidirectional());
    rig.says(new SeccEffect.StopEnergyTransfer("another service")).run(SECOND);
    rig.agree(true).loop().run(SECOND);
    assertFalse(asked(rig), "it was offered both ways now");
    wantsDischarge(rig);
    assertTrue(rig.amps() < -5, "it discharges: " + rig.amps());
    assertEquals(1, rig.transactions(StationEvent.Transaction.Kind.STARTED).size());
  }

  /** -2, DIN and basic charging have no other service: a grant without effect is refused. */
  @Test
  void aVehicleThatCannotChooseAnewIsNotGrantedWhatItCannotTake() {
    EvseRig rig = rig(Discharge.BACK_OFFICE);
    charging(rig, Optional.empty(), false);
    rig.says(new SeccEffect.ServiceSelected("DC", false, false)).run(SECOND);
    rig.command(allow(BOTH_WAYS)).run(SECOND);
    assertFalse(result(rig).accepted());
    assertTrue(result(rig).reason().contains("no other service"), result(rig).reason());
    assertFalse(rig.lastView.outlook().bidirectional());
    rig.command(allow(CHARGING)).run(SECOND);
    assertTrue(result(rig).accepted(), "what is taken back is always taken back");
  }

  @Test
  void whatMakesNoSenseHereIsRefusedWithItsReason() {
    EvseRig rig = charging(rig(Discharge.NOBODY), Optional.empty(), false);
    rig.command(allow(BOTH_WAYS)).run(SECOND);
    assertEquals("no entitlement to discharge", result(rig).reason());
    rig.command(allow(Set.of(EnergyTransfer.AC))).run(SECOND);
    assertEquals("this outlet is DC", result(rig).reason());
    rig.command(new BackOfficeCommand.AllowEnergyTransfer(78, "another", CHARGING)).run(SECOND);
    assertEquals("no such transaction", result(rig).reason());
  }

  /** The next user is another one. */
  @Test
  void permissionEndsWithItsUser() {
    EvseRig rig = charging(rig(Discharge.BACK_OFFICE), Optional.of(BOTH_WAYS), true);
    rig.unplug().run(5 * SECOND).plug().acceptLastQuestion();
    rig.linkUp(2).run(SECOND);
    assertFalse(rig.lastView.outlook().bidirectional());
  }
}
