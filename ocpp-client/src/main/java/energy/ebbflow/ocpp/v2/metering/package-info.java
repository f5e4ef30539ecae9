/** OCPP 2.x block J: sampled and signed meter values. */
@NullMarked
package energy.ebbflow.ocpp.v2.metering;

import org.jspecify.annotations.NullMarked;
