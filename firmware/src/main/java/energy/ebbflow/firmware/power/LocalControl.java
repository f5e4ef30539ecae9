package energy.ebbflow.firmware.power;

import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.ocpp.domain.Steering;
import energy.ebbflow.ocpp.domain.Steering.Balancing;
import energy.ebbflow.ocpp.domain.Steering.Frequency;
import java.util.List;
import java.util.Optional;

/**
 * Set-points that an outlet finds by itself: by the frequency of the grid (OCPP 2.1 Q08), and by
 * the power of the site's connection (Q09). Immutable and pure.
 *
 * @param hertz the frequency that the set-point was made of
 * @param balanceWatts the set-point of the load balancing
 * @param balancedAtNanos the word of the site's meter that it was made of
 * @param targetWatts the set-point; absent where nothing is found here
 * @param lost the meter that is needed does not speak
 */
public record LocalControl(
    Optional<Double> hertz,
    double balanceWatts,
    Optional<Long> balancedAtNanos,
    Optional<Double> targetWatts,
    boolean lost) {
  /** Nothing is to be found. */
  public static final LocalControl NONE =
      new LocalControl(Optional.empty(), 0, Optional.empty(), Optional.empty(), false);

  /** Our own: a site's power that is not told for so long is not known. */
  public static final long SITE_STALE_NANOS = 10_000_000_000L;

  /**
   * What is known of the grid.
   *
   * @param hertz frequency; absent where nothing tells it now
   * @param site power of the site's connection
   * @param outletWatts power measured at the outlet, signed
   */
  public record View(Optional<Double> hertz, Optional<SiteWord> site, double outletWatts) {}

  /**
   * Looks at the grid.
   *
   * @param steering what is to be found
   */
  public LocalControl step(Steering steering, View grid, long nowNanos) {
    if (steering.frequency().isPresent()) {
      return byFrequency(steering.frequency().get(), grid.hertz());
    }
    if (steering.balancing().isPresent()) {
      return bySite(steering.balancing().get(), grid, nowNanos);
    }
    return NONE;
  }

  /** Q08.FR.06, .07: baseline, curve and signal add up. */
  private LocalControl byFrequency(Frequency rule, Optional<Double> now) {
    if (now.isEmpty()) {
      // Without the frequency the service cannot be given; the plan still holds.
      return new LocalControl(
          Optional.empty(),
          0,
          Optional.empty(),
          Optional.of(rule.baselineWatts() + rule.signalWatts()),
          true);
    }
    boolean moved =
        hertz.isEmpty() || Math.abs(now.get() - hertz.get()) >= rule.thresholdHertz() - ROUNDING;
    double used = moved ? now.get() : hertz.orElseThrow();
    return new LocalControl(
        Optional.of(used),
        0,
        Optional.empty(),
        Optional.of(rule.baselineWatts() + watts(rule.curve(), used) + rule.signalWatts()),
        false);
  }

  /** A change of exactly the threshold counts, whatever the last bit of a double says. */
  private static final double ROUNDING = 1e-9;

  /** Between two points in proportion, beyond the ends as at the end. */
  public static double watts(List<Frequency.Point> curve, double hertz) {
    if (hertz <= curve.getFirst().hertz()) {
      return curve.getFirst().watts();
    }
    for (int i = 1; i < curve.size(); i++) {
      Frequency.Point left = curve.get(i - 1);
      Frequency.Point right = curve.get(i);
      if (hertz <= right.hertz()) {
        double share = (hertz - left.hertz()) / (right.hertz() - left.hertz());
        return left.watts() + share * (right.watts() - left.watts());
      }
    }
    return curve.getLast().watts();
  }

  /**
   * Q09.FR.04, once for each word of the site's meter. What the outlet really gives or takes is in
   * that word, so the difference is added to it and not to what was asked before: a vehicle that
   * follows slowly is not asked for the same twice. Outlets that balance the same connection hear
   * the same word: each corrects its part, and what one of them cannot do shows in the next word.
   */
  private LocalControl bySite(Balancing rule, View grid, long nowNanos) {
    Optional<SiteWord> site =
        grid.site().filter(word -> nowNanos - word.atNanos() < SITE_STALE_NANOS);
    if (site.isEmpty()) {
      return new LocalControl(Optional.empty(), 0, Optional.empty(), Optional.of(0.0), true);
    }
    double load = site.get().watts();
    double next = balanceWatts;
    boolean fresh = !balancedAtNanos.equals(Optional.of(site.get().atNanos()));
    if (fresh && load > rule.upperWatts()) {
      next =
          grid.outletWatts()
              + (rule.upperWatts() + rule.upperOffsetWatts() - load) / rule.sharers();
    } else if (fresh && load < rule.lowerWatts()) {
      next =
          grid.outletWatts()
              + (rule.lowerWatts() + rule.lowerOffsetWatts() - load) / rule.sharers();
    }
    return new LocalControl(
        Optional.empty(), next, Optional.of(site.get().atNanos()), Optional.of(next), false);
  }

  /** What was given, with what was found here. */
  public GivenBounds applied(GivenBounds given, Optional<Double> socPercent) {
    PowerBounds bounds = given.bounds();
    Steering steering = bounds.steering();
    boolean full =
        steering
            .fullness()
            .filter(cap -> socPercent.filter(soc -> soc >= cap.percent()).isPresent())
            .isPresent();
    if (targetWatts.isEmpty() && (full || steering.fullness().isEmpty())) {
      return given;
    }
    return new GivenBounds(
        new PowerBounds(
            bounds.evse(),
            bounds.chargeLimit(),
            bounds.dischargeLimit(),
            targetWatts.map(watts -> new Quantity(watts, Unit.WATT)).or(bounds::setpoint),
            bounds.operationMode(),
            bounds.profile(),
            bounds.validUntil(),
            new Steering(
                steering.frequency(),
                steering.balancing(),
                full ? steering.fullness() : Optional.empty(),
                steering.sleep(),
                steering.beforeStation(),
                steering.tellPercent())),
        given.expiresAtNanos());
  }
}
