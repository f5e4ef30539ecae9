/** Periodic event streams: values of monitors, many in one message (OCPP 2.1, N11 to N15). */
@NullMarked
package energy.ebbflow.ocpp.stream;

import org.jspecify.annotations.NullMarked;
