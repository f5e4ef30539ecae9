package energy.ebbflow.firmware.supervisor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The supervisor of one outlet. Immutable; {@link #step} is called in every pass, before anything
 * else decides.
 *
 * <p>It has no way to permit anything: its only answers are faults with reactions, and a smaller
 * current.
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

  /**
   * What the conditions need from before.
   *
   * @param orders what was told lately
   * @param hot the temperature sensors of the present {@link StationFault#OVER_TEMPERATURE}
   */
  record Remembered(
      Map<StationFault, Active> active, Orders orders, Derating derating, HotSensors hot) {
    boolean isActive(StationFault fault) {
      return active.containsKey(fault);
    }
  }

  private final SupervisorConfig config;
  private final Remembered memory;
  private final Map<StationFault, Long> holdingSince;
  private final Map<StationFault, String> told;

  /** The maps are never changed after they were given here. */
  private Supervisor(
      SupervisorConfig config,
      Remembered memory,
      Map<StationFault, Long> holdingSince,
      Map<StationFault, String> told) {
    this.config = config;
    this.memory = memory;
    this.holdingSince = holdingSince;
    this.told = told;
  }

  public static Supervisor initial(SupervisorConfig config) {
    return new Supervisor(
        config,
        new Remembered(
            new EnumMap<>(StationFault.class), Orders.NONE, Derating.NONE, HotSensors.NONE),
        new EnumMap<>(StationFault.class),
        new EnumMap<>(StationFault.class));
  }

  /** Judges what is measured. */
  public Step step(Watched seen, long nowNanos) {
    Remembered before =
        new Remembered(
            memory.active(),
            memory.orders().told(seen.flow(), config.followNanos(), nowNanos),
            memory.derating().at(seen.devices().celsius(), config),
            memory.isActive(StationFault.OVER_TEMPERATURE)
                ? memory.hot().and(seen.devices().celsius(), config)
                : HotSensors.NONE.and(seen.devices().celsius(), config));
    Change change = new Change(this, nowNanos);
    for (StationFault fault : StationFault.values()) {
      String heard = told.get(fault);
      Optional<String> condition =
          heard != null ? Optional.of(heard) : Checks.holds(fault, seen, config, before, nowNanos);
      change.judge(fault, condition, seen.plugged());
    }
    return new Step(change.done(before), change.effects);
  }

  /** What one step makes of the maps: copies only what changes, since this runs in every pass. */
  private static final class Change {
    private final Supervisor from;
    private final long nowNanos;
    private final List<SupervisorEffect> effects = new ArrayList<>(0);
    private Map<StationFault, Active> active;
    private Map<StationFault, Long> holding;

    Change(Supervisor from, long nowNanos) {
      this.from = from;
      this.nowNanos = nowNanos;
      this.active = from.memory.active();
      this.holding = from.holdingSince;
    }

    void judge(StationFault fault, Optional<String> condition, boolean plugged) {
      Active entry = active.get(fault);
      if (condition.isEmpty()) {
        if (holding.containsKey(fault)) {
          holding(fault, Optional.empty());
        }
        if (entry != null) {
          recover(fault, entry, plugged);
        }
        return;
      }
      Long since = holding.get(fault);
      if (since == null) {
        since = nowNanos;
        holding(fault, Optional.of(nowNanos));
      }
      boolean ripe = nowNanos - since >= Checks.patienceNanos(fault, from.config);
      if (ripe) {
        active(fault, new Active(condition.get(), Optional.empty()));
        if (entry == null) {
          effects.add(new SupervisorEffect.Raised(fault, condition.get()));
        }
      } else if (entry != null) {
        // It is back, though not yet for long: the recovery begins anew.
        active(fault, new Active(entry.detail(), Optional.empty()));
      }
    }

    private void recover(StationFault fault, Active entry, boolean plugged) {
      long gone = entry.goneSinceNanos().orElse(nowNanos);
      boolean over =
          switch (fault.recovery()) {
            case WHEN_GONE -> nowNanos - gone >= from.config.recoverNanos();
            case UNPLUG -> !plugged;
            case RESTART -> false;
          };
      if (over) {
        active = copy(active, from.memory.active());
        active.remove(fault);
        effects.add(new SupervisorEffect.Cleared(fault));
      } else {
        active(fault, new Active(entry.detail(), Optional.of(gone)));
      }
    }

    private void active(StationFault fault, Active next) {
      if (!next.equals(active.get(fault))) {
        active = copy(active, from.memory.active());
        active.put(fault, next);
      }
    }

    private void holding(StationFault fault, Optional<Long> since) {
      holding = copy(holding, from.holdingSince);
      if (since.isPresent()) {
        holding.put(fault, since.get());
      } else {
        holding.remove(fault);
      }
    }

    private static <V> Map<StationFault, V> copy(
        Map<StationFault, V> current, Map<StationFault, V> original) {
      return current == original ? mutable(original) : current;
    }

    Supervisor done(Remembered before) {
      boolean same =
          active == from.memory.active()
              && holding == from.holdingSince
              && before.orders().equals(from.memory.orders())
              && before.derating().equals(from.memory.derating())
              && before.hot().equals(from.memory.hot());
      return same
          ? from
          : new Supervisor(
              from.config,
              new Remembered(active, before.orders(), before.derating(), before.hot()),
              holding,
              from.told);
    }
  }

  /** A layer above or below reports a fault that is over at once: it stays until it recovers. */
  public Step raise(StationFault fault, String detail, long nowNanos) {
    Map<StationFault, Active> next = mutable(memory.active());
    boolean isNew = next.put(fault, new Active(detail, Optional.of(nowNanos))) == null;
    return new Step(
        new Supervisor(config, with(next), holdingSince, told),
        isNew ? List.of(new SupervisorEffect.Raised(fault, detail)) : List.of());
  }

  /** A layer above or below reports a fault that lasts until {@link #release}. */
  public Step hold(StationFault fault, String detail, long nowNanos) {
    Map<StationFault, String> nextTold = mutable(told);
    nextTold.put(fault, detail);
    Step raised = raise(fault, detail, nowNanos);
    return new Step(
        new Supervisor(config, raised.next.memory, holdingSince, nextTold), raised.effects);
  }

  /** The fault of {@link #hold} is over; it is cleared when its recovery rule says so. */
  public Supervisor release(StationFault fault) {
    if (!told.containsKey(fault)) {
      return this;
    }
    Map<StationFault, String> nextTold = mutable(told);
    nextTold.remove(fault);
    return new Supervisor(config, memory, holdingSince, nextTold);
  }

  private Remembered with(Map<StationFault, Active> active) {
    return new Remembered(active, memory.orders(), memory.derating(), memory.hot());
  }

  /** The strongest reaction of all faults that are there; absent if there is none. */
  public Optional<Reaction> reaction() {
    return worst().map(StationFault::reaction);
  }

  /** Whether the strongest reaction is at least {@code wanted}. */
  public boolean demands(Reaction wanted) {
    for (StationFault fault : memory.active().keySet()) {
      if (fault.reaction().atLeast(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** The fault with the strongest reaction, the first of the list where several have it. */
  public Optional<StationFault> worst() {
    Optional<StationFault> worst = Optional.empty();
    for (StationFault fault : memory.active().keySet()) {
      if (worst.isEmpty() || fault.reaction().compareTo(worst.get().reaction()) > 0) {
        worst = Optional.of(fault);
      }
    }
    return worst;
  }

  public boolean isActive(StationFault fault) {
    return memory.isActive(fault);
  }

  /** How much of its rated current the outlet gives because of its temperature. */
  public Derating derating() {
    return memory.derating();
  }

  /**
   * The same supervisor with ages instead of times: {@code now} becomes 0, and an age beyond the
   * last deadline that it could reach counts as that deadline. Two supervisors that are equal
   * afterwards react alike; their words are forgotten. For an exploration of all states in which
   * the commanded current does not change.
   */
  public Supervisor aged(long now) {
    Map<StationFault, Active> active = new EnumMap<>(StationFault.class);
    memory.active().forEach((fault, entry) -> active.put(fault, aged(fault, entry, now)));
    Map<StationFault, Long> holding = new EnumMap<>(StationFault.class);
    holdingSince.forEach(
        (fault, since) -> {
          // How long the condition of a fault that is there has held changes nothing.
          long patience = Checks.patienceNanos(fault, config);
          holding.put(
              fault, active.containsKey(fault) ? -patience : -Math.min(now - since, patience));
        });
    Map<StationFault, String> heard = new EnumMap<>(StationFault.class);
    told.forEach((fault, words) -> heard.put(fault, ""));
    return new Supervisor(config, with(active), holding, heard);
  }

  /** Since when its condition is gone matters only where that brings the recovery. */
  private Active aged(StationFault fault, Active entry, long now) {
    return new Active(
        "",
        entry
            .goneSinceNanos()
            .filter(since -> fault.recovery() == Recovery.WHEN_GONE)
            .map(since -> -Math.min(now - since, config.recoverNanos())));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Supervisor that
        && config.equals(that.config)
        && memory.equals(that.memory)
        && holdingSince.equals(that.holdingSince)
        && told.equals(that.told);
  }

  @Override
  public int hashCode() {
    return Objects.hash(memory, holdingSince, told);
  }

  private static <V> Map<StationFault, V> mutable(Map<StationFault, V> source) {
    Map<StationFault, V> copy = new EnumMap<>(StationFault.class);
    copy.putAll(source);
    return copy;
  }
}
