package energy.ebbflow.ocpp.certificate;

import java.util.OptionalLong;

/**
 * Waiting for one signed certificate (OCPP 2.1 A02.FR.17 to 19): a request that nobody answers with
 * a certificate is repeated, each time after twice the time. Pure; times in nanoseconds.
 *
 * @param attempts requests sent so far, 0 when nothing is asked for
 * @param dueNanos when the next one is due; absent while the back office has not taken this one
 * @param requestId of the newest request (2.1)
 */
public record SigningCourse(int attempts, OptionalLong dueNanos, int requestId) {
  /** More doublings than this would wait for years. */
  private static final int MAX_DOUBLINGS = 20;

  /** Nothing is asked for. */
  public static SigningCourse idle(int lastRequestId) {
    return new SigningCourse(0, OptionalLong.empty(), lastRequestId);
  }

  public boolean waits() {
    return attempts > 0;
  }

  /** A request goes out. */
  public SigningCourse asked() {
    return new SigningCourse(attempts + 1, OptionalLong.empty(), requestId + 1);
  }

  /** The back office took the request, or nobody knows whether it did. */
  public SigningCourse taken(long nowNanos, long waitMinimumNanos) {
    if (!waits()) {
      return this;
    }
    long wait = waitMinimumNanos << Math.min(attempts - 1, MAX_DOUBLINGS);
    return new SigningCourse(attempts, OptionalLong.of(nowNanos + wait), requestId);
  }

  /** It is time to ask again, or to give up: {@link #exhausted} tells. */
  public boolean due(long nowNanos) {
    return dueNanos.isPresent() && nowNanos - dueNanos.getAsLong() >= 0;
  }

  /** The time has doubled as often as it may. */
  public boolean exhausted(int repeatTimes) {
    return attempts - 1 > repeatTimes;
  }
}
