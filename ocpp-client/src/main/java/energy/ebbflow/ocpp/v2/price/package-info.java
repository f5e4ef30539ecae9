/** Price schedules that travel with a charging schedule to the vehicle (ISO 15118-2 and -20). */
@NullMarked
package energy.ebbflow.ocpp.v2.price;

import org.jspecify.annotations.NullMarked;
