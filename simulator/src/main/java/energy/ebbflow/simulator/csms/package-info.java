/**
 * The bench back office: it speaks OCPP from its own reading of the standard, knows nothing of the
 * station's records, checks every frame strictly and keeps a ledger of what was billed. {@link
 * energy.ebbflow.simulator.csms.Desk} decides; the transport package acts.
 */
@NullMarked
package energy.ebbflow.simulator.csms;

import org.jspecify.annotations.NullMarked;
