package energy.ebbflow.firmware.evse.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.evse.basic.FirmwareNights.Planner;
import energy.ebbflow.firmware.evse.basic.FirmwareNights.Result;
import energy.ebbflow.firmware.evse.basic.PilotCar.Habit;
import energy.ebbflow.iec61851.tolerance.ToleranceConfig;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A mixed population of vehicles at the firmware's own outlet: nobody's session is lost, also when
 * the station restarts and limits come and go; and what is won is compared with a fixed floor. More
 * nights with {@code -Debbflow.nights=365}.
 */
class FirmwareNightsTest {
  private static final int NIGHTS = Integer.getInteger("ebbflow.nights", 3);
  private static final long STAY_SECONDS = 13 * 3600;

  private static BasicSettings settings(BasicSettings.Rule rule) {
    return new BasicSettings(
        ToleranceConfig.standard(),
        rule,
        false,
        Optional.of(STAY_SECONDS),
        Optional.empty(),
        false);
  }

  private static Map<Habit, Result> population(boolean faults) {
    Map<Habit, Result> results = new EnumMap<>(Habit.class);
    for (Habit habit : Habit.values()) {
      results.put(
          habit,
          new FirmwareNights(NIGHTS, faults)
              .run(habit, settings(BasicSettings.Rule.LEARN), Planner.CHEAPEST));
    }
    return results;
  }

  /** A fixed floor treats all vehicles alike, but for the one that takes the floor for a pause. */
  private static Result floor(Planner planner) {
    return new FirmwareNights(NIGHTS, false)
        .run(Habit.INTOLERANT, settings(BasicSettings.Rule.FLOOR), planner);
  }

  private static Result all(Map<Habit, Result> results) {
    return results.values().stream().reduce(new Result(0, 0, 0, 0), Result::plus);
  }

  @Test
  void nobodysSessionIsLostAndMoreIsWonThanWithAFixedFloor() {
    double dearest = floor(Planner.IMMEDIATE).centsPerKilowattHour();
    Result floor = floor(Planner.CHEAPEST);
    Map<Habit, Result> learned = population(false);
    Map<Habit, Result> shaken = population(true);
    print("fixed floor", "intolerant", floor, dearest);
    print("learned", learned, dearest);
    print("learned, with faults", shaken, dearest);
    for (Habit habit : Habit.values()) {
      Result calm = Objects.requireNonNull(learned.get(habit));
      Result faulty = Objects.requireNonNull(shaken.get(habit));
      assertEquals(0, calm.lost(), () -> habit + " lost nights");
      assertTrue(calm.missing() < 0.01 * calm.charged(), () -> habit + " misses energy: " + calm);
      // Who dies at the fifth interruption cannot bear restarts on top of its four.
      int bearable = habit == Habit.FIVE_STRIKES ? NIGHTS : 0;
      assertTrue(faulty.lost() <= bearable, () -> habit + " lost nights with faults: " + faulty);
    }
    assertTrue(
        all(learned).centsPerKilowattHour() < floor.centsPerKilowattHour(),
        "learning is worth its trouble");
  }

  private static void print(String strategy, Map<Habit, Result> results, double dearest) {
    results.forEach((habit, result) -> print(strategy, habit.name(), result, dearest));
    print(strategy, "all", all(results), dearest);
  }

  private static void print(String strategy, String who, Result result, double dearest) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %d | %d | %.0f kWh | %.1f kWh | %.1f ct/kWh | %.1f ct/kWh less |%n",
        strategy,
        who.toLowerCase(Locale.ROOT).replace('_', ' '),
        NIGHTS,
        result.lost(),
        result.charged(),
        result.missing(),
        result.centsPerKilowattHour(),
        dearest - result.centsPerKilowattHour());
  }
}
