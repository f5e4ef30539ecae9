/** Periodic event streams: the messages of OCPP 2.1, N11 to N15. */
@NullMarked
package energy.ebbflow.ocpp.v2.stream;

import org.jspecify.annotations.NullMarked;
