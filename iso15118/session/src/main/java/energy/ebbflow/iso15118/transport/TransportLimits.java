package energy.ebbflow.iso15118.transport;

/** The bounds of the transport, in one place. Times are real time. */
final class TransportLimits {
  /** Connections that are not a session yet; the oldest gives way to a newer one. */
  static final int MAX_PENDING_CONNECTIONS = 8;

  /** Connections the kernel may hold for us: a crowd must not make it drop the honest vehicle. */
  static final int ACCEPT_BACKLOG = 256;

  /** A TLS handshake: P-521 on a small board takes under a second, a slow-loris takes for ever. */
  static final long TLS_HANDSHAKE_MILLIS = 10_000;

  /** How often renewed certificates and OCSP responses are looked for. */
  static final long TLS_REFRESH_SECONDS = 60;

  /** From the connection, or the end of its handshake, to its first whole message. */
  static final long FIRST_MESSAGE_MILLIS = 10_000;

  /** A message that has begun must be whole by then. */
  static final long WHOLE_MESSAGE_MILLIS = 5_000;

  /**
   * A session whose vehicle has not sent a byte for this long gives way to a new connection from
   * the same address: the car has started again without saying goodbye.
   */
  static final long SILENCE_BEFORE_REPLACEMENT_NANOS = 5_000_000_000L;

  /** Requests that may wait for their answers; more are not read, so the sender waits. */
  static final int MAX_UNANSWERED = 4;

  /** How long a link that we closed in order waits for the vehicle's own end. */
  static final long GOODBYE_MILLIS = 2_000;

  /**
   * How long a vehicle that was answered SessionStopReq may take to close the connection, before we
   * do [V2G20-1643]. The next vehicle does not wait for it.
   */
  static final long FAREWELL_MILLIS = 5_000;

  /** Bytes that may wait in a connection's send buffer before it is given up. */
  static final int MAX_UNSENT_BYTES = 256 * 1024;

  /** A fresh interface has no usable link-local address until duplicate detection is over. */
  static final long ADDRESS_WAIT_MILLIS = 5_000;

  private TransportLimits() {}
}
