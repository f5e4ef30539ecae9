/** The vehicle's session by DIN 70121, direct current, one state per file. Pure. */
@NullMarked
package energy.ebbflow.simulator.ev.din;

import org.jspecify.annotations.NullMarked;
