/** Monitors of variables: when a value is worth an event (N02 to N08). */
@NullMarked
package energy.ebbflow.ocpp.monitoring;

import org.jspecify.annotations.NullMarked;
