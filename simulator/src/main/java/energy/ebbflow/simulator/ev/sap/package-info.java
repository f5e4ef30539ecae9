/** The agreement on a protocol (SupportedAppProtocol), before any session. Pure. */
@NullMarked
package energy.ebbflow.simulator.ev.sap;

import org.jspecify.annotations.NullMarked;
