package energy.ebbflow.firmware.supervisor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The supervisor of one outlet. Immutable; {@link #step} is called in every pass, before anything
 * else decides.
 *
 * <p>It has no way to permit anything: its only answers are faults with reactions.
 */
public final class Supervisor {
  /** A new state and what it tells. */
  public record Step(Supervisor next, List<SupervisorEffect> effects) {
    public Step {
      effects = List.copyOf(effects);
    }
  }

  /** A fault that is there. */
  private record Active(String detail, Optional<Long> goneSinceNanos) {}

  private final SupervisorConfig config;
  private final Map<StationFault, Active> active;
  private final Map<StationFault, Long> holdingSince;
  private final Map<StationFault, String> told;
  private final Optional<Long> meterDeviatesSince;

  /** Asked for several times in every pass. */
  private final Optional<Reaction> reaction;

  private Supervisor(
      SupervisorConfig config,
      Map<StationFault, Active> active,
      Map<StationFault, Long> holdingSince,
      Map<StationFault, String> told,
      Optional<Long> meterDeviatesSince) {
    this.config = config;
    this.active = Map.copyOf(active);
    this.holdingSince = Map.copyOf(holdingSince);
    this.told = Map.copyOf(told);
    this.meterDeviatesSince = meterDeviatesSince;
    this.reaction = strongest(active.keySet());
  }

  private static Optional<Reaction> strongest(Set<StationFault> faults) {
    Optional<Reaction> strongest = Optional.empty();
    for (StationFault fault : faults) {
      if (strongest.isEmpty() || fault.reaction().compareTo(strongest.get()) > 0) {
        strongest = Optional.of(fault.reaction());
      }
    }
    return strongest;
  }

  public static Supervisor initial(SupervisorConfig config) {
    return new Supervisor(config, Map.of(), Map.of(), Map.of(), Optional.empty());
  }

  /** Judges what is measured. */
  public Step step(Watched seen, long nowNanos) {
    Map<StationFault, Active> nextActive = enumMap(active);
    Map<StationFault, Long> nextHolding = enumMap(holdingSince);
    List<SupervisorEffect> effects = new ArrayList<>();
    Optional<Long> deviates = meterDeviatesSince;
    if (Checks.meterDeviation(seen).isEmpty()) {
      deviates = Optional.empty();
    } else if (deviates.isEmpty()) {
      deviates = Optional.of(nowNanos);
    }
    for (StationFault fault : StationFault.values()) {
      Optional<String> condition = condition(fault, seen, deviates, nowNanos);
      boolean ripe = false;
      if (condition.isPresent()) {
        long since = nextHolding.computeIfAbsent(fault, absent -> nowNanos);
        ripe = nowNanos - since >= Checks.patienceNanos(fault, config);
      } else {
        nextHolding.remove(fault);
      }
      if (ripe) {
        String detail = condition.orElseThrow();
        if (nextActive.put(fault, new Active(detail, Optional.empty())) == null) {
          effects.add(new SupervisorEffect.Raised(fault, detail));
        }
      } else if (recovers(fault, nextActive, seen, condition.isPresent(), nowNanos)) {
        nextActive.remove(fault);
        effects.add(new SupervisorEffect.Cleared(fault));
      }
    }
    boolean same =
        nextActive.equals(active)
            && nextHolding.equals(holdingSince)
            && deviates.equals(meterDeviatesSince);
    return new Step(
        same ? this : new Supervisor(config, nextActive, nextHolding, told, deviates), effects);
  }

  /** A layer above or below reports a fault that is over at once: it stays until it recovers. */
  public Step raise(StationFault fault, String detail, long nowNanos) {
    Map<StationFault, Active> next = enumMap(active);
    boolean isNew = next.put(fault, new Active(detail, Optional.of(nowNanos))) == null;
    return new Step(
        new Supervisor(config, next, holdingSince, told, meterDeviatesSince),
        isNew ? List.of(new SupervisorEffect.Raised(fault, detail)) : List.of());
  }

  /** A layer above or below reports a fault that lasts until {@link #release}. */
  public Step hold(StationFault fault, String detail, long nowNanos) {
    Map<StationFault, String> nextTold = enumMap(told);
    nextTold.put(fault, detail);
    Step raised = raise(fault, detail, nowNanos);
    return new Step(
        new Supervisor(config, raised.next.active, holdingSince, nextTold, meterDeviatesSince),
        raised.effects);
  }

  /** The fault of {@link #hold} is over; it is cleared when its recovery rule says so. */
  public Supervisor release(StationFault fault) {
    if (!told.containsKey(fault)) {
      return this;
    }
    Map<StationFault, String> nextTold = enumMap(told);
    nextTold.remove(fault);
    return new Supervisor(config, active, holdingSince, nextTold, meterDeviatesSince);
  }

  /** The strongest reaction of all faults that are there; absent if there is none. */
  public Optional<Reaction> reaction() {
    return reaction;
  }

  /** Whether the strongest reaction is at least {@code wanted}. */
  public boolean demands(Reaction wanted) {
    return reaction.isPresent() && reaction.get().atLeast(wanted);
  }

  /** The fault with the strongest reaction, the first of the list where several have it. */
  public Optional<StationFault> worst() {
    Optional<Reaction> strongest = reaction();
    return strongest.flatMap(
        wanted ->
            active.keySet().stream()
                .filter(fault -> fault.reaction() == wanted)
                .min(StationFault::compareTo));
  }

  public boolean isActive(StationFault fault) {
    return active.containsKey(fault);
  }

  private Optional<String> condition(
      StationFault fault, Watched seen, Optional<Long> deviates, long nowNanos) {
    String heard = told.get(fault);
    if (heard != null) {
      return Optional.of(heard);
    }
    if (fault == StationFault.METER
        && deviates.isPresent()
        && nowNanos - deviates.get() >= Checks.meterDeviationNanos()) {
      return Checks.meterDeviation(seen);
    }
    return Checks.holds(fault, seen, config, active.containsKey(fault), nowNanos);
  }

  private boolean recovers(
      StationFault fault,
      Map<StationFault, Active> nextActive,
      Watched seen,
      boolean conditionHolds,
      long nowNanos) {
    Active entry = nextActive.get(fault);
    if (entry == null) {
      return false;
    }
    if (conditionHolds) {
      nextActive.put(fault, new Active(entry.detail(), Optional.empty()));
      return false;
    }
    long gone = entry.goneSinceNanos().orElse(nowNanos);
    nextActive.put(fault, new Active(entry.detail(), Optional.of(gone)));
    return switch (fault.recovery()) {
      case WHEN_GONE -> nowNanos - gone >= config.recoverNanos();
      case UNPLUG -> !seen.plugged();
      case RESTART -> false;
    };
  }

  private static <V> Map<StationFault, V> enumMap(Map<StationFault, V> source) {
    Map<StationFault, V> copy = new EnumMap<>(StationFault.class);
    copy.putAll(source);
    return copy;
  }
}
