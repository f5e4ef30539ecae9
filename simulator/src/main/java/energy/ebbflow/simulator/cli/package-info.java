/** Small commands of the bench that need no room of their own. */
@NullMarked
package energy.ebbflow.simulator.cli;

import org.jspecify.annotations.NullMarked;
