/**
 * {@code pilot}: plays a scripted pilot line against the firmware's own machines in virtual time
 * and prints what they do, to the millisecond.
 */
@NullMarked
package energy.ebbflow.simulator.pilot;

import org.jspecify.annotations.NullMarked;
