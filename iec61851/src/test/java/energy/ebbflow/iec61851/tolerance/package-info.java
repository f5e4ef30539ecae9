/** Tests of the minimum-current policy, with vehicles of known behaviour, in virtual time. */
@NullMarked
package energy.ebbflow.iec61851.tolerance;

import org.jspecify.annotations.NullMarked;
