/** OCPP 2.x blocks A, B and G: who the station is, its heartbeat, reset and security events. */
@NullMarked
package energy.ebbflow.ocpp.v2.provisioning;

import org.jspecify.annotations.NullMarked;
