/** Tests of the plug's lock, in virtual time. */
@NullMarked
package energy.ebbflow.iec61851.lock;

import org.jspecify.annotations.NullMarked;
