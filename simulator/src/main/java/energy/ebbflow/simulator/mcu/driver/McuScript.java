package energy.ebbflow.simulator.mcu.driver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When which {@link McuEvent} happens: {@code SECONDS EVENT [VALUE]} separated by semicolons.
 *
 * @param steps in the order of their time
 */
record McuScript(List<Step> steps) {
  /** Longest text that is read. */
  static final int CHARACTERS_MAX = 8192;

  private static final double SECONDS_MAX = 1e7;

  /**
   * One step.
   *
   * @param seconds since the start
   */
  record Step(double seconds, McuEvent event) {}

  McuScript {
    steps = steps.stream().sorted(Comparator.comparingDouble(Step::seconds)).toList();
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException with one line that says what was expected and what came
   */
  static McuScript parse(String text) {
    if (text.length() > CHARACTERS_MAX) {
      throw new IllegalArgumentException(
          "a script expects at most " + CHARACTERS_MAX + " characters, came " + text.length());
    }
    List<Step> steps = new ArrayList<>();
    for (String part : text.split(";")) {
      if (!part.isBlank()) {
        steps.add(step(part.strip()));
      }
    }
    return new McuScript(steps);
  }

  private static Step step(String text) {
    String[] words = text.split("\\s+", 2);
    double seconds;
    try {
      seconds = Double.parseDouble(words[0]);
    } catch (NumberFormatException _) {
      seconds = Double.NaN;
    }
    if (words.length < 2 || !(seconds >= 0 && seconds <= SECONDS_MAX)) {
      throw new IllegalArgumentException(
          "a script expects 'SECONDS EVENT [VALUE]', came '" + text + "'");
    }
    return new Step(seconds, McuEvent.parse(words[1]));
  }
}
