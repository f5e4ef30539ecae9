package energy.ebbflow.ocpp.network;

import java.util.List;

/**
 * Which profile is tried next (OCPP 2.1 B10.FR.03, B10.FR.04): each so often, in the order of
 * priority, then the first again. Pure.
 *
 * @param slots in the order of priority, at least one
 * @param at place of the one that is tried
 * @param attempts that failed with it since it last worked
 */
public record NetworkCourse(List<Integer> slots, int at, int attempts) {
  public NetworkCourse {
    slots = List.copyOf(slots);
    if (slots.isEmpty() || at < 0 || at >= slots.size()) {
      throw new IllegalArgumentException("expected a place in a list of profiles, got " + at);
    }
  }

  /** Begins with the first. */
  public static NetworkCourse first(List<Integer> slots) {
    return new NetworkCourse(slots, 0, 0);
  }

  public int slot() {
    return slots.get(at);
  }

  /** It works. */
  public NetworkCourse connected() {
    return new NetworkCourse(slots, at, 0);
  }

  /** An attempt failed. */
  public NetworkCourse failed(int attemptsMax) {
    return attempts + 1 < attemptsMax
        ? new NetworkCourse(slots, at, attempts + 1)
        : new NetworkCourse(slots, (at + 1) % slots.size(), 0);
  }

  /** The order is another one; what is in use stays in use if it is still in it. */
  public NetworkCourse ordered(List<Integer> newSlots) {
    int place = newSlots.indexOf(slot());
    return place < 0 ? first(newSlots) : new NetworkCourse(newSlots, place, attempts);
  }
}
