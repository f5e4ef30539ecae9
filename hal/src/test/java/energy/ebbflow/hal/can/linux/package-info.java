/** Tests of the package. */
@NullMarked
package energy.ebbflow.hal.can.linux;

import org.jspecify.annotations.NullMarked;
