package energy.ebbflow.firmware.supervisor;

import energy.ebbflow.iec61851.PilotConfig;
import energy.ebbflow.iec61851.PilotInput;
import energy.ebbflow.iec61851.PilotMachine;
import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.iec61851.PilotTiming;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks through every state of the product of pilot machine, permission, supervisor and contactor
 * feedback that any sequence of inputs can reach, with time counted in ticks.
 *
 * <p>It is the {@link SafeLine} of the firmware itself that is stepped, in the order of a pass: the
 * supervisor looks, the pilot machine takes its input, the layers above permit or do not. What they
 * want, what is measured and what the mirror contact says is chosen anew in every step by an
 * adversary. Deadlines are shrunk to a few ticks, and an age that has passed its deadline counts as
 * equal to any higher one, so there are finitely many states.
 *
 * <p>Levels that belong to no vehicle, and state F, are left to the exploration of the pilot
 * machine alone in {@code iec61851}: a missing diode stands here for every fault of the line.
 */
final class ProductExploration {
  /** Debounce 2, unplug 1, open 1, settle 1, pace 1, force 2, F 1, follow 2, samples 2 ticks. */
  static final PilotTiming TICKS = new PilotTiming(2, 1, 1, 1, 1, 2, 1, 2, 2, 2, 1, 1, 1);

  /** Over-current 1, contactors 2, recovery 1 tick; what else waits is never seen here. */
  static final SupervisorConfig CONFIG =
      new SupervisorConfig(
          false, 230, 32, HeatLimits.upTo(80), Map.of(), 100, 1, 0, 2, 2, 2, 3, 3, 3, 1);

  static final PilotConfig PILOT = new PilotConfig(false, TICKS);

  /** What the supervisor sees beside contactors and plug. */
  enum Condition {
    NONE,
    /** Opens at once, is over when it is gone. */
    EMERGENCY,
    /** Opens after its patience, is over when the vehicle is unplugged. */
    OVER_CURRENT
  }

  /** What the mirror contact said last. */
  enum Feedback {
    UNKNOWN,
    OPEN,
    CLOSED,
    /** Nobody hears it any more: the safety microcontroller is lost. */
    LOST
  }

  /**
   * One thing that happens. Only a tick takes time, and not every one: conditions may also change
   * between two samples.
   *
   * @param nanos how much time has passed, 0 or 1
   * @param wanted what the layers above want from this step on; absent: nothing new
   */
  record Input(PilotInput pilot, long nanos, Condition condition, Optional<Boolean> wanted) {}

  /**
   * A state of the product, with what the judge remembers by itself.
   *
   * @param silentTicks how long the last measurement has not been C, at most 2
   * @param weldTicks how long the mirror contact says closed against the command; -1: it does not
   */
  record State(SafeLine line, Feedback feedback, boolean plugged, int silentTicks, int weldTicks) {
    static State initial(Machine machine) {
      SafeLine line = new SafeLine(PilotMachine.initial(PILOT), Supervisor.initial(CONFIG), false);
      SafeLine started = machine.pilot(line, new PilotInput.Tick(), 0).next();
      return new State(started, Feedback.UNKNOWN, false, 2, -1);
    }
  }

  /** The machine under proof; replaced by a wrong one to see that it is caught. */
  interface Machine {
    default SafeLine.Step look(SafeLine line, Watched seen, long now) {
      return line.look(seen, now);
    }

    default SafeLine.Step pilot(SafeLine line, PilotInput input, long now) {
      return line.pilot(input, now);
    }

    default SafeLine.Step permit(SafeLine line, boolean wanted, long now) {
      return line.permit(wanted, now);
    }
  }

  /** The firmware's own. */
  static final Machine HONEST = new Machine() {};

  /** One step of the product, and everything it did. */
  record Taken(State next, List<SafeLine.Effect> effects) {}

  static final List<Input> INPUTS = inputs();

  private final Machine machine;
  private final Map<PilotMachine, Integer> pilotNumbers = new HashMap<>();
  private final List<PilotMachine> pilots = new ArrayList<>();
  private final Map<Supervisor, Integer> supervisorNumbers = new HashMap<>();
  private final List<Supervisor> supervisors = new ArrayList<>();
  private final Set<Long> seen = new HashSet<>(1 << 20);
  private long transitions;

