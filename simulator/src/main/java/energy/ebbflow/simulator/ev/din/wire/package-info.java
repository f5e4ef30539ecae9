/** What the words of DIN 70121 are to a vehicle: numbers, status, codes. Pure. */
@NullMarked
package energy.ebbflow.simulator.ev.din.wire;

import org.jspecify.annotations.NullMarked;
