/** OCPP 1.6J: core profile, remote trigger and security events. */
@NullMarked
package energy.ebbflow.ocpp.v16.core;

import org.jspecify.annotations.NullMarked;
