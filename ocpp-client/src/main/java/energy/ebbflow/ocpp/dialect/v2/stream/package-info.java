/** Periodic event streams on the wire of OCPP 2.1 (N11 to N15). */
@NullMarked
package energy.ebbflow.ocpp.dialect.v2.stream;

import org.jspecify.annotations.NullMarked;
