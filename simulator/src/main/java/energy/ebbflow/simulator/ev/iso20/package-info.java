/** The vehicle's conversation by ISO 15118-20 for AC and DC, one state per file. Pure. */
@NullMarked
package energy.ebbflow.simulator.ev.iso20;

import org.jspecify.annotations.NullMarked;
