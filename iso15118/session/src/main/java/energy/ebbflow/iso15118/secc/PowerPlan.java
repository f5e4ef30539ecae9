package energy.ebbflow.iso15118.secc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the station plans to give and to take over time; what a vehicle in scheduled control chooses
 * from. ISO 15118-20 tells it as schedule tuples, ISO 15118-2 as SASchedule and SalesTariff. A
 * vehicle that was told another {@code version} is asked to renegotiate.
 *
 * @param version changes whenever anything else here does
 * @param startUtcSeconds where every schedule starts, seconds since 1970
 * @param durationSeconds how long every schedule lasts, at least 1 s
 * @param schedules alternatives the vehicle may choose from, the preferred one first; 1 to {@value
 *     #MAX_SCHEDULES}
 * @param currency of all prices, ISO 4217; present exactly where every interval has a price
 * @param toleranceWatts how far the vehicle may leave its schedule; absent where nobody counts
 */
public record PowerPlan(
    int version,
    long startUtcSeconds,
    long durationSeconds,
    List<Schedule> schedules,
    Optional<String> currency,
    Optional<Double> toleranceWatts) {
  /** ScheduleTuple (-20) and SAScheduleTuple (-2) occur so often at most. */
  public static final int MAX_SCHEDULES = 3;

  /** PowerScheduleEntry and PMaxScheduleEntry occur so often at most. */
  public static final int MAX_INTERVALS = 1024;

  /** Refuses what cannot be told to a vehicle. */
  public PowerPlan {
    schedules = List.copyOf(schedules);
    if (schedules.isEmpty() || schedules.size() > MAX_SCHEDULES) {
      throw new IllegalArgumentException(
          "a plan has 1 to " + MAX_SCHEDULES + " schedules, not " + schedules.size());
    }
    if (durationSeconds < 1) {
      throw new IllegalArgumentException("a plan lasts 1 s at least, not " + durationSeconds);
    }
    if (schedules.stream().map(Schedule::id).distinct().count() != schedules.size()) {
      throw new IllegalArgumentException("two schedules of a plan have the same id");
    }
    for (Schedule schedule : schedules) {
      if (schedule.intervals().getLast().startSeconds() >= durationSeconds) {
        throw new IllegalArgumentException("an interval starts after the end of its plan");
      }
      for (Interval interval : schedule.intervals()) {
        if (interval.pricePerKwh().isPresent() != currency.isPresent()) {
          throw new IllegalArgumentException("a plan with a currency has a price everywhere");
        }
      }
    }
    if (currency.isPresent() && currency.get().length() != 3) {
      throw new IllegalArgumentException("a currency has three letters, not " + currency.get());
    }
    if (toleranceWatts.isPresent() && !(toleranceWatts.get() >= 0)) {
      throw new IllegalArgumentException("a tolerance is at least 0 W, not " + toleranceWatts);
    }
  }

  /** A plan with one schedule (number 1), without prices and tolerance. */
  public static PowerPlan of(
      int version, long startUtcSeconds, long durationSeconds, List<Interval> intervals) {
    return new PowerPlan(
        version,
        startUtcSeconds,
        durationSeconds,
        List.of(new Schedule(1, intervals)),
        Optional.empty(),
        Optional.empty());
  }

  /** One limit for all times: what a station without a plan promises. */
  public static PowerPlan flat(
      long startUtcSeconds, long durationSeconds, double chargeWatts, double dischargeWatts) {
    return of(
        0, startUtcSeconds, durationSeconds, List.of(new Interval(0, chargeWatts, dischargeWatts)));
  }

  /** The first second after the plan, since 1970. */
  public long endUtcSeconds() {
    return startUtcSeconds + durationSeconds;
  }

  /** The schedule with this number. */
  public Optional<Schedule> schedule(long id) {
    return schedules.stream().filter(schedule -> schedule.id() == id).findAny();
  }

  /**
   * What is left of the plan: the same, starting at {@code utcSeconds}. A plan that starts later is
   * returned as it is.
   *
   * @return empty where the plan is over
   */
  public Optional<PowerPlan> from(long utcSeconds) {
    if (utcSeconds <= startUtcSeconds) {
      return Optional.of(this);
    }
    if (utcSeconds >= endUtcSeconds()) {
      return Optional.empty();
    }
    long gone = utcSeconds - startUtcSeconds;
    List<Schedule> left = new ArrayList<>();
    for (Schedule schedule : schedules) {
      left.add(new Schedule(schedule.id(), schedule.after(gone)));
    }
    return Optional.of(
        new PowerPlan(version, utcSeconds, durationSeconds - gone, left, currency, toleranceWatts));
  }

  /** How many different prices there are; 1 where there are none: 0 is the cheapest level. */
  public int priceLevels() {
    return (int) Math.max(1, prices().count());
  }

  /** The rank of an interval's price among all of the plan; 0 is the cheapest. */
  public int priceLevel(Interval interval) {
    return interval
        .pricePerKwh()
        .map(price -> (int) prices().filter(other -> other < price).count())
        .orElse(0);
  }

  private Stream<Double> prices() {
    return schedules.stream()
        .flatMap(schedule -> schedule.intervals().stream())
        .flatMap(interval -> interval.pricePerKwh().stream())
        .distinct();
  }

  /**
   * One alternative.
   *
   * @param id 1 to 255: the smaller range of the two protocols
   * @param intervals in order, the first at 0 s; 1 to {@value #MAX_INTERVALS}
   */
  public record Schedule(int id, List<Interval> intervals) {
    private static final int MAX_ID = 255;

    /** Refuses what is out of order. */
    public Schedule {
      intervals = List.copyOf(intervals);
      if (id < 1 || id > MAX_ID) {
        throw new IllegalArgumentException("a schedule is number 1 to " + MAX_ID + ", not " + id);
      }
      if (intervals.isEmpty() || intervals.size() > MAX_INTERVALS) {
        throw new IllegalArgumentException(
            "a schedule has 1 to " + MAX_INTERVALS + " intervals, not " + intervals.size());
      }
      long before = -1;
      for (Interval interval : intervals) {
        if (interval.startSeconds() <= before) {
          throw new IllegalArgumentException("intervals are in order, each starts after the last");
        }
        before = interval.startSeconds();
      }
      if (intervals.getFirst().startSeconds() != 0) {
        throw new IllegalArgumentException("the first interval starts at 0 s");
      }
    }

    /** The interval that holds {@code seconds} after the start of the plan, from 0 s. */
    public Interval at(long seconds) {
      Interval found = intervals.getFirst();
      for (Interval interval : intervals) {
        if (interval.startSeconds() <= seconds) {
          found = interval;
        }
      }
      return found;
    }

    private List<Interval> after(long seconds) {
      List<Interval> left = new ArrayList<>();
      left.add(at(seconds).startingAt(0));
      for (Interval interval : intervals) {
        if (interval.startSeconds() > seconds) {
          left.add(interval.startingAt(interval.startSeconds() - seconds));
        }
      }
      return left;
    }
  }

  /**
   * One step. It lasts until the next starts, the last one until the end of the plan.
   *
   * @param startSeconds from the start of the plan
   * @param chargeWattsMax most power into the vehicle, at least 0
   * @param dischargeWattsMax most power out of the vehicle, at least 0
   * @param pricePerKwh what energy into the vehicle costs
   * @param dischargePricePerKwh what energy out of the vehicle earns; absent where it is the same
   */
  public record Interval(
      long startSeconds,
      double chargeWattsMax,
      double dischargeWattsMax,
      Optional<Double> pricePerKwh,
      Optional<Double> dischargePricePerKwh) {
    /** Refuses negative limits and what is no number. */
    public Interval {
      if (startSeconds < 0
          || !(chargeWattsMax >= 0)
          || !(dischargeWattsMax >= 0)
          || Double.isInfinite(chargeWattsMax)
          || Double.isInfinite(dischargeWattsMax)) {
        throw new IllegalArgumentException(
            "an interval starts from 0 s and its limits are numbers from 0 W");
      }
      if (!pricePerKwh.map(Double::isFinite).orElse(true)
          || !dischargePricePerKwh.map(Double::isFinite).orElse(true)) {
        throw new IllegalArgumentException("a price is a finite number");
      }
    }

    /** Without a price. */
    public Interval(long startSeconds, double chargeWattsMax, double dischargeWattsMax) {
      this(startSeconds, chargeWattsMax, dischargeWattsMax, Optional.empty(), Optional.empty());
    }

    private Interval startingAt(long seconds) {
      return new Interval(
          seconds, chargeWattsMax, dischargeWattsMax, pricePerKwh, dischargePricePerKwh);
    }
  }
}
