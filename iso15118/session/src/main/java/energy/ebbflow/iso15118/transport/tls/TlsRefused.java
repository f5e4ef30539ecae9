package energy.ebbflow.iso15118.transport.tls;

/**
 * Pipeline event: the handshake failed, and the peer has been told.
 *
 * @param cause for {@link TlsFailure#describe}
 */
public record TlsRefused(Throwable cause) {}
