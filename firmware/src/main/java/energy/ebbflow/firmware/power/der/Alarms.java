package energy.ebbflow.firmware.power.der;

import energy.ebbflow.ocpp.v2.der.GridEventFault;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which rules have taken over. One that comes and goes is told once: it is over when it has been
 * quiet for a while. Pure.
 *
 * @param active what was told, and when it was seen last
 */
record Alarms(Map<DerControl, Seen> active) {
  /** Our own: an alarm that comes back sooner is the same one. */
  static final long QUIET_NANOS = 10_000_000_000L;

  static final Alarms NONE = new Alarms(Map.of());

  Alarms {
    active = Map.copyOf(active);
  }

  /** An alarm that was told. */
  record Seen(Cause cause, long lastNanos) {}

  /** Why a rule took over. */
  record Cause(DerControl kind, Optional<GridEventFault> fault, String text) {}

  /** Something to be told. */
  record Told(Cause cause, boolean ended) {}

  /** The next state and what is to be told. */
  record Step(Alarms next, List<Told> told) {}

  /** What has taken over now. */
  Step see(List<Cause> causes, long nowNanos) {
    Map<DerControl, Seen> next = new EnumMap<>(DerControl.class);
    List<Told> told = new ArrayList<>();
    for (Cause cause : causes) {
      Seen before = active.get(cause.kind());
      if (before == null && !next.containsKey(cause.kind())) {
        told.add(new Told(cause, false));
      }
      next.putIfAbsent(cause.kind(), new Seen(before == null ? cause : before.cause(), nowNanos));
    }
    active.forEach(
        (kind, seen) -> {
          if (!next.containsKey(kind)) {
            if (nowNanos - seen.lastNanos() < QUIET_NANOS) {
              next.put(kind, seen);
            } else {
              told.add(new Told(seen.cause(), true));
            }
          }
        });
    return new Step(new Alarms(next), told);
  }
}
