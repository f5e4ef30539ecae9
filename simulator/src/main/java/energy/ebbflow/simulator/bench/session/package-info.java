/**
 * {@code benchmark session}: measures the firmware from outside, over real sockets, as a vehicle
 * meets it.
 */
@NullMarked
package energy.ebbflow.simulator.bench.session;

import org.jspecify.annotations.NullMarked;
