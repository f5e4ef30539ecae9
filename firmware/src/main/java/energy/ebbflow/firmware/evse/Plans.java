package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.power.LocalControl;
import energy.ebbflow.firmware.power.PowerDecision;
import energy.ebbflow.iso15118.secc.PowerPlan;
import energy.ebbflow.iso15118.secc.PowerPlan.Interval;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.NeedsAnswer;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerCourse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plan of an outlet: what it expects to give and take over time, for vehicles in scheduled
 * control. A plan of another content has another version, and a vehicle is asked to choose anew.
 */
final class Plans {
  /** Our own: how far a plan reaches where nobody says how long his word holds. */
  static final long DAY_SECONDS = 86_400;

  /** Our own: a plan is renewed long before a vehicle comes to its end (R5). */
  static final long RENEW_NANOS = DAY_SECONDS / 2 * 1_000_000_000L;

  /** Our own: a price beyond it, per kWh, is a mistake; without it no price is told. */
  static final double PRICE_MAX = 1_000_000;

  /** ISO 4217. */
  private static final int CURRENCY_LETTERS = 3;

  private final Pass pass;

  Plans(Pass pass) {
    this.pass = pass;
  }

  /** Our own: how long a back office may think about the needs of a vehicle. */
  static final long ANSWER_NANOS = 5_000_000_000L;

  /**
   * Our own: how long the schedule may take that it promised; a vehicle waits for 60 s at most. One
   * that comes later makes the vehicle choose anew (K16).
   */
  static final long SCHEDULE_NANOS = 25_000_000_000L;

  /** The back office was told what the vehicle needs: in scheduled control its plan may follow. */
  void needsTold(boolean scheduled) {
    pass.state.planUntilNanos =
        scheduled && pass.state.online
            ? Optional.of(pass.now.nanos() + ANSWER_NANOS)
            : Optional.empty();
  }

  /** What it makes of them (K15.FR.03 to .05, K18.FR.03 to .05). */
  void needsAnswered(NeedsAnswer.Verdict verdict) {
    if (pass.state.planUntilNanos.isEmpty()) {
      return;
    }
    pass.state.planUntilNanos =
        verdict == NeedsAnswer.Verdict.ACCEPTED
            ? Optional.of(pass.now.nanos() + SCHEDULE_NANOS)
            : Optional.empty();
  }

  /** The vehicle is to wait for its plan. */
  boolean awaited() {
    return pass.state.planUntilNanos.filter(until -> pass.now.nanos() - until < 0).isPresent();
  }

  /** The back office says what it wants over time. */
  void take(PowerCourse course) {
    pass.state.planUntilNanos = Optional.empty();
    pass.state.course = Optional.of(course);
    renew(false);
  }

  /** Another session, or another entitlement: what the outlet can may be something else. */
  void circumstancesChanged() {
    if (pass.state.session.isPresent()) {
      renew(false);
    }
  }

  /** A session may last longer than any plan. */
  void tick() {
    boolean old =
        pass.state.planNanos.filter(since -> pass.now.nanos() - since >= RENEW_NANOS).isPresent();
    if (old && pass.state.session.isPresent()) {
      renew(true);
    }
  }

  /** What is told to the vehicle. */
  Optional<PowerPlan> plan() {
    return pass.state.plan;
  }

  private void renew(boolean always) {
    EvseState state = pass.state;
    PowerPlan next = made(state.planVersion + 1);
    Optional<PowerPlan> left = state.plan.flatMap(old -> old.from(next.startUtcSeconds()));
    boolean expired =
        state.planNanos.filter(since -> pass.now.nanos() - since >= RENEW_NANOS).isPresent();
    if (!always && !expired && left.filter(old -> beginsLike(next, old)).isPresent()) {
      return;
    }
    state.planVersion++;
    state.planNanos = Optional.of(pass.now.nanos());
    state.plan = Optional.of(next);
  }

  /** The new plan says what the old one says, and perhaps more. */
  private static boolean beginsLike(PowerPlan next, PowerPlan old) {
    List<Interval> before = old.schedules().getFirst().intervals();
    List<Interval> after = next.schedules().getFirst().intervals();
    return next.currency().equals(old.currency())
        && after.size() >= before.size()
        && after.subList(0, before.size()).equals(before);
  }

