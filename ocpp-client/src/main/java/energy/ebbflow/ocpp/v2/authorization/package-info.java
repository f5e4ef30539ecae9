/** OCPP 2.x block C: tokens and what the back office says of them. */
@NullMarked
package energy.ebbflow.ocpp.v2.authorization;

import org.jspecify.annotations.NullMarked;
