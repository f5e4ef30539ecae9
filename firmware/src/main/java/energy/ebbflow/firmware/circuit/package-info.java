/**
 * One circuit that feeds several outlets (R16): who gets how much of it, and when. Each outlet
 * keeps its own thread; what it may use is a lease with an end.
 */
@NullMarked
package energy.ebbflow.firmware.circuit;

import org.jspecify.annotations.NullMarked;
