package energy.ebbflow.iso15118.secc.iso2.schedule;

import energy.ebbflow.iso15118.message.iso2.charge.ChargingProfile;
import energy.ebbflow.iso15118.message.iso2.charge.ProfileEntry;
import energy.ebbflow.iso15118.secc.iso2.Physical;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A schedule as a vehicle was told it (SAScheduleTuple). Times are seconds from that answer.
 *
 * @param id SAScheduleTupleID, 1 to 255 [V2G2-773]
 * @param slots in order, the first at 0 s; at least one
 * @param endSeconds where the last slot ends
 */
public record OfferedSchedule(int id, List<Slot> slots, long endSeconds) {
  public OfferedSchedule {
    slots = List.copyOf(slots);
    if (slots.isEmpty() || slots.getFirst().startSeconds() != 0) {
      throw new IllegalArgumentException("a schedule begins at 0 s");
    }
  }

  /** Most power from here on, W; until the next slot starts. */
  public record Slot(long startSeconds, double watts) {}

  /** The limit at a time, W. After the end the last slot's holds. */
  public double limitAt(long seconds) {
    double watts = slots.getFirst().watts();
    for (Slot slot : slots) {
      if (slot.startSeconds() <= seconds) {
        watts = slot.watts();
      }
    }
    return watts;
  }

  /**
   * What is wrong with a vehicle's profile: an entry above a limit at any time at which it holds
   * [V2G2-225], [V2G2-293], or entries that are not in the order of time. Entries after the end are
   * held against the last limit: some vehicles plan further than they were told.
   */
  public Optional<String> objection(ChargingProfile profile) {
    List<ProfileEntry> entries = profile.profileEntry();
    for (int i = 0; i < entries.size(); i++) {
      long from = entries.get(i).chargingProfileEntryStart();
      long until =
          i + 1 < entries.size() ? entries.get(i + 1).chargingProfileEntryStart() : Long.MAX_VALUE;
      if (until <= from) {
        return Optional.of(
            "profile entry "
                + (i + 2)
                + " starts at "
                + until
                + " s, the one before it at "
                + from);
      }
      double watts = Physical.number(entries.get(i).chargingProfileEntryMaxPower());
      double limit = lowest(from, until);
      if (watts > limit) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "profile of %.0f W from %d s, schedule %d offered %.0f W",
                watts,
                from,
                id,
                limit));
      }
    }
    return Optional.empty();
  }

  /** The lowest limit at any time of an interval. */
  private double lowest(long from, long until) {
    double lowest = limitAt(from);
    for (Slot slot : slots) {
      if (slot.startSeconds() > from && slot.startSeconds() < until) {
        lowest = Math.min(lowest, slot.watts());
      }
    }
    return lowest;
  }
}
