/**
 * The second layer of safety: watches what is measured against what was commanded and may only ever
 * make things safer. Pure: no clock, no I/O, no thread.
 */
@NullMarked
package energy.ebbflow.firmware.supervisor;

import org.jspecify.annotations.NullMarked;
