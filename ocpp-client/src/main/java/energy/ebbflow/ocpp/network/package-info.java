/** Which back office is called: network connection profiles, their order, and failover. */
@NullMarked
package energy.ebbflow.ocpp.network;

import org.jspecify.annotations.NullMarked;
