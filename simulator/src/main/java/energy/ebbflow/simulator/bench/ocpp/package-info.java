/** What the OCPP client takes: many links in one process, and a set-point on its way. */
@NullMarked
package energy.ebbflow.simulator.bench.ocpp;

import org.jspecify.annotations.NullMarked;
