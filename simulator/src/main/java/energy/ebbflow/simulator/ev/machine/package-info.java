/** The vehicle as a pure machine: plug, pilot, discovery, conversation, basic charging. */
@NullMarked
package energy.ebbflow.simulator.ev.machine;

import org.jspecify.annotations.NullMarked;
