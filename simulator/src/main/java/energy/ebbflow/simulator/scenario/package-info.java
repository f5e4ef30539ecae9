/** Scenarios: who takes part, what they are told to do, and what must be true at the end. */
@NullMarked
package energy.ebbflow.simulator.scenario;

import org.jspecify.annotations.NullMarked;
