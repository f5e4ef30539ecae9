package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.message.V2gMessage;

/**
 * One vehicle's connection, as the owner of a session sees it. Thread-safe: every call hands over
 * to the connection's own thread and returns at once. A call after the end of the link does
 * nothing.
 */
public interface SeccLink {
  /** Number of the connection, never reused in a process. */
  long id();

  /** Encodes and sends, off the calling thread; the frame type follows from the message. */
  void send(V2gMessage response);

  /**
   * Sends what is waiting, ends TLS in order, and closes. The station is free for the next vehicle
   * at once.
   */
  void close(String reason);
}
