/** Tests of the scripted pilot line. */
@NullMarked
package energy.ebbflow.simulator.pilot;

import org.jspecify.annotations.NullMarked;
