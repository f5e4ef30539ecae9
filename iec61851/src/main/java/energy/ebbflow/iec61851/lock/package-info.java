/** The lock of the plug. Pure: no clock, no I/O, no thread. */
@NullMarked
package energy.ebbflow.iec61851.lock;

import org.jspecify.annotations.NullMarked;
