/**
 * The reference microcontroller of {@code docs/serial-protocol.md} on a pseudo-terminal: pilot
 * generator, contactors, lock and sensors are those of the virtual board, the vehicle hangs on the
 * cable.
 */
@NullMarked
package energy.ebbflow.simulator.mcu;

import org.jspecify.annotations.NullMarked;