  private PowerPlan made(int version) {
    long start = pass.now.wall().getEpochSecond();
    PowerDecision hardware = pass.hardware();
    double charge = hardware.charge().max().value();
    double discharge = hardware.discharge().max().value();
    Optional<PowerCourse> course = pass.state.course.filter(given -> given.endsAfter(start));
    if (course.isEmpty()) {
      return new PowerPlan(
          version,
          start,
          DAY_SECONDS,
          List.of(new PowerPlan.Schedule(1, List.of(new Interval(0, charge, discharge)))),
          Optional.empty(),
          Optional.empty());
    }
    List<Interval> intervals = new ArrayList<>();
    // The link reads its clock by itself: a course may begin after the instant of this pass.
    long gone = Math.max(0, start - course.get().start().getEpochSecond());
    for (PowerCourse.Span span : course.get().spans()) {
      if (span.startSeconds() >= course.get().seconds()) {
        continue;
      }
      Interval interval =
          interval(span, Math.max(0, span.startSeconds() - gone), charge, discharge);
      if (interval.startSeconds() == 0) {
        intervals.clear();
      }
      if (intervals.size() == PowerPlan.MAX_INTERVALS) {
        // What has no room is promised as the least of it.
        intervals.add(both(intervals.removeLast(), interval));
      } else if (intervals.isEmpty() || !sameWord(intervals.getLast(), interval)) {
        intervals.add(interval);
      }
    }
    Optional<String> currency =
        course.get().currency().filter(name -> name.length() == CURRENCY_LETTERS);
    boolean priced =
        currency.isPresent() && intervals.stream().allMatch(any -> any.pricePerKwh().isPresent());
    return new PowerPlan(
        version,
        start,
        course.get().seconds() - gone,
        List.of(new PowerPlan.Schedule(1, priced ? intervals : unpriced(intervals))),
        priced ? currency : Optional.empty(),
        Optional.empty());
  }

  /** A set-point in scheduled control is a limit: there the vehicle steers. */
  private static Interval interval(
      PowerCourse.Span span, long start, double charge, double discharge) {
    double most = Math.min(charge, span.chargeWattsMax());
    double least = Math.min(discharge, span.dischargeWattsMax().orElse(discharge));
    if (span.setpointWatts().isPresent()) {
      double wanted = span.setpointWatts().get();
      most = Math.min(most, Math.max(0, wanted));
      least = Math.min(least, Math.max(0, -wanted));
    }
    // A limit below nothing is none of a vehicle's; neither is a price that nobody can mean.
    return new Interval(
        start,
        Math.max(0, most),
        Math.max(0, least),
        span.pricePerKwh().filter(price -> Math.abs(price) <= PRICE_MAX),
        Optional.empty());
  }

  private static Interval both(Interval first, Interval second) {
    return new Interval(
        first.startSeconds(),
        Math.min(first.chargeWattsMax(), second.chargeWattsMax()),
        Math.min(first.dischargeWattsMax(), second.dischargeWattsMax()),
        first.pricePerKwh(),
        Optional.empty());
  }

  private static boolean sameWord(Interval a, Interval b) {
    return a.chargeWattsMax() == b.chargeWattsMax()
        && a.dischargeWattsMax() == b.dischargeWattsMax()
        && a.pricePerKwh().equals(b.pricePerKwh());
  }

  private static List<Interval> unpriced(List<Interval> intervals) {
    return intervals.stream()
        .map(any -> new Interval(any.startSeconds(), any.chargeWattsMax(), any.dischargeWattsMax()))
        .toList();
  }

  /** Finds the set-point that nobody tells (OCPP 2.1 Q08, Q09). */
  void steer() {
    LocalControl before = pass.state.local;
    pass.state.local =
        pass.state
            .outletBounds
            .filter(given -> !given.expired(pass.now.nanos()))
            .map(
                given ->
                    before.step(
                        given.bounds().steering(),
                        new LocalControl.View(
                            pass.state.measured.gridHertz(pass.now.nanos()),
                            pass.state.site,
                            pass.state.measured.watts()),
                        pass.now.nanos()))
            .orElse(LocalControl.NONE);
    if (pass.state.local.lost() != before.lost()) {
      pass.note(
          pass.state.local.lost()
              ? "the meter of the grid says nothing: the outlet keeps to the plan alone"
              : "the outlet no longer waits for the meter of the grid");
    }
  }
}
