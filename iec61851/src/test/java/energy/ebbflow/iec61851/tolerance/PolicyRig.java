package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.PilotState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A policy with one car, second by second. Remembers every effect with its second. */
final class PolicyRig {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final Goal PLENTY_OF_TIME = new Goal(OptionalLong.of(86_400), 3600, true);

  record Timed(long second, MinimumCurrentEffect effect) {}

  private final List<Timed> log = new ArrayList<>();
  private MinimumCurrentPolicy policy;
  private Car car;
  private double request = 16;
  private double hard = 32;
  private Goal goal = PLENTY_OF_TIME;
  private long second;
  private long days;

  PolicyRig(Car.Habit habit) {
    this(habit, ToleranceConfig.standard());
  }

  PolicyRig(Car.Habit habit, ToleranceConfig config) {
    policy = MinimumCurrentPolicy.initial(config);
    car = new Car(habit, Double.MAX_VALUE);
  }

  PolicyRig begin() {
    step(new MinimumCurrentInput.Begin());
    return run(60);
  }

  PolicyRig know(PauseTolerance known) {
    step(new MinimumCurrentInput.Known(known));
    return this;
  }

  PolicyRig request(double amps) {
    request = amps;
    return this;
  }

  PolicyRig hard(double amps) {
    hard = amps;
    return this;
  }

  PolicyRig goal(Goal newGoal) {
    goal = newGoal;
    return this;
  }

  PolicyRig car(Car newCar) {
    car = newCar;
    return this;
  }

  PolicyRig daysPass(long count) {
    days += count;
    return this;
  }

  PolicyRig run(long seconds) {
    for (long i = 0; i < seconds; i++) {
      second++;
      car.second(policy.offered());
      step(
          new MinimumCurrentInput.Line(
              car.state(policy.offered()), OptionalDouble.of(car.drawing() ? 6 : 0)));
      step(new MinimumCurrentInput.Demand(request, hard, goal));
      if (policy.offered() instanceof PilotOffer.Basic(double amps) && amps > hard) {
        throw new AssertionError("offered " + amps + " A above the hard limit of " + hard + " A");
      }
    }
    return this;
  }

  PolicyRig unplug() {
    step(new MinimumCurrentInput.Line(PilotState.A, OptionalDouble.of(0)));
    return this;
  }

  void step(MinimumCurrentInput input) {
    MinimumCurrentPolicy.Step step = policy.step(input, second * 1_000_000_000L, wall());
    policy = step.next();
    step.effects().forEach(effect -> log.add(new Timed(second, effect)));
  }

  Instant wall() {
    return START.plusSeconds(second + days * 86_400);
  }

  PolicyRig clear() {
    log.clear();
    return this;
  }

  List<MinimumCurrentEffect> effects() {
    return log.stream().map(Timed::effect).toList();
  }

  <T extends MinimumCurrentEffect> List<T> all(Class<T> kind) {
    return effects().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  PauseTolerance known() {
    return policy.known().orElseThrow();
  }

  Optional<PauseTolerance> anyKnown() {
    return policy.known();
  }

  PilotOffer offered() {
    return policy.offered();
  }

  boolean drawing() {
    return car.drawing();
  }
}
