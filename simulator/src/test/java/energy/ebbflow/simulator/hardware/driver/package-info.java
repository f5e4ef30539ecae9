/** Tests of the package. */
@NullMarked
package energy.ebbflow.simulator.hardware.driver;

import org.jspecify.annotations.NullMarked;
