package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.secc.SeccInput;

/**
 * Where the inputs of a session go: the bounded queue of the thread that owns the EVSE. For each
 * link the order is {@link SeccInput.LinkUp}, then requests, then exactly one {@link
 * SeccInput.LinkDown}. A new link may come up only after the one before it went down.
 */
@FunctionalInterface
public interface SeccSink {
  /**
   * Takes an input; called on Netty's threads, must not block.
   *
   * @return false when the queue is full: the link is closed then, and the owner of the queue goes
   *     to its safe state
   */
  boolean offer(SeccLink link, SeccInput input);

  /**
   * Bytes of the session's vehicle have come and are about to be deciphered and decoded: an input
   * will follow as a rule. Whoever takes it may use the time to wake up; must not block.
   */
  default void coming() {}
}
