package energy.ebbflow.simulator.ev.script;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a step is taken. Seconds are virtual. */
public sealed interface Trigger {
  /** How triggers are written, for error messages. */
  String FORMS =
      "one of: plugged, unplugged, talking, charging, discharging, ended, paused, broken, asleep, "
          + "locked, each also with `for N s`; in STATE, in STATE for N s; N s later; at N s; "
          + "soc above N, soc below N";

  /** Whether the step is due. */
  boolean holds(Circumstances now);

  /** Something has been the case without a break for so long. */
  record Lasting(Condition condition, double seconds) implements Trigger {
    @Override
    public boolean holds(Circumstances now) {
      return now.seconds(condition).filter(lasted -> lasted >= seconds).isPresent();
    }
  }

  /** The vehicle has been in a state for so long. */
  record In(String state, double seconds) implements Trigger {
    @Override
    public boolean holds(Circumstances now) {
      return now.state().equals(state) && now.stateSeconds() >= seconds;
    }
  }

  /** So long after the step before was taken; the first step counts from the start. */
  record Later(double seconds) implements Trigger {
    @Override
    public boolean holds(Circumstances now) {
      return now.sinceLastStep() >= seconds;
    }
  }

  /** So long after the vehicle drove up. */
  record At(double seconds) implements Trigger {
    @Override
    public boolean holds(Circumstances now) {
      return now.sinceStart() >= seconds;
    }
  }

  /** The state of charge has come to a value. */
  record Soc(boolean above, double percent) implements Trigger {
    @Override
    public boolean holds(Circumstances now) {
      return above ? now.socPercent() >= percent : now.socPercent() <= percent;
    }
  }

  /** Reads a trigger's phrase; empty if it is none of {@link #FORMS}. */
  static Optional<Trigger> parse(String phrase) {
    String words = phrase.strip().replaceAll(" +", " ");
    Matcher match = Phrases.SOC.matcher(words);
    if (match.matches()) {
      return Optional.of(
          new Soc(match.group(1).equals("above"), Double.parseDouble(match.group(2))));
    }
    match = Phrases.LATER.matcher(words);
    if (match.matches()) {
      return Optional.of(new Later(Double.parseDouble(match.group(1))));
    }
    match = Phrases.AT.matcher(words);
    if (match.matches()) {
      return Optional.of(new At(Double.parseDouble(match.group(1))));
    }
    match = Phrases.LASTING.matcher(words);
    double seconds = 0;
    if (match.matches()) {
      words = match.group(1);
      seconds = Double.parseDouble(match.group(2));
    }
    double lasted = seconds;
    match = Phrases.IN.matcher(words);
    return match.matches()
        ? Optional.of(new In(match.group(1), lasted))
        : Condition.of(words).map(condition -> new Lasting(condition, lasted));
  }

  /** The sentences of a script. */
  final class Phrases {
    private static final String NUMBER = "(\\d{1,6}(?:\\.\\d{1,6})?)";
    private static final Pattern LASTING = Pattern.compile("([A-Za-z0-9 ]+) for " + NUMBER + " s");
    private static final Pattern LATER = Pattern.compile(NUMBER + " s later");
    private static final Pattern AT = Pattern.compile("at " + NUMBER + " s");
    private static final Pattern SOC = Pattern.compile("soc (above|below) " + NUMBER);
    private static final Pattern IN = Pattern.compile("in ([A-Z][A-Za-z0-9]{1,40})");

    private Phrases() {}
  }
}
