/**
 * Boards that a Raspberry Pi drives directly: {@code driver = "raspberry-pi"}.
 *
 * <p>What measures and decides is pure ({@link energy.ebbflow.hal.pi.PilotWindow}, {@link
 * energy.ebbflow.hal.pi.LockDrive}, …); three passes, each with a thread of its own, carry it out:
 * outputs, inputs, and what is slow.
 */
@NullMarked
package energy.ebbflow.hal.pi;

import org.jspecify.annotations.NullMarked;
