/** What a run amounts to: figures computed from its events. Pure; time is in the events. */
@NullMarked
package energy.ebbflow.simulator.facts;

import org.jspecify.annotations.NullMarked;
