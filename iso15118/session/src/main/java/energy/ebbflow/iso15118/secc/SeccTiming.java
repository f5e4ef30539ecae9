package energy.ebbflow.iso15118.secc;

import java.time.Duration;

/**
 * The deadlines of a session. Each is a named constant with its clause; a station may be given
 * others.
 *
 * @param communicationSetup from the connection to the first request of the session, ns
 * @param sequence from a response to the next request, ns
 * @param chargeLoopSequence the same while energy flows, ns
 * @param eimWait how long we hold a session for its user, ns
 * @param cableCheck from its first request to its success, ns
 * @param preCharge from its first request to the start of power, ns
 * @param powerDelivery how long a response may be held while contactors move, ns
 */
public record SeccTiming(
    long communicationSetup,
    long sequence,
    long chargeLoopSequence,
    long eimWait,
    long cableCheck,
    long preCharge,
    long powerDelivery) {
  /** V2G_SECC_CommunicationSetup_Performance_Time, [V2G2-714], the same in -20. */
  public static final long COMMUNICATION_SETUP = nanos(18_000);

  /** V2G_SECC_Sequence_Timeout, ISO 15118-20 Table 215. */
  public static final long SEQUENCE = nanos(60_000);

  /**
   * V2G_SECC_Sequence_Timeout_DC_CL is 0.5 s in ISO 15118-20. Neither public charger stack enforces
   * it (both wait 60 s), and 0.5 s measured here includes the vehicle's pauses, the power line and
   * our own scheduling. Three times the standard's value: contactors are open within two seconds of
   * the last word of a vehicle that is gone. See decision 0022.
   */
  public static final long CHARGE_LOOP_SEQUENCE = nanos(1_500);

  /**
   * A vehicle waits without limit while we answer Ongoing_WaitingForCustomerInteraction; plug-in
   * precedes authorisation by minutes (R4). After this it may sleep, and come back.
   */
  public static final long EIM_WAIT = nanos(15 * 60_000);

  /** V2G_EVCC_CableCheck_Timeout is 40 s: we say FAILED before the vehicle has to guess. */
  public static final long CABLE_CHECK = nanos(38_000);

  /** V2G_EVCC_PreCharge_Timeout is 10 s; a vehicle that goes on after it is stopped by us. */
  public static final long PRE_CHARGE = nanos(15_000);

  /** V2G_SECC_Msg_Performance_Time of PowerDeliveryRes: the vehicle waits 2 s for it. */
  public static final long POWER_DELIVERY = nanos(1_500);

  /**
   * ISO 15118-2: contactors move within 3 s [V2G2-860], inside the 4.5 s that PowerDeliveryRes may
   * take.
   */
  public static final long ISO2_CONTACTOR = nanos(3_000);

  /**
   * Our own: in its loop a DC vehicle speaks four times a second, and while it negotiates a
   * schedule it may take a minute for each request. For so long the current goes on as it was
   * agreed; then it goes to 0, until the vehicle asks for some again. See decision 0130.
   */
  public static final long UNATTENDED_CURRENT = nanos(2_000);

  /**
   * ISO 15118-20: a vehicle waits 60 s for its schedule (V2G_EVCC_Ongoing_Timeout). A station whose
   * plan does not come in half of that tells its limits, and renegotiates later.
   */
  public static final long PLAN_WAIT = nanos(30_000);

  /** The values of the standard, and ours where it leaves or needs a choice. */
  public static final SeccTiming STANDARD =
      new SeccTiming(
          COMMUNICATION_SETUP,
          SEQUENCE,
          CHARGE_LOOP_SEQUENCE,
          EIM_WAIT,
          CABLE_CHECK,
          PRE_CHARGE,
          POWER_DELIVERY);

  /**
   * The same with another patience in the charge loop, for a bench whose clock runs faster than its
   * processes.
   *
   * @param nanos at least the standard's 0.5 s
   */
  public SeccTiming withChargeLoopSequence(long nanos) {
    if (nanos < nanos(500)) {
      throw new IllegalArgumentException(
          "a vehicle may take 0.5 s between requests of the charge loop, not " + nanos + " ns");
    }
    return new SeccTiming(
        communicationSetup, sequence, nanos, eimWait, cableCheck, preCharge, powerDelivery);
  }

  private static long nanos(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}
