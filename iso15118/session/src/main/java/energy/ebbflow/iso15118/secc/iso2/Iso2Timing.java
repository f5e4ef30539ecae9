package energy.ebbflow.iso15118.secc.iso2;

import java.time.Duration;

/** Deadlines of ISO 15118-2 that no configuration changes. */
public final class Iso2Timing {
  /**
   * V2G_SECC_CPState_Detection_Timeout: the vehicle switches to C or D within 250 ms of its first
   * PowerDeliveryReq [V2G2-847]; this is when the charger no longer waits for it.
   */
  public static final long PILOT_DETECTION = nanos(1_500);

  /**
   * V2G_EVCC_Ongoing_Timeout is 60 s: a plan that has not come by then is not waited for, and the
   * vehicle hears the limit of the moment.
   */
  public static final long PLAN_WAIT = nanos(55_000);

  /**
   * How long a vehicle is asked to renegotiate. One that ignores it for so long does not know how,
   * or has a reason; the limits of the moment bind it anyway.
   */
  public static final long RENEGOTIATION_PATIENCE = nanos(60_000);

  /** How long a vehicle may be above its profile before somebody is told. */
  public static final long PROFILE_PATIENCE = nanos(10_000);

  private Iso2Timing() {}

  private static long nanos(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}
