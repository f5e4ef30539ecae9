/** To be written. */
@NullMarked
package energy.ebbflow.ocpp;

import org.jspecify.annotations.NullMarked;
