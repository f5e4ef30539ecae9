package energy.ebbflow.simulator.ev.iso20.wire;

import java.util.Optional;

/**
 * What the charger knows of the user's needs (MobilityNeedsMode 2).
 *
 * @param departure seconds from the message that told it
 * @param minimumSoc percent
 * @param targetSoc percent
 */
public record StationNeeds(
    Optional<Long> departure, Optional<Integer> minimumSoc, Optional<Integer> targetSoc) {
  /** This, and what only {@code before} knew. */
  public StationNeeds over(Optional<StationNeeds> before) {
    return new StationNeeds(
        departure.or(() -> before.flatMap(StationNeeds::departure)),
        minimumSoc.or(() -> before.flatMap(StationNeeds::minimumSoc)),
        targetSoc.or(() -> before.flatMap(StationNeeds::targetSoc)));
  }

  /** For people. */
  public String text() {
    return "minimum "
        + minimumSoc.map(soc -> soc + " %").orElse("open")
        + ", target "
        + targetSoc.map(soc -> soc + " %").orElse("open")
        + ", departure "
        + departure.map(seconds -> "in " + seconds + " s").orElse("open");
  }

  /** The charger said nothing. */
  public boolean empty() {
    return departure.isEmpty() && minimumSoc.isEmpty() && targetSoc.isEmpty();
  }
}
