/**
 * The DC power path of one outlet, from the cable check to the open contactor: one state per file.
 * Pure: no clock, no I/O, no thread.
 */
@NullMarked
package energy.ebbflow.firmware.evse.dc;

import org.jspecify.annotations.NullMarked;
