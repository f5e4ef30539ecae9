/** Firmware updates, OCPP 2.0.1 and 2.1 (block L). */
@NullMarked
package energy.ebbflow.ocpp.v2.firmware;

import org.jspecify.annotations.NullMarked;
