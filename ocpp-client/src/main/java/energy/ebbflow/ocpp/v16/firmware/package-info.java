/** Firmware updates and logs, OCPP 1.6 and its security whitepaper. */
@NullMarked
package energy.ebbflow.ocpp.v16.firmware;

import org.jspecify.annotations.NullMarked;
