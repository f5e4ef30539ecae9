/** Types which several blocks of OCPP 2.x share. */
@NullMarked
package energy.ebbflow.ocpp.v2.type;

import org.jspecify.annotations.NullMarked;
