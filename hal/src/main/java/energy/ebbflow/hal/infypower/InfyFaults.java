package energy.ebbflow.hal.infypower;

import energy.ebbflow.hal.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Which faults there are, and when each was said last. A fault that lasts is repeated, because the
 * EVSE takes a report that is not repeated for 30 s as over. Belongs to one step of its group.
 */
final class InfyFaults {
  /** Our own: a third of the time after which a report is forgotten. */
  static final long REPEAT_NANOS = 10_000_000_000L;

  /** Our own: what happened once is not said again before. */
  static final long ONCE_NANOS = 2_000_000_000L;

  /**
   * One fault that is there.
   *
   * @param text for people
   * @param said when it was said; absent before
   * @param until when it is over by itself; absent while it is held
   */
  private record Active(String text, Optional<Long> said, Optional<Long> until) {}

  private final Map<String, Active> active = new TreeMap<>();

  /** No faults. */
  InfyFaults() {}

  InfyFaults(InfyFaults from) {
    active.putAll(from.active);
  }

  /** A fault that lasts as long as its condition; it is said anew when its words change. */
  void hold(String key, boolean holds, Supplier<String> words) {
    if (!holds) {
      active.remove(key);
      return;
    }
    String text = words.get();
    Active before = active.get(key);
    Optional<Long> said =
        before != null && before.text().equals(text) ? before.said() : Optional.empty();
    active.put(key, new Active(text, said, Optional.empty()));
  }

  /** Something that happened. */
  void once(String key, String text, long now) {
    active.computeIfAbsent(
        key, absent -> new Active(text, Optional.empty(), Optional.of(now + ONCE_NANOS)));
  }

  /** Says what is due. */
  void report(List<Reading> readings, long now) {
    active.values().removeIf(fault -> fault.until().filter(end -> now - end >= 0).isPresent());
    active.replaceAll(
        (key, fault) -> {
          boolean due = fault.said().map(at -> now - at >= REPEAT_NANOS).orElse(true);
          if (!due) {
            return fault;
          }
          readings.add(new Reading.DeviceFault(InfyGroup.DEVICE, fault.text()));
          return new Active(fault.text(), Optional.of(now), fault.until());
        });
  }
}
