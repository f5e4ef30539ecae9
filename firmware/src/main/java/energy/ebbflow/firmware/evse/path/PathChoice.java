package energy.ebbflow.firmware.evse.path;

/**
 * Chooses the way a vehicle is charged (R1): ISO 15118 first where the outlet speaks it, basic
 * charging when the vehicle does not answer. A DC outlet has no basic charging and tries again.
 *
 * <p>The way back from basic charging stays open while no energy flows: a vehicle whose power line
 * wakes up late is heard, and served digitally. What closes it for good are {@link #attempts}
 * sessions that broke.
 *
 * @param digital the outlet speaks ISO 15118 or DIN 70121
 * @param basic the outlet can charge by duty cycle alone: AC
 * @param attempts sessions that may break before the vehicle is charged by duty cycle, or left
 *     alone where there is none; at least 1
 * @param linkNanos how long 5 % duty waits for the vehicle's connection
 * @param fallback what stands on the line between 5 % and a nominal duty
 */
public record PathChoice(
    boolean digital, boolean basic, int attempts, long linkNanos, Fallback fallback) {
  /** What stands on the line between digital communication and basic charging. */
  public enum Fallback {
    /** A steady signal alone: what vehicles dislike least. */
    X1,
    /** State F, then a steady signal: some vehicles only restart after it. */
    F
  }

  /** ISO 15118-2 V2G_SECC_CommunicationSetup_Timeout: the vehicle itself gives up after 20 s. */
  public static final long LINK_NANOS = 18_000_000_000L;

  /** ISO 15118-3 T_step_X1: steady signal between 5 % and a nominal duty, at least 3 s. */
  public static final long QUIET_NANOS = 3_000_000_000L;

  /** ISO 15118-3 T_step_EF: state F that makes a vehicle start anew, at least 4 s. */
  public static final long STATE_F_NANOS = 4_000_000_000L;

  /** Our own: per digital protocol, so many sessions of an AC vehicle may break. */
  public static final int AC_ATTEMPTS = 2;

  /** Our own: a DC vehicle that never answers is left alone after so many. */
  public static final int DC_ATTEMPTS = 20;

  /** Our own: a vehicle that had a session and does not come back is woken so often. */
  public static final int WAKES = 3;

  public PathChoice {
    if (attempts < 1) {
      throw new IllegalArgumentException("at least 1 attempt is expected, got " + attempts);
    }
  }

  /** An outlet with the usual attempts and a steady signal before basic charging. */
  public PathChoice(boolean digital, boolean basic, long linkNanos) {
    this(digital, basic, basic ? AC_ATTEMPTS : DC_ATTEMPTS, linkNanos, Fallback.X1);
  }

  /** Why a session is over without having been ended. */
  public enum Break {
    /** It failed: this counts. */
    FAILED,
    /** Nothing speaks against the vehicle: it waited for its user, or was charged for long. */
    EXCUSED
  }

  /** A vehicle was plugged. */
  public ChargingPath begin(long nowNanos) {
    if (digital) {
      return new ChargingPath.Digital(nowNanos, 1, false);
    }
    return basic ? new ChargingPath.Basic(0) : new ChargingPath.Ended();
  }

  /** A vehicle that stayed plugged after a session is served again. */
  public ChargingPath again(long nowNanos) {
    return new ChargingPath.Quiet(
        nowNanos, 0, digital ? ChargingPath.After.DIGITAL : ChargingPath.After.BASIC);
  }

  /**
   * The vehicle looked for us, or its connection is being secured: it gets the whole time once
   * more, once. A handshake on a small machine takes seconds.
   *
   * @param flowing energy flows by duty cycle: then it is too late
   */
  public ChargingPath approached(ChargingPath path, boolean flowing, long nowNanos) {
    return switch (path) {
      case ChargingPath.Digital trying ->
          trying.approached()
              ? path
              : new ChargingPath.Digital(nowNanos, trying.attempt(), true, trying.known());
      case ChargingPath.Paused paused -> wake(nowNanos);
      case ChargingPath.Basic duty ->
          welcome(duty.attempt()) && !flowing ? back(duty.attempt(), nowNanos) : path;
      case ChargingPath.Quiet quiet ->
          quiet.then() == ChargingPath.After.BASIC && welcome(quiet.attempt())
              ? back(quiet.attempt(), nowNanos)
              : path;
      case ChargingPath.Unplugged unplugged -> path;
      case ChargingPath.HighLevel running -> path;
      case ChargingPath.Ended ended -> path;
    };
  }

  private ChargingPath back(int attempt, long nowNanos) {
    return new ChargingPath.Quiet(nowNanos, attempt, ChargingPath.After.DIGITAL);
  }

  /** A sleeping vehicle is to wake: 5 % duty is what wakes it (ISO 15118-3). */
  public ChargingPath wake(long nowNanos) {
    return new ChargingPath.Digital(nowNanos, 1, false, true);
  }

  /**
   * The vehicle has connected.
   *
   * @param flowing energy flows by duty cycle: then it is too late
   */
  public ChargingPath linkUp(ChargingPath path, boolean flowing) {
    return switch (path) {
      case ChargingPath.Digital trying -> new ChargingPath.HighLevel(trying.attempt());
      case ChargingPath.HighLevel running -> running;
      case ChargingPath.Unplugged unplugged -> unplugged;
      case ChargingPath.Paused paused -> new ChargingPath.HighLevel(1);
      case ChargingPath.Quiet quiet ->
          // A vehicle that comes back before the line told it to is welcome.
          welcome(quiet.attempt()) ? new ChargingPath.HighLevel(quiet.attempt() + 1) : quiet;
      case ChargingPath.Basic duty ->
          welcome(duty.attempt()) && !flowing
              ? new ChargingPath.HighLevel(duty.attempt() + 1)
              : duty;
      case ChargingPath.Ended ended -> ended;
    };
  }

  /** High-level communication is not off for good. */
  private boolean welcome(int attempt) {
    return digital && attempt < attempts;
  }

  /** The session broke; the vehicle may try again, or is charged by duty cycle. */
  public ChargingPath broken(ChargingPath path, Break why, long nowNanos) {
    if (!(path instanceof ChargingPath.HighLevel running)) {
      return path;
    }
    int counted = why == Break.FAILED ? running.attempt() : 0;
    return retry(counted, basic && counted >= attempts, true, false, nowNanos);
  }

  /** The vehicle came back in vain too often: it rests, on basic charging where there is one. */
  public ChargingPath givenUp(ChargingPath path, long nowNanos) {
    return path instanceof ChargingPath.HighLevel
        ? retry(DC_ATTEMPTS, basic, true, false, nowNanos)
        : path;
  }

  /** The session sleeps. */
  public ChargingPath paused(boolean byStation, long nowNanos) {
    return new ChargingPath.Paused(nowNanos, byStation);
  }

  /** Time has passed. */
  public ChargingPath tick(ChargingPath path, long nowNanos) {
    return switch (path) {
      case ChargingPath.Digital trying ->
          nowNanos - trying.sinceNanos() >= linkNanos ? unheard(trying, nowNanos) : path;
      case ChargingPath.Quiet quiet ->
          nowNanos - quiet.sinceNanos() >= quietNanos(quiet)
              ? switch (quiet.then()) {
                case DIGITAL ->
                    new ChargingPath.Digital(nowNanos, quiet.attempt() + 1, false, quiet.known());
                case BASIC -> new ChargingPath.Basic(quiet.attempt());
              }
              : path;
      case ChargingPath.Unplugged unplugged -> path;
      case ChargingPath.HighLevel running -> path;
      case ChargingPath.Paused paused -> path;
      case ChargingPath.Basic duty -> path;
      case ChargingPath.Ended ended -> path;
    };
  }

  /** Nobody connected: a vehicle that is known to speak is woken, any other charged without. */
  private ChargingPath unheard(ChargingPath.Digital trying, long nowNanos) {
    boolean toBasic = basic && !(trying.known() && trying.attempt() < WAKES);
    return retry(trying.attempt(), toBasic, trying.known(), trying.known() && !toBasic, nowNanos);
  }

  private static long quietNanos(ChargingPath.Quiet quiet) {
    return quiet.stateF() ? STATE_F_NANOS + QUIET_NANOS : QUIET_NANOS;
  }

  /** Whether state F stands on the line now. */
  public boolean showsStateF(ChargingPath path, long nowNanos) {
    return path instanceof ChargingPath.Quiet quiet
        && quiet.stateF()
        && nowNanos - quiet.sinceNanos() < STATE_F_NANOS;
  }

  private ChargingPath retry(
      int attempt, boolean toBasic, boolean known, boolean wake, long nowNanos) {
    if (toBasic) {
      return new ChargingPath.Quiet(
          nowNanos, attempt, ChargingPath.After.BASIC, known, fallback == Fallback.F);
    }
    return attempt >= (basic ? Math.max(attempts, WAKES) : attempts)
        ? new ChargingPath.Ended()
        : new ChargingPath.Quiet(nowNanos, attempt, ChargingPath.After.DIGITAL, known, wake);
  }
}
