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

  /** TC_E_05, TC_F_04: who is authorised and plugs too late; the back office says how late. */
  @Test
  void anAuthorisationWaitsForAVehicleAsLongAsTheBackOfficeSays() {
    assertEquals(1, startedAfter(59, Optional.empty()));
    assertEquals(0, startedAfter(61, Optional.empty()));
    assertEquals(1, startedAfter(19, Optional.of(20L)));
    assertEquals(0, startedAfter(21, Optional.of(20L)));
  }

  private static int startedAfter(long seconds, Optional<Long> within) {
    EvseRig nobody = EvseRig.ac(Optional.empty());
    nobody.run(SECOND);
    within.ifPresent(wait -> nobody.input(new EvseInput.PlugWithin(wait * SECOND)));
    nobody.command(new BackOfficeCommand.Start(5, 42, 1, TOKEN)).run(seconds * SECOND);
    nobody.plug().run(SECOND);
    return nobody.transactions(Kind.STARTED).size();
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
