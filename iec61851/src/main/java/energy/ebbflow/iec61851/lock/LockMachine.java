package energy.ebbflow.iec61851.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drives the bolt and supervises it. Energy may flow only while the bolt is seen in (IEC 61851-1,
 * 12.8: a plug must not be disconnected under load), and the bolt never moves out while the
 * contactors are closed.
 *
 * <p>Pure and immutable. Owner: the EVSE's loop. An outlet with a tethered cable has no such lock
 * at the station and needs no machine.
 */
public final class LockMachine {
  /** How long the motor may take for one stroke. */
  public static final long STROKE_NANOS = 3_000_000_000L;

  /** Strokes before it counts as stuck: a plug that is not quite home often locks at the second. */
  public static final int ATTEMPTS = 3;

  /** A bolt that does not come out is tried again at this distance: somebody wants to leave. */
  public static final long RETRY_NANOS = 30_000_000_000L;

  /**
   * One step's outcome.
   *
   * @param next the machine from now on
   * @param effects what is to be done, in this order
   */
  public record Step(LockMachine next, List<LockEffect> effects) {
    public Step {
      effects = List.copyOf(effects);
    }
  }

  /**
   * Everything that is remembered.
   *
   * @param wanted whether the bolt shall be in
   * @param bolt where it is, null before it has spoken
   * @param energised whether the contactors are seen closed
   * @param stroke whether a stroke is under way
   * @param strokeSince when it began
   * @param attempts strokes toward the present wish
   * @param fault what is wrong
   */
  private record Memory(
      boolean wanted,
      @Nullable Boolean bolt,
      boolean energised,
      boolean stroke,
      long strokeSince,
      int attempts,
      Optional<LockFault> fault) {
    boolean secured() {
      return wanted && bolt != null && bolt && fault.isEmpty();
    }

    boolean isWhereItShallBe() {
      return bolt != null && bolt == wanted;
    }
  }

  private final Memory memory;

  private LockMachine(Memory memory) {
    this.memory = memory;
  }

  /** Nothing is wanted, nothing is known. */
  public static LockMachine initial() {
    return new LockMachine(new Memory(false, null, false, false, 0, 0, Optional.empty()));
  }

  /** Whether the plug is held. */
  public boolean secured() {
    return memory.secured();
  }

  /** What is wrong with the bolt. */
  public Optional<LockFault> fault() {
    return memory.fault();
  }

  /**
   * The same machine with ages instead of times: {@code now} becomes 0, and an age beyond the last
   * deadline counts as that deadline. Two machines that are equal afterwards behave alike. For an
   * exploration of all states.
   */
  public LockMachine aged(long now) {
    Memory m = memory;
    long since = m.stroke() ? -Math.min(now - m.strokeSince(), RETRY_NANOS) : 0;
    return new LockMachine(
        new Memory(
            m.wanted(), m.bolt(), m.energised(), m.stroke(), since, m.attempts(), m.fault()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LockMachine that && memory.equals(that.memory);
  }

  @Override
  public int hashCode() {
    return memory.hashCode();
  }

  /**
   * Takes in one input.
   *
   * @param now monotonic ns
   */
  public Step step(LockInput input, long now) {
    List<LockEffect> effects = new ArrayList<>();
    Memory told = take(input);
    Memory judged = judge(told);
    Memory next = drive(judged, now, effects);
    report(memory, next, effects);
    return new Step(new LockMachine(next), effects);
  }

  private Memory take(LockInput input) {
    Memory m = memory;
    return switch (input) {
      case LockInput.Want(boolean locked) ->
          locked == m.wanted()
              ? m
              : new Memory(locked, m.bolt(), m.energised(), false, 0, 0, whileWanting(locked, m));
      case LockInput.Feedback(boolean locked) ->
          new Memory(
              m.wanted(),
              locked,
              m.energised(),
              m.stroke(),
              m.strokeSince(),
              m.attempts(),
              m.fault());
      case LockInput.ContactorFeedback(boolean closed) ->
          new Memory(
              m.wanted(), m.bolt(), closed, m.stroke(), m.strokeSince(), m.attempts(), m.fault());
      case LockInput.Tick() -> m;
    };
  }

  private static Optional<LockFault> whileWanting(boolean locked, Memory m) {
    return m.fault().filter(fault -> (fault == LockFault.DOES_NOT_UNLOCK) != locked);
  }

  /**
   * A bolt that was in and is out again has been forced, or the feedback is broken: both unsafe.
   */
  private Memory judge(Memory m) {
    boolean lost = memory.secured() && m.wanted() && m.bolt() != null && !m.bolt();
    boolean out = m.fault().filter(LockFault.DOES_NOT_UNLOCK::equals).isPresent() && isOut(m);
    return lost ? with(m, Optional.of(LockFault.LOST)) : out ? with(m, Optional.empty()) : m;
  }

  private static boolean isOut(Memory m) {
    return m.bolt() != null && !m.bolt();
  }

  private Memory drive(Memory m, long now, List<LockEffect> effects) {
    if (m.isWhereItShallBe()) {
      return new Memory(m.wanted(), m.bolt(), m.energised(), false, 0, 0, m.fault());
    }
    if (m.stroke()) {
      long patience = gaveUp(m) ? RETRY_NANOS : STROKE_NANOS;
      if (now - m.strokeSince() < patience) {
        return m;
      }
    }
    boolean exhausted = m.attempts() >= ATTEMPTS;
    if (m.wanted()) {
      if (m.fault().isPresent()) {
        return m;
      }
      return exhausted
          ? with(m, Optional.of(LockFault.DOES_NOT_LOCK))
          : stroke(m, now, effects, new LockEffect.Lock());
    }
    if (m.energised()) {
      // Not under load; the wish is kept.
      return m;
    }
    Memory known = exhausted ? with(m, Optional.of(LockFault.DOES_NOT_UNLOCK)) : m;
    return stroke(known, now, effects, new LockEffect.Unlock());
  }

  private static boolean gaveUp(Memory m) {
    return m.fault().filter(LockFault.DOES_NOT_UNLOCK::equals).isPresent();
  }

  private static Memory stroke(Memory m, long now, List<LockEffect> effects, LockEffect command) {
    effects.add(command);
    int attempts = Math.min(m.attempts() + 1, ATTEMPTS);
    return new Memory(m.wanted(), m.bolt(), m.energised(), true, now, attempts, m.fault());
  }

  private static Memory with(Memory m, Optional<LockFault> fault) {
    return new Memory(
        m.wanted(), m.bolt(), m.energised(), m.stroke(), m.strokeSince(), m.attempts(), fault);
  }

  private static void report(Memory before, Memory after, List<LockEffect> effects) {
    if (before.secured() != after.secured()) {
      // Losing the hold is said first: the contactors wait for nothing.
      effects.add(after.secured() ? effects.size() : 0, new LockEffect.Secured(after.secured()));
    }
    if (before.fault().equals(after.fault())) {
      return;
    }
    before.fault().ifPresent(fault -> effects.add(new LockEffect.FaultCleared(fault)));
    after.fault().ifPresent(fault -> effects.add(new LockEffect.Fault(fault)));
  }
}
