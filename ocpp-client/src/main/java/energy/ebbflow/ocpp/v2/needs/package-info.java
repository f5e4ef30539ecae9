/** What a vehicle tells of its needs and abilities, NotifyEVChargingNeeds. */
@NullMarked
package energy.ebbflow.ocpp.v2.needs;

import org.jspecify.annotations.NullMarked;
