/**
 * The bench: virtual board, vehicle and back office, the scenarios that join them, and the programs
 * of {@link energy.ebbflow.simulator.Main}.
 */
@NullMarked
package energy.ebbflow.simulator;

import org.jspecify.annotations.NullMarked;
