package energy.ebbflow.simulator.physics;

/**
 * A vehicle's AC charger at one instant. It follows the current that the pilot allows, late and
 * with a ramp (IEC 61851-1 wants it within 5 s), and stops at once when the voltage is gone.
 *
 * @param spec ratings
 * @param amps per phase now, A
 * @param goalAmps where it is going
 * @param waitSeconds until it starts to go there
 */
public record OnboardCharger(
    OnboardChargerSpec spec, double amps, double goalAmps, double waitSeconds) {

  /** Lowest phase voltage at which it works, V. */
  static final double VOLTS_MIN = 180;

  public static OnboardCharger idle(OnboardChargerSpec spec) {
    return new OnboardCharger(spec, 0, 0, 0);
  }

  /**
   * The charger {@code seconds} later.
   *
   * @param allowedAmps per phase; 0 for no charging
   * @param phaseVolts smallest voltage of its phases
   * @param batteryWatts most the battery takes
   */
  public OnboardCharger after(
      double seconds, double allowedAmps, double phaseVolts, double batteryWatts) {
    return after(seconds, Math.max(0, allowedAmps), phaseVolts, batteryWatts, 0);
  }

  /**
   * The charger {@code seconds} later, of a vehicle that can give energy back.
   *
   * @param wantedAmps per phase; below 0 out of the vehicle
   * @param phaseVolts smallest voltage of its phases
   * @param chargeWatts most the battery takes
   * @param dischargeWatts most the battery gives; 0 where it gives nothing
   */
  public OnboardCharger after(
      double seconds,
      double wantedAmps,
      double phaseVolts,
      double chargeWatts,
      double dischargeWatts) {
    if (phaseVolts < VOLTS_MIN) {
      return idle(spec);
    }
    double into = chargeWatts / (spec.efficiency() * spec.phases() * phaseVolts);
    double out = dischargeWatts * spec.efficiency() / (spec.phases() * phaseVolts);
    double most = Math.min(spec.ampsMax(), wantedAmps < 0 ? out : into);
    double size = Math.min(Math.abs(wantedAmps), most);
    double goal = size < spec.ampsMin() ? 0 : Math.copySign(size, wantedAmps);
    double wait = waitSeconds;
    // The battery's taper moves the goal a little every tick; that is no new command.
    if (Math.abs(goal - goalAmps) > 0.2 && wait <= 0 && Math.abs(amps - goalAmps) < 0.2) {
      wait = spec.delaySeconds();
    }
    if (wait > 0) {
      return new OnboardCharger(spec, amps, goal, Math.max(0, wait - seconds));
    }
    double step = spec.rampAmpsPerSecond() * seconds;
    double next = Math.max(amps - step, Math.min(amps + step, goal));
    return new OnboardCharger(spec, next, goal, 0);
  }

  /** Current on phase {@code index} (0 to 2), A. */
  public double phaseAmps(int index) {
    return index < spec.phases() ? amps : 0;
  }
}
