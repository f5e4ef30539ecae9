/**
 * Energy beside charging profiles: dynamic values, external systems, priority, the operator's
 * signals, the absence of the back office, and what vehicles need and plan (blocks K and Q).
 */
@NullMarked
package energy.ebbflow.ocpp.energy;

import org.jspecify.annotations.NullMarked;
