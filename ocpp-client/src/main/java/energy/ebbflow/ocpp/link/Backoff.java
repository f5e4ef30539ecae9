package energy.ebbflow.ocpp.link;

import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.Variables;

/**
 * How long to wait before the next attempt to connect (OCPP 2.1 part 4, section 5.3): the minimum
 * plus a random part, then doubled a number of times, then constant. Pure: chance is an argument.
 *
 * @param waitMinimumNanos first wait, at least 1 s
 * @param randomRangeNanos upper end of the random part
 * @param repeatTimes how often the wait doubles
 * @param attempts attempts failed since the last connection
 */
public record Backoff(long waitMinimumNanos, long randomRangeNanos, int repeatTimes, int attempts) {

  /** Doubling more often than this would wait for days. */
  private static final int MAX_DOUBLINGS = 12;

  /** The wait and the state after it. */
  public record Step(Backoff next, long waitNanos) {}

  public static Backoff initial(long waitMinimumNanos, long randomRangeNanos, int repeatTimes) {
    return new Backoff(waitMinimumNanos, randomRangeNanos, Math.min(repeatTimes, MAX_DOUBLINGS), 0);
  }

  /** As the variables have it. */
  static Backoff of(DeviceModel device) {
    return initial(
        device.number(Variables.BACKOFF_WAIT_MINIMUM) * 1_000_000_000L,
        device.number(Variables.BACKOFF_RANDOM_RANGE) * 1_000_000_000L,
        device.number(Variables.BACKOFF_REPEAT_TIMES));
  }

  /**
   * Another attempt failed or the connection was lost.
   *
   * @param chance 0 inclusive to 1 exclusive
   */
  public Step failed(double chance) {
    long wait = waitMinimumNanos << Math.min(attempts, repeatTimes);
    long random = (long) (chance * randomRangeNanos);
    int counted = Math.min(attempts + 1, MAX_DOUBLINGS + 1);
    return new Step(
        new Backoff(waitMinimumNanos, randomRangeNanos, repeatTimes, counted), wait + random);
  }

  /** A connection that works: the next wait is the first one again. */
  public Backoff connected() {
    return initial(waitMinimumNanos, randomRangeNanos, repeatTimes);
  }
}
