/** DER control on the wire of OCPP 2.1 (block R). */
@NullMarked
package energy.ebbflow.ocpp.dialect.v2.der;

import org.jspecify.annotations.NullMarked;
