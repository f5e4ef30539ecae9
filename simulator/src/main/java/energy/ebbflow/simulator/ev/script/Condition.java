package energy.ebbflow.simulator.ev.script;

import java.util.Optional;

/** What can be the case for a while. */
public enum Condition {
  /** The plug is in. */
  PLUGGED("plugged"),
  /** The plug hangs in the air. */
  UNPLUGGED("unplugged"),
  /** A conversation with the charger is under way. */
  TALKING("talking"),
  /** Energy flows into the vehicle. */
  CHARGING("charging"),
  /** Energy flows out of it. */
  DISCHARGING("discharging"),
  /** The session has ended as agreed. */
  ENDED("ended"),
  /** The session rests and may be joined again. */
  PAUSED("paused"),
  /** The session broke. */
  BROKEN("broken"),
  /** The vehicle sleeps on the pilot line. */
  ASLEEP("asleep"),
  /** The station holds the plug. */
  LOCKED("locked");

  private final String phrase;

  Condition(String phrase) {
    this.phrase = phrase;
  }

  static Optional<Condition> of(String phrase) {
    for (Condition condition : values()) {
      if (condition.phrase.equals(phrase)) {
        return Optional.of(condition);
      }
    }
    return Optional.empty();
  }
}
