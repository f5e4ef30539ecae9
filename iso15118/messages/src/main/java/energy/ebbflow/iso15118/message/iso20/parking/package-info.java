/** ISO 15118-20: VehicleCheckIn and VehicleCheckOut. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.parking;

import org.jspecify.annotations.NullMarked;
