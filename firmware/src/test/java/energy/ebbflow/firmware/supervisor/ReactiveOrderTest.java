package energy.ebbflow.firmware.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A vehicle of three phases that does what it was told of reactive power is at no fault. */
class ReactiveOrderTest {
  private static final long SECOND = 1_000_000_000L;
  private static final SupervisorConfig AC = SupervisorConfig.of(false, 230, 32, 80);

  private Supervisor supervisor = Supervisor.initial(AC);

  private List<StationFault> look(UnaryOperator<Seen> how, long nanos) {
    Supervisor.Step step = supervisor.step(how.apply(Seen.alternating()).build(), nanos);
    supervisor = step.next();
    return step.effects().stream()
        .map(
            effect ->
                switch (effect) {
                  case SupervisorEffect.Raised raised -> raised.fault();
                  case SupervisorEffect.Cleared cleared -> cleared.fault();
                })
        .toList();
  }

  /** 3 kW beside 4 kvar are 5 kVA: cos phi 0.6. */
  private static Seen asTold(Seen seen) {
    return seen.commanded(13)
        .reactive(4_000, 3_000)
        .amps(7.25, 7.25, 7.25)
        .plausibleWatts(5_000)
        .meterWatts(3_000);
  }

  private static Seen withoutOrder(Seen seen) {
    return asTold(seen).reactive(0, 3_000);
  }

  @Test
  void whatWasToldOfReactivePowerIsNoDeviationOfTheMeter() {
    for (int second = 0; second < 120; second++) {
      assertEquals(List.of(), look(ReactiveOrderTest::asTold, second * SECOND));
    }
    // Withdrawn, it counts for the 5 s in which a vehicle follows; then 30 s of the same are one.
    for (int second = 120; second < 155; second++) {
      assertEquals(List.of(), look(ReactiveOrderTest::withoutOrder, second * SECOND), "" + second);
    }
    assertEquals(
        List.of(StationFault.METER_DEVIATION), look(ReactiveOrderTest::withoutOrder, 155 * SECOND));
  }

  /** Reactive power lets S exceed P; it never lets P exceed S. */
  @Test
  void aMeterThatShowsMoreThanFlowsIsAtFaultAllTheSame() {
    UnaryOperator<Seen> liar = it -> asTold(it).plausibleWatts(1_000);
    look(liar, 0);
    assertEquals(List.of(StationFault.METER_DEVIATION), look(liar, 30 * SECOND));
  }

  /** 5 kvar and 3 kW of charging: 7.2 A backwards on each phase may be reactive, 4.9 kW are not. */
  @Test
  void theMetersWattsTellTheDirection() {
    UnaryOperator<Seen> backwards =
        it ->
            it.commanded(13)
                .reactive(5_000, 3_000)
                .amps(-7.1, -7.1, -7.1)
                .plausibleWatts(-4_900)
                .meterWatts(-4_900);
    look(it -> asTold(it).reactive(5_000, 3_000), 0);
    look(backwards, SECOND);
    assertEquals(List.of(), look(backwards, SECOND + AC.deviationNanos() - 1));
    assertEquals(
        List.of(StationFault.CURRENT_DEVIATION), look(backwards, SECOND + AC.deviationNanos()));
    assertTrue(supervisor.demands(Reaction.OPEN_NOW));
  }

  /** Near no active power its sign may be either: losses are no discharge. */
  @Test
  void aLittleActivePowerOfEitherSignIsNoWrongDirection() {
    UnaryOperator<Seen> losses =
        it ->
            it.commanded(0)
                .reactive(5_000, 0)
                .amps(-7.2, -7.2, -7.2)
                .plausibleWatts(-4_968)
                .meterWatts(-300);
    for (int second = 0; second < 60; second++) {
      assertEquals(List.of(), look(losses, second * SECOND));
    }
  }

  /** One phase takes 20 A where three share 5 kvar. */
  @Test
  void aPhaseThatCarriesTheShareOfAllIsADeviation() {
    UnaryOperator<Seen> uneven =
        it -> it.commanded(0).reactive(5_000, 0).amps(20.0, 7.2, 7.2).meterWatts(0);
    look(it -> it.commanded(0).reactive(5_000, 0).amps(7.2, 7.2, 7.2).meterWatts(0), 0);
    look(uneven, 10 * SECOND);
    assertEquals(
        List.of(StationFault.CURRENT_DEVIATION), look(uneven, 10 * SECOND + AC.deviationNanos()));
  }
}
