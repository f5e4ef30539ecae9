/**
 * Sharing one circuit between outlets, also where the shares fall below 6 A (R16). Pure: no clock,
 * no I/O, no thread.
 */
@NullMarked
package energy.ebbflow.iec61851.sharing;

import org.jspecify.annotations.NullMarked;
