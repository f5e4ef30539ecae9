/** The vehicle's electrical half: plug, pilot switch, contactor, battery, on-board charger. */
@NullMarked
package energy.ebbflow.simulator.ev.body;

import org.jspecify.annotations.NullMarked;
