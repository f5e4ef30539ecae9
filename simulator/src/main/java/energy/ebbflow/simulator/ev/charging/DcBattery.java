package energy.ebbflow.simulator.ev.charging;

import energy.ebbflow.simulator.ev.model.EvContext;
import energy.ebbflow.simulator.physics.BatterySpec;
import java.util.Optional;

/** What a vehicle asks of a DC charger, and what it does not put up with. */
public final class DcBattery {
  /** IEC 61851-23: no contactor closes over more than this, V. */
  static final double MATCH_VOLTS = 20;

  /** A charger that is believed has brought the voltage after this, whatever it says, s. */
  static final double BELIEF_SECONDS = 3;

  /** IEC 61851-23: safe below this, V. */
  public static final double SAFE_VOLTS = 60;

  /** The current is gone, A. */
  public static final double NO_AMPS = 1;

  /** The inlet may be this much above the battery's highest voltage, as a factor. */
  static final double OVERVOLTAGE = 1.05;

  /** More than asked for by this much is too much: a part, and an amount in A. */
  static final double EXCESS_PART = 0.1;

  static final double EXCESS_AMPS = 10;

  /** Too much current for this long is a fault of the charger, s. */
  static final double EXCESS_SECONDS = 3;

  private DcBattery() {}

  /** The current it wants to be charged with, A. */
  public static double chargeAmps(
      EvContext context, ChargerLimits limits, Optional<ChargingPlan> plan) {
    double volts = volts(context);
    double byPlan =
        plan.map(p -> p.wattsAt(context.nanos()) / volts).orElse(Double.POSITIVE_INFINITY);
    double battery = Math.min(context.body().chargeAmpsNow(), chargeWatts(context) / volts);
    return Math.max(0, Math.min(Math.min(battery, limits.ampsAt(volts)), byPlan));
  }

  /** The current it gives back, A, a magnitude; none at or below its minimum state of charge. */
  public static double dischargeAmps(EvContext context, ChargerLimits limits) {
    boolean enough = context.body().socPercent() > context.config().needs().minimumSocPercent();
    double battery = enough ? context.body().dischargeAmpsNow() : 0;
    return Math.max(0, Math.min(battery, limits.ampsAt(volts(context))));
  }

  /** Most power it takes now, W. */
  public static double chargeWatts(EvContext context) {
    return Math.min(
        context.config().body().battery().chargeWattsMax(),
        context.body().chargeAmpsNow() * volts(context));
  }

  /** Most power it gives now, W, a magnitude. */
  public static double dischargeWatts(EvContext context) {
    return Math.min(
        context.config().body().battery().dischargeWattsMax(),
        context.body().dischargeAmpsNow() * volts(context));
  }

  private static double volts(EvContext context) {
    return Math.max(1, Math.max(context.body().batteryVolts(), context.body().inletVolts()));
  }

  /** Energy from now to a state of charge, Wh; negative when it is above. */
  public static double wattHoursTo(EvContext context, double socPercent) {
    double capacity = context.config().body().battery().capacityWattHours();
    return capacity * (socPercent - context.body().socPercent()) / 100;
  }

  /** State of charge as the wire has it. */
  public static int soc(EvContext context) {
    return Math.clamp(Math.round(context.body().socPercent()), 0, 100);
  }

  /** The target is reached. */
  public static boolean full(EvContext context) {
    return context.body().socPercent() >= context.config().needs().targetSocPercent()
        || context.body().chargeAmpsNow() <= 0;
  }

  /** Time to a state of charge at the present power, s; empty while it does not come nearer. */
  public static Optional<Double> secondsTo(EvContext context, double socPercent) {
    double watts = context.body().inletAmps() * volts(context);
    double wattHours = wattHoursTo(context, socPercent);
    if (wattHours <= 0) {
      return Optional.of(0.0);
    }
    return watts > 0 ? Optional.of(wattHours / watts * 3600) : Optional.empty();
  }

  /** The inlet has a voltage that would hurt. */
  static Optional<String> overvoltage(EvContext context) {
    double most = context.config().body().battery().voltsMax() * OVERVOLTAGE;
    double volts = context.body().inletVolts();
    return volts > most && context.body().contactorClosed()
        ? Optional.of(
            "the inlet has " + Math.round(volts) + " V, the battery takes " + Math.round(most))
        : Optional.empty();
  }

  /** More current flows than was asked for, or it flows the other way. */
  public static boolean excess(EvContext context, double askedAmps) {
    double along = context.body().inletAmps() * (askedAmps < 0 ? -1 : 1);
    double asked = Math.abs(askedAmps);
    return along > asked * (1 + EXCESS_PART) + EXCESS_AMPS || along < -EXCESS_AMPS;
  }

  /** The same for too long, which is a fault of the charger. */
  static Optional<String> excessive(EvContext context, double askedAmps, long sinceNanos) {
    boolean lasting =
        sinceNanos <= context.nanos()
            && context.nanos() - sinceNanos >= EvContext.nanosOf(EXCESS_SECONDS);
    return lasting
        ? Optional.of(
            Math.round(askedAmps)
                + " A asked for, "
                + Math.round(context.body().inletAmps())
                + " A flow")
        : Optional.empty();
  }

  /**
   * What is wrong with the power that flows, after {@code askedAmps} were asked for; nothing for a
   * vehicle that believes its charger.
   */
  public static Optional<String> objection(EvContext context, double askedAmps, long sinceNanos) {
    return context.config().habits().believes()
        ? Optional.empty()
        : overvoltage(context).or(() -> excessive(context, askedAmps, sinceNanos));
  }

  /** Why battery and charger do not fit each other, from the charger's range of voltages, V. */
  public static Optional<String> misfit(EvContext context, double least, double most) {
    BatterySpec battery = context.config().body().battery();
    boolean fits = most >= battery.voltsMin() && least <= battery.voltsMax();
    return fits || context.config().habits().believes()
        ? Optional.empty()
        : Optional.of(
            "the charger has "
                + least
                + " to "
                + most
                + " V, the battery wants "
                + battery.voltsMin()
                + " to "
                + battery.voltsMax());
  }

  /** The inlet is near enough to the battery for the vehicle's contactor. */
  public static boolean matched(EvContext context, double seconds) {
    double gap = Math.abs(context.body().inletVolts() - context.body().openCircuitVolts());
    boolean patient = context.config().habits().believes() && seconds >= BELIEF_SECONDS;
    return gap <= MATCH_VOLTS || patient;
  }
}
