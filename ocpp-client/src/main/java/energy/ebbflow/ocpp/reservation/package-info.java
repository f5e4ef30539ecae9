/** Outlets that are kept free for somebody (block H). */
@NullMarked
package energy.ebbflow.ocpp.reservation;

import org.jspecify.annotations.NullMarked;
