package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.tolerance.Car.Habit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * A year of nights of one vehicle at a home charger: plugged in at 18:00, gone at 07:00, three
 * phases of 16 A, and a price for each quarter of an hour. A planner asks for 16 A in the cheapest
 * quarters that are enough and for 0 A in the others; a strategy makes offers of that.
 */
final class YearOfNights {
  static final int NIGHTS = 365;
  private static final int SLOTS = 13 * 4;
  private static final long HOUR = 3600;
  private static final long SLOT = 900;
  private static final double KILOWATTS_PER_AMP = 3 * 230 / 1000.0;

  /** Prices and needs come from this seed; every strategy sees the same year. */
  private static final long SEED = 20260101;

  /** What turns a request into an offer, one night at a time. */
  interface Strategy {
    void begin();

    PilotOffer decide(double requestAmps, Goal goal, Car car, long second, Instant wall);

    void end();
  }

  /**
   * One year's result.
   *
   * @param lost nights on which the vehicle slept at departure although it wanted more
   * @param missingKilowattHours energy that was missing at departure, all nights together
   * @param centsPerKilowattHour mean price of what was charged
   */
  record Result(int lost, double missingKilowattHours, double centsPerKilowattHour) {}

  private final double[][] prices = new double[NIGHTS][SLOTS];
  private final double[] needs = new double[NIGHTS];

  YearOfNights() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int night = 0; night < NIGHTS; night++) {
      needs[night] = 10 + 25 * random.nextDouble();
      for (int slot = 0; slot < SLOTS; slot++) {
        double evening = slot < 16 ? 14 : 0;
        prices[night][slot] = 8 + evening + 16 * random.nextDouble();
      }
    }
  }

  Result run(Habit habit, Strategy strategy) {
    int lost = 0;
    double missing = 0;
    double paid = 0;
    double charged = 0;
    for (int night = 0; night < NIGHTS; night++) {
      Car car = new Car(habit, needs[night] / KILOWATTS_PER_AMP * HOUR);
      double cost = night(car, night, strategy);
      double short_ = car.missing() / HOUR * KILOWATTS_PER_AMP;
      // Less than 0.1 kWh is a matter of the last quarter's rounding.
      lost += short_ > 0.1 && !car.drawing() ? 1 : 0;
      missing += short_;
      paid += cost;
      charged += needs[night] - short_;
    }
    return new Result(lost, missing, paid / charged);
  }

  private double night(Car car, int night, Strategy strategy) {
    Instant start = PolicyRig.START.plusSeconds(night * 24 * HOUR);
    double cost = 0;
    PilotOffer offer = new PilotOffer.None();
    strategy.begin();
    for (int slot = 0; slot < SLOTS; slot++) {
      double before = car.missing();
      double request = plan(car, night, slot);
      long calm = 0;
      for (long second = 0; second < SLOT; ) {
        // Around a change every second counts, otherwise twice a minute is enough.
        int step = calm < 120 ? 1 : 30;
        for (int i = 0; i < step; i++) {
          car.second(offer);
        }
        second += step;
        long now = night * 24 * HOUR + slot * SLOT + second;
        long left = (SLOTS - slot) * SLOT - second;
        Goal goal = new Goal(OptionalLong.of(left), (long) (car.missing() / Car.MAX_AMPS), true);
        PilotOffer next =
            strategy.decide(request, goal, car, now, start.plusSeconds(slot * SLOT + second));
        calm = next.equals(offer) ? calm + step : 0;
        offer = next;
      }
      double used = (before - car.missing()) / HOUR * KILOWATTS_PER_AMP;
      cost += used * prices[night][slot];
    }
    strategy.end();
    return cost;
  }

  /** 16 A if this quarter is among the cheapest of the remaining ones that are needed. */
  private double plan(Car car, int night, int slot) {
    // Two minutes of each quarter are kept for starting and waking.
    double needed = Math.ceil(car.missing() / (Car.MAX_AMPS * (SLOT - 120)));
    List<Integer> rest = new ArrayList<>();
    for (int s = slot; s < SLOTS; s++) {
      rest.add(s);
    }
    rest.sort(Comparator.comparingDouble(s -> prices[night][s]));
    return rest.subList(0, (int) Math.min(needed, rest.size())).contains(slot) ? Car.MAX_AMPS : 0;
  }

  // ---- strategies

  /** Charges at once, whatever it costs. */
  static Strategy immediate() {
    return simple(request -> new PilotOffer.Basic(Car.MAX_AMPS));
  }

  /** Never less than 6 A. */
  static Strategy fixedFloor() {
    return simple(request -> new PilotOffer.Basic(Math.max(6, request)));
  }

  /** No PWM whenever less than 6 A is wanted. */
  static Strategy plainPausing() {
    return simple(request -> request < 6 ? new PilotOffer.None() : new PilotOffer.Basic(request));
  }

  private static Strategy simple(java.util.function.DoubleFunction<PilotOffer> rule) {
    return new Strategy() {
      @Override
      public void begin() {}

      @Override
      public PilotOffer decide(double request, Goal goal, Car car, long second, Instant wall) {
        return rule.apply(request);
      }

      @Override
      public void end() {}
    };
  }

  /** The policy, which remembers the vehicle as text from night to night. */
  static final class Learned implements Strategy {
    private MinimumCurrentPolicy policy = MinimumCurrentPolicy.initial(ToleranceConfig.standard());
    private Optional<String> stored = Optional.empty();
    private long lastSecond;

    @Override
    public void begin() {
      // A new policy each night: the station may have been restarted during the day.
      policy = MinimumCurrentPolicy.initial(ToleranceConfig.standard());
      step(new MinimumCurrentInput.Begin(), lastSecond, PolicyRig.START);
      stored
          .flatMap(PauseToleranceText::read)
          .ifPresent(
              known -> step(new MinimumCurrentInput.Known(known), lastSecond, PolicyRig.START));
    }

    @Override
    public PilotOffer decide(double request, Goal goal, Car car, long second, Instant wall) {
      lastSecond = second;
      step(
          new MinimumCurrentInput.Line(
              car.state(policy.offered()), OptionalDouble.of(car.drawing() ? 6 : 0)),
          second,
          wall);
      step(new MinimumCurrentInput.Demand(request, 32, goal), second, wall);
      return policy.offered();
    }

    @Override
    public void end() {
      step(new MinimumCurrentInput.End(), lastSecond, PolicyRig.START);
    }

    private void step(MinimumCurrentInput input, long second, Instant wall) {
      MinimumCurrentPolicy.Step step = policy.step(input, second * 1_000_000_000L, wall);
      policy = step.next();
      for (MinimumCurrentEffect effect : step.effects()) {
        if (effect instanceof MinimumCurrentEffect.Learned(PauseTolerance tolerance)) {
          stored = Optional.of(PauseToleranceText.write(tolerance));
        }
      }
    }
  }
}
