package energy.ebbflow.ocpp.link;

import java.util.OptionalLong;

/**
 * Whether the back office has accepted the station, and when to say hello again (OCPP 2.1 B01 to
 * B04, G02). Pure; times in nanoseconds from any origin.
 *
 * @param state what the back office said last
 * @param dueNanos when the next BootNotification (before acceptance) or Heartbeat (after) is due
 * @param intervalNanos what the back office asked for
 */
public record Registration(State state, long dueNanos, long intervalNanos) {

  /** When the back office names no interval, or refuses with CALLERROR, or says nothing. */
  static final long DEFAULT_RETRY_NANOS = 30_000_000_000L;

  /** When the back office accepts and names no heartbeat interval. */
  static final long DEFAULT_HEARTBEAT_NANOS = 300_000_000_000L;

  /** An interval of the back office is held to 1 s … 1 day. */
  private static final long MIN_SECONDS = 1;

  private static final long MAX_SECONDS = 86_400;

  /** What the back office said. */
  public enum State {
    /** BootNotification is due. */
    UNKNOWN,
    /** BootNotification is on its way. */
    ASKED,
    /** Known but not ready: only what the back office triggers may be sent. */
    PENDING,
    /** Not known: nothing may be sent before the interval ends. */
    REJECTED,
    ACCEPTED
  }

  /** Answer to BootNotification. */
  public enum Verdict {
    ACCEPTED,
    PENDING,
    REJECTED
  }

  public static Registration initial(long nowNanos) {
    return new Registration(State.UNKNOWN, nowNanos, DEFAULT_RETRY_NANOS);
  }

  public boolean accepted() {
    return state == State.ACCEPTED;
  }

  /** BootNotification is wanted now. */
  public boolean bootDue(long nowNanos) {
    return switch (state) {
      case UNKNOWN, PENDING, REJECTED -> nowNanos - dueNanos >= 0;
      case ASKED, ACCEPTED -> false;
    };
  }

  /** Heartbeat is wanted now. */
  public boolean heartbeatDue(long nowNanos) {
    return state == State.ACCEPTED && nowNanos - dueNanos >= 0;
  }

  public OptionalLong deadlineNanos() {
    return state == State.ASKED ? OptionalLong.empty() : OptionalLong.of(dueNanos);
  }

  /** BootNotification went out. */
  public Registration asked() {
    return new Registration(State.ASKED, dueNanos, intervalNanos);
  }

  /** The back office triggered a BootNotification, or speaks another dialect than before. */
  public Registration again(long nowNanos) {
    return state == State.ASKED ? this : new Registration(State.UNKNOWN, nowNanos, intervalNanos);
  }

  /** The back office answered. {@code intervalSeconds} 0 leaves the choice to the station. */
  public Registration answered(Verdict verdict, int intervalSeconds, long nowNanos) {
    long fallback = verdict == Verdict.ACCEPTED ? DEFAULT_HEARTBEAT_NANOS : DEFAULT_RETRY_NANOS;
    long interval =
        intervalSeconds <= 0
            ? fallback
            : Math.clamp(intervalSeconds, MIN_SECONDS, MAX_SECONDS) * 1_000_000_000L;
    State next =
        switch (verdict) {
          case ACCEPTED -> State.ACCEPTED;
          case PENDING -> State.PENDING;
          case REJECTED -> State.REJECTED;
        };
    return new Registration(next, nowNanos + interval, interval);
  }

  /**
   * BootNotification was refused by CALLERROR, not understood or not answered: not registered, try
   * again after the default wait. A CALLERROR is no acceptance.
   */
  public Registration failed(long nowNanos) {
    return new Registration(State.UNKNOWN, nowNanos + DEFAULT_RETRY_NANOS, intervalNanos);
  }

  /** The connection went while BootNotification was open: ask again as soon as it is back. */
  public Registration connectionLost(long nowNanos) {
    return state == State.ASKED ? new Registration(State.UNKNOWN, nowNanos, intervalNanos) : this;
  }

  /** Something was sent, which is as good as a heartbeat; or a heartbeat went out. */
  public Registration heard(long nowNanos) {
    return state == State.ACCEPTED
        ? new Registration(state, nowNanos + intervalNanos, intervalNanos)
        : this;
  }

  /** The heartbeat interval was changed by the back office. */
  public Registration heartbeatEvery(long newIntervalNanos, long nowNanos) {
    return state == State.ACCEPTED
        ? new Registration(state, nowNanos + newIntervalNanos, newIntervalNanos)
        : this;
  }
}
