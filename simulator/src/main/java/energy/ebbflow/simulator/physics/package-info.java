/**
 * Virtual physics: the control-pilot circuit, the DC bus with its converter, contactors, battery,
 * meter, isolation and the on-board charger. Every part is an immutable value; a step takes the
 * part's surroundings and a length of time in seconds and returns the next value. No clock, no
 * thread, no I/O, no random.
 *
 * <p>Current and power towards the vehicle are positive.
 */
@NullMarked
package energy.ebbflow.simulator.physics;

import org.jspecify.annotations.NullMarked;
