/**
 * TLS of the vehicle link by Bouncy Castle: engines for both standards, the choice between them by
 * the ClientHello, and what is said when a handshake fails.
 */
@NullMarked
package energy.ebbflow.iso15118.transport.tls;

import org.jspecify.annotations.NullMarked;
