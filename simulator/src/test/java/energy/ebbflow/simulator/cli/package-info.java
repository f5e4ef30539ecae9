/** Tests of the small commands. */
@NullMarked
package energy.ebbflow.simulator.cli;

import org.jspecify.annotations.NullMarked;
