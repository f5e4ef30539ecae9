/** What a vehicle makes of schedules and prices: which one it takes, and when it charges. Pure. */
@NullMarked
package energy.ebbflow.simulator.ev.iso20.plan;

import org.jspecify.annotations.NullMarked;
