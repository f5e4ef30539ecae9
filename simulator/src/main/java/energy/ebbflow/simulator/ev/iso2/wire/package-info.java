/** What the words of ISO 15118-2 are to a vehicle: numbers, status, schedules, services. Pure. */
@NullMarked
package energy.ebbflow.simulator.ev.iso2.wire;

import org.jspecify.annotations.NullMarked;
