/** The simulated vehicle: {@code ./ebbflow ev}. */
@NullMarked
package energy.ebbflow.simulator.ev;

import org.jspecify.annotations.NullMarked;
