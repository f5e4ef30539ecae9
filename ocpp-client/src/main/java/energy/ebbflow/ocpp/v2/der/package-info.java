/** DER control: the messages of OCPP 2.1, functional block R. */
@NullMarked
package energy.ebbflow.ocpp.v2.der;

import org.jspecify.annotations.NullMarked;
