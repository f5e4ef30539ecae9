/** Sockets, timers and the clock of the bench back office. */
@NullMarked
package energy.ebbflow.simulator.csms.transport;

import org.jspecify.annotations.NullMarked;
