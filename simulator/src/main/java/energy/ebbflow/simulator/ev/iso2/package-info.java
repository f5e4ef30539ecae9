/** The vehicle's session by ISO 15118-2, AC and DC, one state per file. Pure. */
@NullMarked
package energy.ebbflow.simulator.ev.iso2;

import org.jspecify.annotations.NullMarked;
