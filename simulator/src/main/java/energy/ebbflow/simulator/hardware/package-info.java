/**
 * Devices of a real board, played: each speaks its protocol on one side and moves the virtual board
 * on the other. Given the time, they read no clock.
 */
@NullMarked
package energy.ebbflow.simulator.hardware;

import org.jspecify.annotations.NullMarked;