  ProductExploration(Machine machine) {
    this.machine = machine;
  }

  private static List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    List<PilotInput> others = new ArrayList<>();
    for (double volts : new double[] {12, 9, 6}) {
      others.add(new PilotInput.Sample(volts, -12));
    }
    // A vehicle without its diode.
    others.add(new PilotInput.Sample(6, -6));
    for (PilotOffer offer : List.of(new PilotOffer.None(), new PilotOffer.Basic(10))) {
      others.add(new PilotInput.Offer(offer));
    }
    others.add(new PilotInput.ContactorFeedback(true));
    others.add(new PilotInput.ContactorFeedback(false));
    // First, that is explored last: most wrong machines are caught sooner without.
    inputs.add(
        new Input(new PilotInput.ContactorFeedbackLost(), 0, Condition.NONE, Optional.empty()));
    for (boolean wanted : new boolean[] {true, false}) {
      // What opens at once needs no time; what has patience must last through a tick.
      for (Condition condition : List.of(Condition.NONE, Condition.EMERGENCY)) {
        inputs.add(new Input(new PilotInput.Tick(), 0, condition, Optional.of(wanted)));
      }
      for (Condition condition : List.of(Condition.NONE, Condition.OVER_CURRENT)) {
        inputs.add(new Input(new PilotInput.Tick(), 1, condition, Optional.of(wanted)));
      }
    }
    for (PilotInput other : others) {
      inputs.add(new Input(other, 0, Condition.NONE, Optional.empty()));
    }
    return List.copyOf(inputs);
  }

  int states() {
    return seen.size();
  }

  long transitions() {
    return transitions;
  }

  /**
   * Explores to the fixpoint.
   *
   * @return the first objection of the judge, with the step that led to it
   */
  Optional<String> explore() {
    return explore(Integer.MAX_VALUE);
  }

  /** The same, given up without an objection after so many states. */
  Optional<String> explore(int statesMax) {
    Deque<Long> open = new ArrayDeque<>();
    push(open, State.initial(machine));
    while (!open.isEmpty() && seen.size() < statesMax) {
      State before = state(open.pop());
      for (Input input : INPUTS) {
        Taken taken = take(machine, before, input);
        transitions++;
        Optional<String> objection = Judge.objection(before, input, taken);
        if (objection.isPresent()) {
          return Optional.of(objection.get() + " after " + input + " in " + describe(before));
        }
        push(open, taken.next());
      }
    }
    return Optional.empty();
  }

  /** A state from which there is no way back to idle and to the next vehicle; absent if none. */
  Optional<String> stuck() {
    Set<Long> good = new HashSet<>();
    for (long key : Set.copyOf(seen)) {
      Optional<String> why = WayBack.missing(this, machine, state(key), good);
      if (why.isPresent()) {
        return Optional.of(why.get() + " from " + describe(state(key)));
      }
    }
    return Optional.empty();
  }

  static String describe(State state) {
    PilotMachine pilot = state.line().pilot();
    return String.join(
        " ",
        pilot.state().name(),
        pilot.contactorsClosed() ? "closed" : "open",
        "pilot " + pilot.faults(),
        "worst " + state.line().supervisor().worst(),
        state.toString());
  }

  /** The same state with ages instead of times: {@code now} becomes 0. */
  private static State aged(State state, long now) {
    SafeLine line = state.line();
    return new State(
        new SafeLine(line.pilot().aged(now), line.supervisor().aged(now), line.permission()),
        state.feedback(),
        state.plugged(),
        state.silentTicks(),
        state.weldTicks());
  }

  /** One step; the next state has ages instead of times. */
  static Taken take(Machine machine, State before, Input input) {
    long now = input.nanos();
    Feedback feedback =
        switch (input.pilot()) {
          case PilotInput.ContactorFeedback(boolean closed) ->
              closed ? Feedback.CLOSED : Feedback.OPEN;
          case PilotInput.ContactorFeedbackLost() -> Feedback.LOST;
          case PilotInput other -> before.feedback();
        };
    boolean commanded = before.line().pilot().contactorsClosed();
    boolean weld = !commanded && feedback == Feedback.CLOSED;
    int weldTicks = weld ? weldTicks(before.weldTicks(), now) : -1;
    List<SafeLine.Effect> effects = new ArrayList<>();
    SafeLine.Step look =
        machine.look(
            before.line(),
            watched(before.plugged(), commanded, feedback, input.condition(), now),
            now);
    effects.addAll(look.effects());
    SafeLine.Step pilot = machine.pilot(look.next(), input.pilot(), now);
    effects.addAll(pilot.effects());
    // The layers above the pilot cannot speak to it but through the permission.
    SafeLine.Step permit =
        machine.permit(pilot.next(), input.wanted().orElse(pilot.next().permission()), now);
    effects.addAll(permit.effects());
    SafeLine line = permit.next();
    int silent = before.silentTicks();
    if (input.pilot() instanceof PilotInput.Sample(double high, double any)) {
      // Without PWM the negative half-wave says nothing; a missing diode is a fault of the line.
      boolean asks = high == 6;
      silent = asks ? 0 : Math.max(1, silent);
    } else if (silent > 0) {
      silent = (int) Math.min(2, silent + now);
    }
    PilotState state = line.pilot().state();
    boolean plugged =
        switch (state) {
          case A -> false;
          case B, C, D -> true;
          case E, F -> before.plugged();
        };
    return new Taken(aged(new State(line, feedback, plugged, silent, weldTicks), now), effects);
  }

  /** It counts from the first look that shows it. */
  private static int weldTicks(int before, long now) {
    return before < 0 ? 0 : (int) Math.min(2, before + now);
  }

  private static Watched watched(
      boolean plugged, boolean commanded, Feedback feedback, Condition condition, long now) {
    Watched idle = Watched.idle(32);
    boolean over = condition == Condition.OVER_CURRENT;
    return new Watched(
        plugged,
        new Watched.Contactors(
            commanded,
            switch (feedback) {
              case UNKNOWN, LOST -> Optional.empty();
              case OPEN -> Optional.of(false);
              case CLOSED -> Optional.of(true);
            },
            3),
        idle.lock(),
        new Watched.Flow(Optional.empty(), over ? List.of(40.0) : List.of(), 32),
        idle.outlet(),
        idle.grid(),
        new Watched.Meter(
            Optional.empty(),
            Optional.empty(),
            false,
            0,
            commanded ? Optional.of(now) : Optional.empty()),
        new Watched.Devices(
            Map.of(),
            false,
            Optional.empty(),
            condition == Condition.EMERGENCY,
            false,
            false,
            feedback == Feedback.LOST ? Optional.of("lost") : Optional.empty(),
            Optional.of(now),
            Map.of()));
  }

  // ---- a state as one number

  private void push(Deque<Long> open, State state) {
    long key = key(state);
    if (seen.add(key)) {
      open.push(key);
    }
  }

  long key(State state) {
    long key = number(pilotNumbers, pilots, state.line().pilot());
    key = key << 20 | number(supervisorNumbers, supervisors, state.line().supervisor());
    key = key << 1 | (state.line().permission() ? 1 : 0);
    key = key << 2 | state.feedback().ordinal();
    key = key << 1 | (state.plugged() ? 1 : 0);
    key = key << 2 | state.silentTicks();
    return key << 2 | (state.weldTicks() + 1);
  }

  private static <T> int number(Map<T, Integer> numbers, List<T> all, T item) {
    Integer known = numbers.get(item);
    if (known != null) {
      return known;
    }
    numbers.put(item, all.size());
    all.add(item);
    return all.size() - 1;
  }

  private State state(long key) {
    long rest = key;
    final int weld = (int) (rest & 3) - 1;
    rest >>= 2;
    final int silent = (int) (rest & 3);
    rest >>= 2;
    final boolean plugged = (rest & 1) == 1;
    rest >>= 1;
    final Feedback feedback = Feedback.values()[(int) (rest & 3)];
    rest >>= 2;
    final boolean permission = (rest & 1) == 1;
    rest >>= 1;
    final Supervisor supervisor = supervisors.get((int) (rest & 0xFFFFF));
    rest >>= 20;
    return new State(
        new SafeLine(pilots.get((int) rest), supervisor, permission),
        feedback,
        plugged,
        silent,
        weld);
  }
}
