/** What the reference microcontroller of {@code docs/serial-protocol.md} decides. Pure. */
@NullMarked
package energy.ebbflow.simulator.mcu;

import org.jspecify.annotations.NullMarked;
