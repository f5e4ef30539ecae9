/** OCPP 1.6J: meter values. */
@NullMarked
package energy.ebbflow.ocpp.v16.metering;

import org.jspecify.annotations.NullMarked;
