package energy.ebbflow.firmware.evse.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.evse.basic.FirmwareNights.Planner;
import energy.ebbflow.firmware.evse.basic.FirmwareNights.Result;
import energy.ebbflow.firmware.evse.basic.PilotCar.Habit;
import energy.ebbflow.iec61851.tolerance.ToleranceConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A mixed population of vehicles at the firmware's own outlet, with the store of vehicles on disk:
 * nobody's session is lost, also when the station restarts and limits come and go; and what is won
 * is compared with a fixed floor and with plain pausing. {@code ./ebbflow benchmark year} runs a
 * year of it, and fails where the table of the documentation is out of date.
 */
class FirmwareNightsTest {
  /** The nights of the documentation's table. */
  private static final int TABLE_NIGHTS = 365;

  private static final int NIGHTS = Integer.getInteger("ebbflow.nights", 14);
  private static final long STAY_SECONDS = 13 * 3600;
  private static final Path PAGE = Path.of("..", "docs", "minimum-current.md");

  /** Of the energy that is wanted; the last quarter of an hour of a night is planned coarsely. */
  private static final double MISSING_SHARE_MAX = 0.01;

  /** How vehicles are treated. */
  private enum Strategy {
    PLAIN("plain pausing", BasicSettings.Rule.PAUSE, Planner.CHEAPEST, false),
    FLOOR("fixed floor of 6 A", BasicSettings.Rule.FLOOR, Planner.CHEAPEST, false),
    LEARNED("learned", BasicSettings.Rule.LEARN, Planner.CHEAPEST, false),
    SHAKEN("learned, with faults", BasicSettings.Rule.LEARN, Planner.CHEAPEST, true);

    private final String words;
    private final BasicSettings.Rule rule;
    private final Planner planner;
    private final boolean faults;

    Strategy(String words, BasicSettings.Rule rule, Planner planner, boolean faults) {
      this.words = words;
      this.rule = rule;
      this.planner = planner;
      this.faults = faults;
    }
  }

  private record Run(Strategy strategy, Habit habit) implements Comparable<Run> {
    @Override
    public int compareTo(Run other) {
      int first = strategy.compareTo(other.strategy);
      return first != 0 ? first : habit.compareTo(other.habit);
    }

    private String name() {
      return strategy.words + ", " + FirmwareNightsTest.name(habit);
    }
  }

  @TempDir private Path folder = Path.of("");

  private Result live(Run run) {
    if (run.strategy == Strategy.PLAIN) {
      return new FirmwareNights(NIGHTS, false).plain(run.habit, run.strategy.planner);
    }
    try {
      Path data = Files.createDirectories(folder.resolve(run.strategy + "-" + run.habit));
      BasicSettings settings =
          new BasicSettings(
              ToleranceConfig.standard(),
              run.strategy.rule,
              false,
              Optional.of(STAY_SECONDS),
              Optional.empty(),
              false);
      return new FirmwareNights(NIGHTS, run.strategy.faults)
          .run(run.habit, settings, run.strategy.planner, data, run.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<Run, Result> everything() {
    List<Run> runs = new ArrayList<>();
    for (Strategy strategy : Strategy.values()) {
      for (Habit habit : Habit.values()) {
        runs.add(new Run(strategy, habit));
      }
    }
    Map<Run, Result> results = new TreeMap<>();
    results.putAll(
        runs.parallelStream().collect(Collectors.toConcurrentMap(run -> run, this::live)));
    return results;
  }

  private static Result all(Map<Run, Result> results, Strategy strategy) {
    return results.entrySet().stream()
        .filter(entry -> entry.getKey().strategy == strategy)
        .map(Map.Entry::getValue)
        .reduce(new Result(0, 0, 0, 0), Result::plus);
  }

  @Test
  void nobodysSessionIsLostAndMoreIsWonThanWithAFixedFloor() throws IOException {
    Map<Run, Result> results = everything();
    List<String> table = table(results);
    table.forEach(row -> System.out.println("YEAR " + row));
    results.forEach(FirmwareNightsTest::checkTheLearned);
    double learned = all(results, Strategy.LEARNED).centsPerKilowattHour();
    assertTrue(
        learned < all(results, Strategy.FLOOR).centsPerKilowattHour(),
        "learning is worth its trouble");
    // What it is there for: nobody bears everything.
    assertTrue(all(results, Strategy.PLAIN).lost() > NIGHTS, "plain pausing loses sessions");
    if (NIGHTS == TABLE_NIGHTS) {
      String page = Files.readString(PAGE);
      assertTrue(
          page.contains(String.join("\n", table)),
          () -> PAGE + " is expected to contain:\n" + String.join("\n", table));
    }
  }

  private static void checkTheLearned(Run run, Result result) {
    if (run.strategy.rule == BasicSettings.Rule.LEARN) {
      assertEquals(0, result.lost(), () -> run.name() + " lost nights");
      assertTrue(
          result.missing() < MISSING_SHARE_MAX * result.charged(),
          () -> run.name() + " misses energy: " + result);
    }
  }

  private static String name(Habit habit) {
    return habit.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<String> table(Map<Run, Result> results) {
    FirmwareNights years = new FirmwareNights(NIGHTS, false);
    double dearest = years.plain(Habit.TOLERANT, Planner.IMMEDIATE).centsPerKilowattHour();
    double cheapest = years.plain(Habit.TOLERANT, Planner.CHEAPEST).centsPerKilowattHour();
    double potential = dearest - cheapest;
    List<String> table = new ArrayList<>();
    table.add(
        "| strategy | vehicle | sessions lost | delivered by departure | price | potential won |");
    table.add("|---|---|---|---|---|---|");
    for (Strategy strategy : Strategy.values()) {
      for (Habit habit : Habit.values()) {
        Result result = results.get(new Run(strategy, habit));
        if (result != null) {
          table.add(row(strategy, name(habit), result, dearest, potential, 1));
        }
      }
      int vehicles = Habit.values().length;
      table.add(
          row(strategy, "**all five**", all(results, strategy), dearest, potential, vehicles));
    }
    return table;
  }

  private static String row(
      Strategy strategy,
      String who,
      Result result,
      double dearest,
      double potential,
      int vehicles) {
    // A price means nothing where sessions are lost: the energy is not the same.
    String price =
        result.lost() > 0
            ? "- | -"
            : String.format(
                Locale.ROOT,
                "%.1f ct/kWh | %.0f %%",
                result.centsPerKilowattHour(),
                100 * (dearest - result.centsPerKilowattHour()) / potential);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d of %d | %.0f of %.0f kWh | %s |",
        strategy.words,
        who,
        result.lost(),
        NIGHTS * vehicles,
        result.charged(),
        result.charged() + result.missing(),
        price);
  }
}
