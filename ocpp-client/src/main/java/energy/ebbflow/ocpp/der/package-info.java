/**
 * DER controls of the station (OCPP 2.1, block R): what it can, what was set, what holds now. What
 * they do to power is decided in the firmware.
 */
@NullMarked
package energy.ebbflow.ocpp.der;

import org.jspecify.annotations.NullMarked;
