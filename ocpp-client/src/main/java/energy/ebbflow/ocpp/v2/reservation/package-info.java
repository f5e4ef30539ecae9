/** Reservations, OCPP 2.0.1 and 2.1 (block H). */
@NullMarked
package energy.ebbflow.ocpp.v2.reservation;

import org.jspecify.annotations.NullMarked;
