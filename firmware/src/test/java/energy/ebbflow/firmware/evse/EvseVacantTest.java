package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The loop ticks less often while an outlet is vacant: it must not be wrongly. */
class EvseVacantTest {
  private final EvseRig rig = EvseRig.dc(Optional.of(TOKEN));

  @Test
  void aPlugOrASessionEndsItAndLeavingBringsItBack() {
    rig.run(SECOND);
    assertTrue(rig.evse.vacant());
    rig.plug();
    assertFalse(rig.evse.vacant());
    rig.unplug();
    assertTrue(rig.evse.vacant());
    rig.charge();
    assertFalse(rig.evse.vacant());
  }

  /** TC_E_05, TC_F_04: who is authorised and does not plug; the back office says how long. */
  @Test
  void anAuthorisationWaitsForAVehicleAsLongAsTheBackOfficeSays() {
    EvseRig nobody = EvseRig.dc(Optional.empty());
    nobody.command(new BackOfficeCommand.Start(5, 42, 1, TOKEN)).run(59 * SECOND);
    assertEquals(EvseView.Authorisation.ACCEPTED, nobody.lastView.authorisation());
    nobody.run(2 * SECOND);
    assertEquals(EvseView.Authorisation.NONE, nobody.lastView.authorisation());
    nobody.input(new EvseInput.PlugWithin(20 * SECOND));
    nobody.command(new BackOfficeCommand.Start(6, 43, 1, TOKEN)).run(19 * SECOND);
    assertEquals(EvseView.Authorisation.ACCEPTED, nobody.lastView.authorisation());
    nobody.run(2 * SECOND);
    assertEquals(EvseView.Authorisation.NONE, nobody.lastView.authorisation());
    assertTrue(nobody.transactions(Kind.STARTED).isEmpty());
  }

  /** IEC 61851-23: contacts that stick are a danger at an open plug, too. */
  @Test
  void contactsThatStickEndIt() {
    rig.charge();
    rig.contactorsWelded = true;
    rig.linkDown(1).unplug();
    assertTrue(rig.closed());
    assertFalse(rig.evse.vacant());
  }
}
