/** The wire: a WebSocket client on Netty, the link's thread and its clock. */
@NullMarked
package energy.ebbflow.ocpp.transport;

import org.jspecify.annotations.NullMarked;
