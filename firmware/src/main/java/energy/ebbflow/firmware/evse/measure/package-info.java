/** What the devices of an outlet said last. Pure: no clock, no I/O, no thread. */
@NullMarked
package energy.ebbflow.firmware.evse.measure;

import org.jspecify.annotations.NullMarked;
