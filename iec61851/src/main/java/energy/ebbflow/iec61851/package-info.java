/**
 * IEC 61851-1: duty cycle and ampere, pilot states A to F, and the pilot machine. Pure: no clock,
 * no I/O, no thread; touches no hardware.
 */
@NullMarked
package energy.ebbflow.iec61851;

import org.jspecify.annotations.NullMarked;
