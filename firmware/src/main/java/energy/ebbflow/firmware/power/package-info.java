/**
 * The energy decision: which power may flow, in which direction, and which limit said so. Pure: no
 * clock, no I/O, no thread.
 */
@NullMarked
package energy.ebbflow.firmware.power;

import org.jspecify.annotations.NullMarked;
