/** OCPP 2.x block O: messages for people at the station. */
@NullMarked
package energy.ebbflow.ocpp.v2.display;

import org.jspecify.annotations.NullMarked;
