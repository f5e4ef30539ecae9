/** Who may give energy back (R13), and how a vehicle hears that this has changed. Pure. */
@NullMarked
package energy.ebbflow.firmware.evse.entitlement;

import org.jspecify.annotations.NullMarked;
