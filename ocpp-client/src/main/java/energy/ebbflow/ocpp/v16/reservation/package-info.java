/** Reservations, OCPP 1.6. */
@NullMarked
package energy.ebbflow.ocpp.v16.reservation;

import org.jspecify.annotations.NullMarked;
