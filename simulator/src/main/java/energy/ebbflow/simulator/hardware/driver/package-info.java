/**
 * Pseudo-terminals, sockets and threads of the played devices, and the command that starts them.
 */
@NullMarked
package energy.ebbflow.simulator.hardware.driver;

import org.jspecify.annotations.NullMarked;
