/** The vehicle as a process: its one thread, its link, its cable and its event lines. */
@NullMarked
package energy.ebbflow.simulator.ev.loop;

import org.jspecify.annotations.NullMarked;
