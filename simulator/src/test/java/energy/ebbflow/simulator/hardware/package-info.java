/** Tests of the package. */
@NullMarked
package energy.ebbflow.simulator.hardware;

import org.jspecify.annotations.NullMarked;
