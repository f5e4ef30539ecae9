/**
 * One outlet as a pure machine: {@link energy.ebbflow.firmware.evse.Evse} takes what was measured,
 * what the vehicle and the back office say, and the time; it returns its next state and effects.
 */
@NullMarked
package energy.ebbflow.firmware.evse;

import org.jspecify.annotations.NullMarked;
