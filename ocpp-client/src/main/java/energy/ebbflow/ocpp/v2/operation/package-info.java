/** OCPP 2.x blocks F, G, N and P: availability, triggers, events and vendor data. */
@NullMarked
package energy.ebbflow.ocpp.v2.operation;

import org.jspecify.annotations.NullMarked;
