/** Tests of the package. */
@NullMarked
package energy.ebbflow.hal.attached;

import org.jspecify.annotations.NullMarked;
