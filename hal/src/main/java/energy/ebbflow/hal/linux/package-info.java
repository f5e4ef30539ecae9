/**
 * The lowest seam to a single-board computer: lines, buses, PWM channels, files of the kernel.
 *
 * <p>Drivers see only {@link energy.ebbflow.hal.linux.Hardware}; on a real board Pi4J and files of
 * the kernel stand behind it, in tests an emulated circuit. All calls may fail with an {@link
 * java.io.IOException} whose message is the kernel's.
 */
@NullMarked
package energy.ebbflow.hal.linux;

import org.jspecify.annotations.NullMarked;
