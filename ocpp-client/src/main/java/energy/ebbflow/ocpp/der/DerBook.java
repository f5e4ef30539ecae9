package energy.ebbflow.ocpp.der;

import energy.ebbflow.ocpp.v2.der.SetDerControl;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The controls that were set, in the order of their arrival, and which of them holds (R04). Pure.
 *
 * <p>Of each kind one default and one scheduled control hold at most; the scheduled one goes first.
 * The smaller number of the priority wins, and it wins when it arrives: what it beats is superseded
 * for good. Only a control that runs already goes on until the better one begins. Of equals the one
 * that was there first goes on.
 *
 * @param controls each id once
 */
public record DerBook(List<DerKept> controls) {
  /** Of one kind, default or scheduled: as many as one answer may name as superseded. */
  public static final int MAX_OF_A_KIND = 24;

  static final DerBook EMPTY = new DerBook(List.of());

  private static final Comparator<DerKept> BEST_FIRST =
      Comparator.<DerKept>comparingInt(kept -> kept.priority()).thenComparingLong(DerKept::number);

  public DerBook {
    controls = List.copyOf(controls);
  }

  /**
   * What setting came to.
   *
   * @param superseded ids that are superseded from now on; perhaps the new one's own
   */
  record Taken(DerBook next, List<String> superseded) {}

  /** A scheduled control began or ended. */
  record Change(String control, boolean started, List<String> superseded) {}

  /** What time came to. */
  record Tick(DerBook next, List<Change> changes) {}

  /** Whether another one of this kind would be too many. */
  boolean full(SetDerControl.Request request) {
    return controls.stream().filter(c -> c.rivals(request)).count() >= MAX_OF_A_KIND;
  }

  /** Takes a control that keeps the rules; one of the same id is replaced. */
  Taken set(SetDerControl.Request request, Instant now) {
    long number = controls.stream().mapToLong(DerKept::number).max().orElse(0) + 1;
    int priority = DerKept.priority(request);
    List<DerKept> others =
        controls.stream()
            .filter(c -> !c.request().controlId().equals(request.controlId()))
            .toList();
    // R04.FR.08: what is beaten when it arrives is kept, but never executed.
    boolean beaten =
        others.stream()
            .anyMatch(c -> c.rivals(request) && !c.superseded() && c.priority() < priority);
    boolean later = DerKept.start(request).filter(from -> from.isAfter(now)).isPresent();
    List<DerKept> next = new ArrayList<>();
    List<String> superseded = new ArrayList<>();
    for (DerKept other : others) {
      boolean loses =
          !beaten && other.rivals(request) && !other.superseded() && other.priority() > priority;
      // R04.FR.07: what runs goes on until the better one begins.
      boolean runs = !other.request().isDefault() && other.activeAt(now);
      if (loses && !(runs && later)) {
        superseded.add(other.request().controlId());
      }
      next.add(loses && !runs ? other.asSuperseded() : other);
    }
    next.add(new DerKept(number, request, beaten, false));
    return new Taken(
        new DerBook(next), beaten ? List.of(request.controlId()) : List.copyOf(superseded));
  }

  /** Begins and ends what is due. */
  Tick tick(Instant now) {
    List<Change> changes = new ArrayList<>();
    Map<String, DerKept> next = new LinkedHashMap<>();
    controls.forEach(c -> next.put(c.request().controlId(), c));
    for (DerKept control : controls.stream().sorted(BEST_FIRST).toList()) {
      DerKept current = next.get(control.request().controlId());
      if (current != null && !current.request().isDefault()) {
        if (!current.superseded() && !current.started() && current.activeAt(now)) {
          next.put(current.request().controlId(), current.asStarted());
          changes.add(new Change(current.request().controlId(), true, beats(current, next, now)));
        }
        if (current.end().filter(until -> !now.isBefore(until)).isPresent()) {
          next.remove(current.request().controlId());
          // What never ran does not end.
          if (current.started() && !current.superseded()) {
            changes.add(new Change(current.request().controlId(), false, List.of()));
          }
        }
      }
    }
    return new Tick(new DerBook(List.copyOf(next.values())), changes);
  }

  /** R04.FR.07, FR.21: what ran until a better one began. */
  private static List<String> beats(DerKept better, Map<String, DerKept> all, Instant now) {
    List<String> beaten = new ArrayList<>();
    for (DerKept other : List.copyOf(all.values())) {
      if (other.rivals(better.request())
          && !other.superseded()
          && other.activeAt(now)
          && other.priority() > better.priority()) {
        all.put(other.request().controlId(), other.asSuperseded());
        beaten.add(other.request().controlId());
      }
    }
    return beaten;
  }

  /** The control of each kind that holds now. */
  Map<DerControl, SetDerControl.Request> holding(Instant now) {
    Map<DerControl, SetDerControl.Request> holding = new EnumMap<>(DerControl.class);
    for (boolean isDefault : List.of(false, true)) {
      controls.stream()
          .filter(c -> c.request().isDefault() == isDefault)
          .filter(c -> !c.superseded() && c.activeAt(now))
          .sorted(BEST_FIRST)
          .forEach(c -> holding.putIfAbsent(c.request().controlType(), c.request()));
    }
    return holding;
  }

  /** When something begins or ends next. */
  Optional<Instant> due() {
    return controls.stream()
        .filter(c -> !c.request().isDefault())
        .flatMap(c -> c.started() || c.superseded() ? c.end().stream() : c.start().stream())
        .min(Comparator.naturalOrder());
  }

  /** Those that fit; what is absent fits all. */
  public List<DerKept> matching(
      Optional<Boolean> isDefault, Optional<DerControl> kind, Optional<String> id) {
    return controls.stream()
        .filter(c -> isDefault.isEmpty() || isDefault.get() == c.request().isDefault())
        .filter(c -> kind.isEmpty() || kind.get() == c.request().controlType())
        .filter(c -> id.isEmpty() || id.get().equals(c.request().controlId()))
        .toList();
  }

  DerBook without(List<DerKept> gone) {
    return new DerBook(controls.stream().filter(c -> !gone.contains(c)).toList());
  }
}
