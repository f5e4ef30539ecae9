package energy.ebbflow.iec61851;

/**
 * What the station has put on the line, and the pacing of its changes.
 *
 * @param kind what it is
 * @param dutyPercent the duty of {@link Kind#PWM}, otherwise 0
 * @param since when it was applied
 * @param kindSince since when the line has a signal of this kind; another duty is no other kind
 */
record AppliedSignal(Kind kind, double dutyPercent, long since, long kindSince) {
  /**
   * A smaller reduction waits its turn like a rise: no fuse depends on it, and a regulator that
   * trembles must not disturb the vehicle. It accumulates: what counts is the distance to the
   * applied duty.
   */
  static final double PACED_REDUCTION_BELOW_AMPS = 1;

  enum Kind {
    /** Nothing has been commanded yet. */
    UNKNOWN,
    STEADY,
    PWM,
    NEGATIVE
  }

  static AppliedSignal unknown(long now) {
    return new AppliedSignal(Kind.UNKNOWN, 0, now, now);
  }

  /** What to apply now if {@code wanted} is the aim; may be this itself, while it must be held. */
  AppliedSignal toward(AppliedSignal wanted, PilotTiming timing, long now) {
    if (wanted.kind == kind && wanted.dutyPercent == dutyPercent) {
      return this;
    }
    // IEC 61851-1 Table A.6, sequence 12: a vehicle must be able to notice state F.
    if (kind == Kind.NEGATIVE && now - since < timing.minimumFaultNanos()) {
      return this;
    }
    boolean paced = kind == Kind.PWM && wanted.kind == Kind.PWM && isPaced(wanted);
    if (paced && now - since < timing.paceNanos()) {
      return this;
    }
    return new AppliedSignal(
        wanted.kind, wanted.dutyPercent, now, wanted.kind == kind ? kindSince : now);
  }

  /**
   * IEC 61851-1 Table A.6, sequence 6 gives the vehicle 5 s to follow a change, so a rise waits
   * that long after the change before it. A real reduction never waits: it may come from a fuse or
   * from the grid operator, and the vehicle must follow the newest duty anyway. 5 % is no current:
   * going there or leaving it is not a change of the limit.
   */
  private boolean isPaced(AppliedSignal wanted) {
    if (isDigital() || wanted.isDigital()) {
      return false;
    }
    return amps(dutyPercent) - amps(wanted.dutyPercent) < PACED_REDUCTION_BELOW_AMPS;
  }

  private static double amps(double dutyPercent) {
    return DutyCycle.meaningOf(dutyPercent) instanceof DutyCycle.Meaning.Basic(double amps)
        ? amps
        : 0;
  }

  private boolean isDigital() {
    return dutyPercent == DutyCycle.DIGITAL_PERCENT;
  }

  boolean isPwm() {
    return kind == Kind.PWM;
  }

  boolean isSteady() {
    return kind == Kind.STEADY;
  }

  boolean isNegative() {
    return kind == Kind.NEGATIVE;
  }

  /**
   * Whether a signal of this kind is there long enough for a measurement to belong to it. A change
   * of the duty leaves the peaks alone, so it does not blind the diode check.
   */
  boolean isSettled(PilotTiming timing, long now) {
    return now - kindSince >= timing.settleNanos();
  }
}
