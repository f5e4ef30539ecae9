/** Tests of phase switching, in virtual time. */
@NullMarked
package energy.ebbflow.iec61851.phases;

import org.jspecify.annotations.NullMarked;
