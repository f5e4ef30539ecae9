/** OCPP 2.x blocks K and Q: the messages that carry charging profiles and energy transfer. */
@NullMarked
package energy.ebbflow.ocpp.v2.smartcharging;

import org.jspecify.annotations.NullMarked;
