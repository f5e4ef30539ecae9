/**
 * The protocol between the controller and a safety microcontroller on a serial line; see {@code
 * docs/serial-protocol.md}. Pure: no clock, no I/O, no thread.
 *
 * <p>Both sides repeat their whole state: the controller its outputs, the microcontroller what it
 * measures. A lost frame is repaired by the next one; nothing is acknowledged or sent again.
 */
@NullMarked
package energy.ebbflow.hal.mcu;

import org.jspecify.annotations.NullMarked;
