package energy.ebbflow.iec61851.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Proof by exhaustion, in steps of a second: whatever is wished, seen and energised in whatever
 * order, the bolt is never told to move out under load, the plug counts as held only while its bolt
 * is wanted in and seen in, and from every state a bolt that obeys comes out and holds the next
 * plug.
 */
class LockExplorationTest {
  private static final long TICK = 1_000_000_000L;

  /** Until the retry of a bolt that does not come out, and a stroke. */
  private static final int WAY_BACK_TICKS = 35;

  private static final List<LockInput> INPUTS =
      List.of(
          new LockInput.Want(true),
          new LockInput.Want(false),
          new LockInput.Feedback(true),
          new LockInput.Feedback(false),
          new LockInput.ContactorFeedback(true),
          new LockInput.ContactorFeedback(false),
          new LockInput.Tick());

  /** The machine, and what the judge has heard by itself. */
  private record State(
      LockMachine machine, boolean wanted, Optional<Boolean> bolt, boolean energised) {
    static final State INITIAL =
        new State(LockMachine.initial().aged(0), false, Optional.empty(), false);
  }

  private record Taken(State next, List<LockEffect> effects) {}

  /** What reaches the machine; a wrong one hears something else. */
  private interface Ears {
    LockInput hears(LockInput input, State before);
  }

  private static Taken take(State before, LockInput input, Ears ears) {
    long now = input instanceof LockInput.Tick ? TICK : 0;
    LockMachine.Step step = before.machine().step(ears.hears(input, before), now);
    LockMachine next = step.next().aged(now);
    State after =
        switch (input) {
          case LockInput.Want(boolean in) -> new State(next, in, before.bolt(), before.energised());
          case LockInput.Feedback(boolean in) ->
              new State(next, before.wanted(), Optional.of(in), before.energised());
          case LockInput.ContactorFeedback(boolean closed) ->
              new State(next, before.wanted(), before.bolt(), closed);
          case LockInput.Tick() ->
              new State(next, before.wanted(), before.bolt(), before.energised());
        };
    return new Taken(after, step.effects());
  }

  private static Optional<String> objection(State before, Taken taken) {
    State after = taken.next();
    for (LockEffect effect : taken.effects()) {
      if (effect instanceof LockEffect.Unlock && (after.energised() || after.wanted())) {
        return Optional.of("the bolt is told to move out under load, or against the wish");
      }
      if (effect instanceof LockEffect.Lock && !after.wanted()) {
        return Optional.of("the bolt is told to move in without a wish");
      }
    }
    if (after.machine().secured() && !(after.wanted() && after.bolt().orElse(false))) {
      return Optional.of("a plug counts as held whose bolt nobody has seen in");
    }
    boolean forced = before.machine().secured() && after.wanted() && !after.bolt().orElse(false);
    return forced && !after.machine().fault().equals(Optional.of(LockFault.LOST))
        ? Optional.of("a bolt that was forced is no fault")
        : Optional.empty();
  }

  private static Optional<String> explore(Set<State> seen, Ears ears) {
    Deque<State> open = new ArrayDeque<>(List.of(State.INITIAL));
    seen.add(State.INITIAL);
    while (!open.isEmpty()) {
      State before = open.pop();
      for (LockInput input : INPUTS) {
        Taken taken = take(before, input, ears);
        Optional<String> wrong = objection(before, taken);
        if (wrong.isPresent()) {
          return Optional.of(wrong.get() + " after " + input);
        }
        if (seen.add(taken.next())) {
          open.push(taken.next());
        }
      }
    }
    return Optional.empty();
  }

  /** With open contactors and a bolt that obeys. */
  private static State until(State from, boolean in) {
    State state = take(from, new LockInput.ContactorFeedback(false), HONEST).next();
    Taken taken = take(state, new LockInput.Want(in), HONEST);
    for (int i = 0; i < WAY_BACK_TICKS; i++) {
      for (LockEffect effect : taken.effects()) {
        if (effect instanceof LockEffect.Lock) {
          taken = take(taken.next(), new LockInput.Feedback(true), HONEST);
        } else if (effect instanceof LockEffect.Unlock) {
          taken = take(taken.next(), new LockInput.Feedback(false), HONEST);
        }
      }
      taken = take(taken.next(), new LockInput.Tick(), HONEST);
    }
    return taken.next();
  }

  private static final Ears HONEST = (input, before) -> input;

  @Test
  void theBoltNeverMovesOutUnderLoadAndEveryStateHasAWayBack() {
    Set<State> seen = new HashSet<>();
    assertEquals(Optional.empty(), explore(seen, HONEST));
    System.out.printf("lock: %,d states, fixpoint reached%n", seen.size());
    assertTrue(seen.size() > 100, "an exploration that explores nothing proves nothing");
    for (State state : seen) {
      State free = until(state, false);
      assertEquals(Optional.of(false), free.bolt(), () -> "the plug stays held from " + state);
      assertEquals(Optional.empty(), free.machine().fault(), state::toString);
      assertTrue(until(free, true).machine().secured(), () -> "the next plug, after " + state);
    }
  }

  /** Machines that are wrong in what they hear. */
  enum Wrong implements Ears {
    /** It does not hear that the contactors close. */
    BLIND_FOR_LOAD("under load") {
      @Override
      public LockInput hears(LockInput input, State before) {
        return input instanceof LockInput.ContactorFeedback ? new LockInput.Tick() : input;
      }
    },
    /** It takes its own order for the bolt's answer. */
    BELIEVES_THE_ORDER("nobody has seen in") {
      @Override
      public LockInput hears(LockInput input, State before) {
        return input instanceof LockInput.Tick && before.wanted()
            ? new LockInput.Feedback(true)
            : input;
      }
    },
    /** It does not hear that the bolt is forced out. */
    BLIND_FOR_FORCE("nobody has seen in") {
      @Override
      public LockInput hears(LockInput input, State before) {
        return input instanceof LockInput.Feedback(boolean in) && !in
            ? new LockInput.Tick()
            : input;
      }
    };

    private final String expected;

    Wrong(String expected) {
      this.expected = expected;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWrongMachineIsCaught(Wrong wrong) {
    Optional<String> objection = explore(new HashSet<>(), wrong);
    assertTrue(objection.filter(text -> text.contains(wrong.expected)).isPresent(), wrong::name);
  }
}
