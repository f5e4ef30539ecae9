/** OCPP 2.1 C18 to C25: payment without a contract. */
@NullMarked
package energy.ebbflow.ocpp.v2.payment;

import org.jspecify.annotations.NullMarked;
