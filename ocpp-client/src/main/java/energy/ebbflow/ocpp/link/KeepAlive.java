package energy.ebbflow.ocpp.link;

/**
 * Notices a connection that is only half there: after a silence of one interval a ping goes out,
 * and when nothing at all has come back within the answer time the connection is dead. Pure.
 *
 * @param intervalNanos silence before a ping; 0 never pings
 * @param answerNanos how long the peer has to let hear anything
 * @param heardNanos when anything came last
 * @param pingedNanos when the ping went out, if one is open
 */
public record KeepAlive(
    long intervalNanos, long answerNanos, long heardNanos, boolean pingOpen, long pingedNanos) {

  /** What is to be done now. */
  public enum Wish {
    NOTHING,
    PING,
    CLOSE
  }

  public static KeepAlive initial(long intervalNanos, long answerNanos, long nowNanos) {
    return new KeepAlive(intervalNanos, answerNanos, nowNanos, false, nowNanos);
  }

  /** Anything arrived, a pong included. */
  public KeepAlive heard(long nowNanos) {
    return new KeepAlive(intervalNanos, answerNanos, nowNanos, false, nowNanos);
  }

  public KeepAlive pinged(long nowNanos) {
    return new KeepAlive(intervalNanos, answerNanos, heardNanos, true, nowNanos);
  }

  public Wish wish(long nowNanos) {
    if (intervalNanos <= 0) {
      return Wish.NOTHING;
    }
    if (pingOpen) {
      return nowNanos - pingedNanos >= answerNanos ? Wish.CLOSE : Wish.NOTHING;
    }
    return nowNanos - heardNanos >= intervalNanos ? Wish.PING : Wish.NOTHING;
  }

  /** When to look again; {@code Long.MAX_VALUE} from now where pings are off. */
  public long dueNanos() {
    if (intervalNanos <= 0) {
      return heardNanos + Long.MAX_VALUE / 2;
    }
    return pingOpen ? pingedNanos + answerNanos : heardNanos + intervalNanos;
  }
}
