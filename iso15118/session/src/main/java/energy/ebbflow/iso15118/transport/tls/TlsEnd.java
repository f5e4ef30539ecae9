package energy.ebbflow.iso15118.transport.tls;

import org.bouncycastle.tls.TlsPeer;

/** One side of a handshake, as its connection sees it. On the connection's thread. */
interface TlsEnd extends TlsPeer {
  /** Whether the handshake is done. */
  boolean complete();

  /** Whether the peer showed a certificate that was verified. */
  boolean peerVerified();

  /** Protocol and cipher suite. */
  String summary();
}
