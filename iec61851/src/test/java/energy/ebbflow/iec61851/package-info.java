/** Tests of the control pilot, in virtual time. */
@NullMarked
package energy.ebbflow.iec61851;

import org.jspecify.annotations.NullMarked;
