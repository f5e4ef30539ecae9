/** Tests of circuit sharing, in virtual time. */
@NullMarked
package energy.ebbflow.iec61851.sharing;

import org.jspecify.annotations.NullMarked;
