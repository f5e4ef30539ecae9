/** The station's time of day: a clock that never jumps, and what makes it right. */
@NullMarked
package energy.ebbflow.ocpp.time;

import org.jspecify.annotations.NullMarked;
