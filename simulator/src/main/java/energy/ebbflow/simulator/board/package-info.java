/**
 * The board of the bench: {@link energy.ebbflow.simulator.board.VirtualBoard} is the deterministic
 * core without a thread, {@link energy.ebbflow.simulator.board.SimulatedBoard} runs it behind the
 * ports of {@code hal} in scaled real time.
 */
@NullMarked
package energy.ebbflow.simulator.board;

import org.jspecify.annotations.NullMarked;
