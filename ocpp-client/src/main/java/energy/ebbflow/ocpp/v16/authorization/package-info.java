/** OCPP 1.6J: local list profile. */
@NullMarked
package energy.ebbflow.ocpp.v16.authorization;

import org.jspecify.annotations.NullMarked;
