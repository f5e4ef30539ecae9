/**
 * Sockets: the charger's discovery server and TCP/TLS server, and the vehicle's counterpart. Frames
 * are cut, checked, decoded and encoded on Netty's threads; what they carry is offered to a bounded
 * queue of the thread that owns the EVSE. Nothing here decides.
 */
@NullMarked
package energy.ebbflow.iso15118.transport;

import org.jspecify.annotations.NullMarked;
