/** OCPP 2.x blocks E and F: transactions and their remote control. */
@NullMarked
package energy.ebbflow.ocpp.v2.transaction;

import org.jspecify.annotations.NullMarked;
