/**
 * TLS of the vehicle link by Bouncy Castle, without its JSSE provider (decision 0100): both sides
 * of a handshake, the choice of a chain, the check of the peer's, and the bounded handler between
 * them and the wire.
 */
@NullMarked
package energy.ebbflow.iso15118.transport.tls;

import org.jspecify.annotations.NullMarked;
