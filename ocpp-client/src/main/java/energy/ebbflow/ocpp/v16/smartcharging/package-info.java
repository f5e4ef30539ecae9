/** OCPP 1.6J: smart charging profile. */
@NullMarked
package energy.ebbflow.ocpp.v16.smartcharging;

import org.jspecify.annotations.NullMarked;
