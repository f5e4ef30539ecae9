/** OCPP 1.6J: core, smart charging, remote trigger, security events; V2G by vendor extension. */
@NullMarked
package energy.ebbflow.ocpp.dialect.v16;

import org.jspecify.annotations.NullMarked;
