/** The accounts of the transactions and their tariffs: kept, told and ended (blocks E16, I). */
@NullMarked
package energy.ebbflow.ocpp.billing;

import org.jspecify.annotations.NullMarked;
