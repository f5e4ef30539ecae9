/** Tariffs, costs, limits of transactions and what people read, over a link in virtual time. */
@NullMarked
package energy.ebbflow.ocpp.link.money;

import org.jspecify.annotations.NullMarked;
