/** What the station makes known, as lines of JSON: for the bench, for traces, for the journal. */
@NullMarked
package energy.ebbflow.firmware.events;

import org.jspecify.annotations.NullMarked;
