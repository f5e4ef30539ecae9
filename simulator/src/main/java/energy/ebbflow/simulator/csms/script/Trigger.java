package energy.ebbflow.simulator.csms.script;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** When a step of the script is taken. Seconds are virtual. */
public sealed interface Trigger {

  /** How triggers are written, for error messages. */
  String FORMS =
      "one of: connected, booted, plugged, authorised, transaction started, transaction ended, "
          + "plugged for N s, charging for N s, discharging for N s, N s later, at N s, "
          + "imported N Wh, exported N Wh";

  /** The facts, as {@link Circumstances} has them, that the trigger waits for. */
  boolean holds(Circumstances now);

  /** Something is the case. */
  record State(Condition condition) implements Trigger {
    @Override
    public boolean holds(Circumstances now) {
      return now.seconds(condition).isPresent();
    }
  }

  /** Something has been the case without a break for so long. */
  record Lasting(Condition condition, double seconds) implements Trigger {
    @Override
    public boolean holds(Circumstances now) {
      return now.seconds(condition).filter(lasted -> lasted >= seconds).isPresent();
    }
  }

  /** So long after the step before was taken; the first step counts from the epoch. */
  record Later(double seconds) implements Trigger {
    @Override
    public boolean holds(Circumstances now) {
      return now.sinceLastStep() >= seconds;
    }
  }

  /** At a time of the run. */
  record At(double seconds) implements Trigger {
    @Override
    public boolean holds(Circumstances now) {
      return now.sinceEpoch() >= seconds;
    }
  }

  /** The latest transaction has moved so much energy. */
  record Energy(boolean exported, double wattHours) implements Trigger {
    @Override
    public boolean holds(Circumstances now) {
      return (exported ? now.exportedWh() : now.importedWh()) >= wattHours;
    }
  }

  /** What can be the case for a while. */
  enum Condition {
    CONNECTED("connected"),
    BOOTED("booted"),
    PLUGGED("plugged"),
    AUTHORISED("authorised"),
    TRANSACTION_STARTED("transaction started"),
    CHARGING("charging"),
    DISCHARGING("discharging"),
    TRANSACTION_ENDED("transaction ended");

    private final String phrase;

    Condition(String phrase) {
      this.phrase = phrase;
    }

    private static Optional<Condition> of(String phrase) {
      for (Condition condition : values()) {
        if (condition.phrase.equals(phrase)) {
          return Optional.of(condition);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * What a trigger looks at.
   *
   * @param lasting how long each condition has held without a break, in seconds
   */
  record Circumstances(
      Map<Condition, Double> lasting,
      double sinceEpoch,
      double sinceLastStep,
      double importedWh,
      double exportedWh) {
    public Circumstances {
      lasting = Map.copyOf(lasting);
    }

    Optional<Double> seconds(Condition condition) {
      return Optional.ofNullable(lasting.get(condition));
    }
  }

  /** Reads a trigger's phrase; empty if it is none of {@link #FORMS}. */
  static Optional<Trigger> parse(String phrase) {
    String words = phrase.strip().replaceAll(" +", " ");
    Matcher match = Phrases.LASTING.matcher(words);
    if (match.matches()) {
      double seconds = Double.parseDouble(match.group(2));
      return Condition.of(match.group(1)).map(condition -> new Lasting(condition, seconds));
    }
    match = Phrases.LATER.matcher(words);
    if (match.matches()) {
      return Optional.of(new Later(Double.parseDouble(match.group(1))));
    }
    match = Phrases.AT.matcher(words);
    if (match.matches()) {
      return Optional.of(new At(Double.parseDouble(match.group(1))));
    }
    match = Phrases.ENERGY.matcher(words);
    if (match.matches()) {
      return Optional.of(
          new Energy(match.group(1).equals("exported"), Double.parseDouble(match.group(2))));
    }
    return Condition.of(words).map(State::new);
  }
}
