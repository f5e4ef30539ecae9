/** Monitors of variables, OCPP 2.0.1 and 2.1 (N02 to N08). */
@NullMarked
package energy.ebbflow.ocpp.v2.monitoring;

import org.jspecify.annotations.NullMarked;
