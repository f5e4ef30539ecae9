/** The thread that moves the virtual board in scaled real time, behind the ports of {@code hal}. */
@NullMarked
package energy.ebbflow.simulator.board.driver;

import org.jspecify.annotations.NullMarked;
