package energy.ebbflow.simulator.facts;

import energy.ebbflow.simulator.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;

/** When each phase began and ended, by the station's own account. Mutable. */
final class PhaseBook {
  /** A session that turns around more often than this is not listed phase by phase. */
  static final int PHASES_MAX = 10_000;

  private final List<PhaseSpan> spans = new ArrayList<>();
  private double last;

  void take(TraceEvent event) {
    last = Math.max(last, event.t());
    if (!event.is("phase") || !event.who().equals("evse")) {
      return;
    }
    String name = event.text("name");
    int open = open(name);
    if (event.text("state").equals("begin")) {
      if (open < 0 && spans.size() < PHASES_MAX) {
        spans.add(new PhaseSpan(name, event.t(), event.t(), true));
      }
    } else if (open >= 0) {
      spans.set(open, new PhaseSpan(name, spans.get(open).start(), event.t(), false));
    }
  }

  private int open(String name) {
    for (int i = spans.size() - 1; i >= 0; i--) {
      if (spans.get(i).open() && spans.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** In the order in which they began; one that still runs lasts until the last event. */
  List<PhaseSpan> spans() {
    return spans.stream()
        .map(s -> s.open() ? new PhaseSpan(s.name(), s.start(), last, true) : s)
        .toList();
  }
}
