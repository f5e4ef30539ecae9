/**
 * A whole charging station and a vehicle in one thread and in virtual time: the firmware's outlet,
 * the session machines, the real EXI codec, the virtual board and the vehicle. Pure but for the
 * counting of its own memory: no clock, no thread, no I/O; a seed replays a run exactly.
 */
@NullMarked
package energy.ebbflow.simulator.lab;

import org.jspecify.annotations.NullMarked;
