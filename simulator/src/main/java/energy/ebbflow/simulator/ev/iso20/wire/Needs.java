package energy.ebbflow.simulator.ev.iso20.wire;

import energy.ebbflow.iso15118.message.iso20.DisplayParameters;
import energy.ebbflow.simulator.ev.body.BodyView;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvContext;
import java.util.Optional;

/**
 * What the vehicle needs at one instant: its user's needs, or those the charger knows where the
 * charger was to know them, made of the battery's state.
 *
 * @param departureSeconds until departure
 * @param minimumSocPercent never to be below
 * @param targetSocPercent wanted at departure
 * @param targetWattHours from now to the target; negative above it
 * @param fullWattHours from now to 100 %
 * @param minimumWattHours from now to the minimum; negative above it
 */
public record Needs(
    long departureSeconds,
    int minimumSocPercent,
    int targetSocPercent,
    double targetWattHours,
    double fullWattHours,
    double minimumWattHours) {
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double WATTS_FLOWING = 50;

  /** The needs of a vehicle now. */
  public static Needs of(EvContext context, Optional<StationNeeds> told) {
    EvConfig.Needs own = context.config().needs();
    int minimum = told.flatMap(StationNeeds::minimumSoc).orElse(own.minimumSocPercent());
    int target = told.flatMap(StationNeeds::targetSoc).orElse(own.targetSocPercent());
    return new Needs(
        told.flatMap(StationNeeds::departure).orElse(own.departureSeconds()),
        Math.min(minimum, target),
        target,
        wattHours(context, target),
        wattHours(context, 100),
        wattHours(context, Math.min(minimum, target)));
  }

  private static double wattHours(EvContext context, int socPercent) {
    double capacity = context.config().body().battery().capacityWattHours();
    return capacity * (socPercent - context.body().socPercent()) / 100;
  }

  /** The target is reached. */
  public boolean reached() {
    return targetWattHours <= 0;
  }

  /**
   * What the charger may show its user.
   *
   * @param watts that flow into the vehicle now
   */
  public DisplayParameters display(EvContext context, double watts) {
    BodyView body = context.body();
    return new DisplayParameters(
        Optional.of((int) Math.round(body.socPercent())),
        Optional.of(minimumSocPercent),
        Optional.of(targetSocPercent),
        Optional.of(100),
        seconds(minimumWattHours, watts),
        seconds(targetWattHours, watts),
        seconds(fullWattHours, watts),
        Optional.of(body.chargeAmpsNow() <= 0),
        Optional.of(Wire.watts(context.config().body().battery().capacityWattHours())),
        Optional.of(false));
  }

  /** Nobody knows how long it takes while nothing flows. */
  private static Optional<Long> seconds(double wattHours, double watts) {
    if (wattHours <= 0) {
      return Optional.of(0L);
    }
    return watts > WATTS_FLOWING
        ? Optional.of(Math.round(wattHours / watts * SECONDS_PER_HOUR))
        : Optional.empty();
  }
}
