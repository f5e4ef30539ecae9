package energy.ebbflow.simulator.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every event of a run. Owned by one thread. */
public final class Trace {
  /** About a day of samples; more is not kept. */
  public static final int EVENTS_MAX = 1_000_000;

  private final List<TraceEvent> events = new ArrayList<>();
  private long dropped;

  /**
   * Keeps an event, unless there are too many.
   *
   * @return whether it was kept
   */
  public boolean add(TraceEvent event) {
    if (events.size() >= EVENTS_MAX) {
      dropped++;
      return false;
    }
    return events.add(event);
  }

  /** Brings the events into the order of time; those of the same time keep theirs. */
  public void sort() {
    events.sort(Comparator.comparingDouble(TraceEvent::t));
  }

  /** What was kept. */
  public List<TraceEvent> events() {
    return events;
  }

  /** Events that came after {@link #EVENTS_MAX}. */
  public long dropped() {
    return dropped;
  }
}
