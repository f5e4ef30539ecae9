package energy.ebbflow.iec61851.tolerance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iec61851.tolerance.Car.Habit;
import energy.ebbflow.iec61851.tolerance.YearOfNights.Result;
import energy.ebbflow.iec61851.tolerance.YearOfNights.Strategy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Five kinds of vehicles, a year each, under three strategies, at the policy alone; the table of
 * the documentation is of the firmware's whole outlet.
 */
class YearOfNightsTest {
  private static final YearOfNights YEAR = new YearOfNights();

  private static Map<Habit, Result> all(Supplier<Strategy> strategy) {
    Map<Habit, Result> results = new EnumMap<>(Habit.class);
    for (Habit habit : Habit.values()) {
      results.put(habit, YEAR.run(habit, strategy.get()));
    }
    return results;
  }

  @Test
  void noSessionIsLostAndMostOfThePotentialIsWonBack() {
    double dearest = YEAR.run(Habit.TOLERANT, YearOfNights.immediate()).centsPerKilowattHour();
    double cheapest = YEAR.run(Habit.TOLERANT, YearOfNights.plainPausing()).centsPerKilowattHour();
    Map<Habit, Result> floor = all(YearOfNights::fixedFloor);
    Map<Habit, Result> pausing = all(YearOfNights::plainPausing);
    Map<Habit, Result> learned = all(YearOfNights.Learned::new);
    Map<String, Map<Habit, Result>> strategies = new LinkedHashMap<>();
    strategies.put("fixed floor of 6 A", floor);
    strategies.put("plain pausing", pausing);
    strategies.put("learned", learned);

    List<String> table = new ArrayList<>();
    table.add(
        "| strategy | vehicle | nights lost | missing at departure | price | potential won |");
    table.add("|---|---|---|---|---|---|");
    strategies.forEach(
        (name, results) ->
            results.forEach((habit, r) -> table.add(row(name, habit, r, dearest, cheapest))));
    System.out.println(String.join(System.lineSeparator(), table));

    for (Habit habit : Habit.values()) {
      Result r = of(learned, habit);
      Result atFloor = of(floor, habit);
      assertEquals(0, r.lost(), () -> habit + " lost nights");
      assertTrue(r.missingKilowattHours() < 50, () -> habit + " misses energy: " + r);
      // A vehicle that draws nothing at the floor takes the floor for a pause, and bears it.
      assertTrue(
          habit == Habit.EIGHT_AMPS
              || r.centsPerKilowattHour() <= atFloor.centsPerKilowattHour() + 0.1,
          () -> habit + " pays more than at a fixed floor: " + r);
    }
    // Plain pausing is what the policy is there for.
    assertTrue(of(pausing, Habit.INTOLERANT).lost() > 100);
    assertTrue(share(of(learned, Habit.TOLERANT), dearest, cheapest) > 85);
  }

  private static Result of(Map<Habit, Result> results, Habit habit) {
    return Objects.requireNonNull(results.get(habit));
  }

  private static String row(String name, Habit habit, Result r, double dearest, double cheapest) {
    // A price means nothing where nights are lost: the energy is not the same.
    String price =
        r.lost() > 0
            ? "- | -"
            : String.format(
                Locale.ROOT,
                "%.1f ct/kWh | %.0f %%",
                r.centsPerKilowattHour(),
                share(r, dearest, cheapest));
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %.0f kWh | %s |",
        name,
        habit.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        r.lost(),
        r.missingKilowattHours(),
        price);
  }

  private static double share(Result r, double dearest, double cheapest) {
    return 100 * (dearest - r.centsPerKilowattHour()) / (dearest - cheapest);
  }
}
