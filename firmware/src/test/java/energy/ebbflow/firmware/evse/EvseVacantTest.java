package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
