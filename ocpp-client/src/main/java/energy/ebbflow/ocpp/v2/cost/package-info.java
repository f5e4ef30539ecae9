/** OCPP 2.x block I: what a transaction costs. */
@NullMarked
package energy.ebbflow.ocpp.v2.cost;

import org.jspecify.annotations.NullMarked;
