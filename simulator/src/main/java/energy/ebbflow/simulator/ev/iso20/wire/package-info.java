/** The vehicle's state in the words of the messages of ISO 15118-20. Pure. */
@NullMarked
package energy.ebbflow.simulator.ev.iso20.wire;

import org.jspecify.annotations.NullMarked;
