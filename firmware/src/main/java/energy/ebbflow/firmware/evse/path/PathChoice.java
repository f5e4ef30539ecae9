package energy.ebbflow.firmware.evse.path;

/**
 * Chooses the way a vehicle is charged (R1): ISO 15118 first where the outlet speaks it, basic
 * charging when the vehicle does not answer. A DC outlet has no basic charging and tries again.
 *
 * @param digital the outlet speaks ISO 15118
 * @param basic the outlet can charge by duty cycle alone: AC
 * @param linkNanos how long 5 % duty waits for the vehicle's connection
 */
public record PathChoice(boolean digital, boolean basic, long linkNanos) {
  /** ISO 15118-2 V2G_SECC_CommunicationSetup_Timeout: the vehicle itself gives up after 20 s. */
  public static final long LINK_NANOS = 18_000_000_000L;

  /** ISO 15118-3 T_step_X1: steady signal between 5 % and a nominal duty, at least 3 s. */
  public static final long QUIET_NANOS = 3_000_000_000L;

  /** Our own: an AC vehicle whose sessions break is charged by duty cycle after so many. */
  public static final int AC_ATTEMPTS = 2;

  /** Our own: a DC vehicle that never answers is left alone after so many. */
  public static final int DC_ATTEMPTS = 20;

  /** A vehicle was plugged, or a plugged one is to be served again. */
  public ChargingPath begin(long nowNanos) {
    if (digital) {
      return new ChargingPath.Digital(nowNanos, 1, false);
    }
    return basic ? new ChargingPath.Basic() : new ChargingPath.Ended();
  }

  /** A vehicle that stayed plugged after a session is served again. */
  public ChargingPath again(long nowNanos) {
    return new ChargingPath.Quiet(
        nowNanos, 0, digital ? ChargingPath.After.DIGITAL : ChargingPath.After.BASIC);
  }

  /**
   * The vehicle looked for us, or its connection is being secured: it gets the whole time once
   * more, once. A handshake on a small machine takes seconds.
   */
  public ChargingPath approached(ChargingPath path, long nowNanos) {
    return path instanceof ChargingPath.Digital trying && !trying.approached()
        ? new ChargingPath.Digital(nowNanos, trying.attempt(), true)
        : path;
  }

  /** The vehicle has connected. */
  public ChargingPath linkUp(ChargingPath path) {
    return switch (path) {
      case ChargingPath.Digital trying -> new ChargingPath.HighLevel(trying.attempt());
      case ChargingPath.HighLevel running -> running;
      case ChargingPath.Unplugged unplugged -> unplugged;
      case ChargingPath.Quiet quiet ->
          // A vehicle that comes back before the line told it to is welcome.
          quiet.then() == ChargingPath.After.DIGITAL
              ? new ChargingPath.HighLevel(quiet.attempt() + 1)
              : quiet;
      case ChargingPath.Basic duty -> duty;
      case ChargingPath.Ended ended -> ended;
    };
  }

  /** The session broke; the vehicle may try again, or is charged by duty cycle. */
  public ChargingPath broken(ChargingPath path, long nowNanos) {
    return path instanceof ChargingPath.HighLevel running
        ? retry(running.attempt(), basic && running.attempt() >= AC_ATTEMPTS, nowNanos)
        : path;
  }

  /** Time has passed. */
  public ChargingPath tick(ChargingPath path, long nowNanos) {
    return switch (path) {
      case ChargingPath.Digital trying ->
          nowNanos - trying.sinceNanos() >= linkNanos
              ? retry(trying.attempt(), basic, nowNanos)
              : path;
      case ChargingPath.Quiet quiet ->
          nowNanos - quiet.sinceNanos() >= QUIET_NANOS
              ? switch (quiet.then()) {
                case DIGITAL -> new ChargingPath.Digital(nowNanos, quiet.attempt() + 1, false);
                case BASIC -> new ChargingPath.Basic();
              }
              : path;
      case ChargingPath.Unplugged unplugged -> path;
      case ChargingPath.HighLevel running -> path;
      case ChargingPath.Basic duty -> path;
      case ChargingPath.Ended ended -> path;
    };
  }

  private ChargingPath retry(int attempt, boolean toBasic, long nowNanos) {
    if (toBasic) {
      return new ChargingPath.Quiet(nowNanos, attempt, ChargingPath.After.BASIC);
    }
    return attempt >= DC_ATTEMPTS
        ? new ChargingPath.Ended()
        : new ChargingPath.Quiet(nowNanos, attempt, ChargingPath.After.DIGITAL);
  }
}
