/** Switching between one and three phases. Pure: no clock, no I/O, no thread. */
@NullMarked
package energy.ebbflow.iec61851.phases;

import org.jspecify.annotations.NullMarked;
