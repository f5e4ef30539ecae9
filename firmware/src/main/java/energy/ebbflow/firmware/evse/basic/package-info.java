/**
 * Charging by the duty cycle alone: the minimum current and what a vehicle bears, the number of
 * phases, the lock of the plug. Pure: no clock, no I/O, no thread.
 */
@NullMarked
package energy.ebbflow.firmware.evse.basic;

import org.jspecify.annotations.NullMarked;
