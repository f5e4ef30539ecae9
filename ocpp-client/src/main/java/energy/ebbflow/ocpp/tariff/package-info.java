/**
 * What charging costs: which price holds when, and what that adds up to (OCPP 2.1 block I). Decides
 * only; money is decimal, and nothing is rounded before it is told.
 */
@NullMarked
package energy.ebbflow.ocpp.tariff;

import org.jspecify.annotations.NullMarked;
