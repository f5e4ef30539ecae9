package energy.ebbflow.iso15118.transport.tls;

/**
 * Pipeline event: the handshake is done.
 *
 * @param mutual the peer showed a certificate that was verified
 * @param summary protocol and cipher suite
 * @param millis how long it took, real time
 */
public record TlsReady(boolean mutual, String summary, long millis) {}
