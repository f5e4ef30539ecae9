package energy.ebbflow.iec61851;

import energy.ebbflow.iec61851.AppliedSignal.Kind;
import energy.ebbflow.iec61851.PilotMachine.Memory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks through every state of the pilot machine that any sequence of inputs can reach, with time
 * counted in ticks.
 *
 * <p>The deadlines are shrunk to a few ticks in the order that they have in the standard, and an
 * age that has passed its deadline counts as equal to any higher age. So the machine has finitely
 * many states, and the walk ends when no input leads to a new one. The BCB detector is left out: it
 * commands nothing.
 */
final class PilotExploration {
  /** Debounce 2, unplug 1, open 1, settle 1, pace 3, force 4, F 2, follow 2, samples 3 ticks. */
  static final PilotTiming TICKS = new PilotTiming(2, 1, 1, 1, 3, 4, 2, 2, 3, 3, 1, 1, 1);

  private static final List<PilotOffer> OFFERS =
      List.of(
          new PilotOffer.None(),
          new PilotOffer.Digital(),
          new PilotOffer.Basic(10),
          new PilotOffer.Basic(16),
          new PilotOffer.NotAvailable());

  private static final double[] DUTIES = {0, 5, DutyCycle.fromAmps(10), DutyCycle.fromAmps(16)};

  /** One thing that may happen. Only a tick takes time. */
  static final List<PilotInput> INPUTS = inputs();

  /** What a machine does with an input; replaced by a wrong one to see that it is caught. */
  interface Stepper {
    PilotMachine.Step step(PilotMachine machine, PilotInput input, long now);
  }

  /** Judges a step; answers with what is wrong. */
  interface Judge {
    Optional<String> judge(Memory before, PilotInput input, PilotMachine.Step step);
  }

  private final PilotConfig config;
  private final Stepper stepper;
  private final LongTable seen = new LongTable();
  private long transitions;

  PilotExploration(boolean ventilation, Stepper stepper) {
    this.config = new PilotConfig(ventilation, TICKS);
    this.stepper = stepper;
  }

  private static List<PilotInput> inputs() {
    List<PilotInput> inputs = new ArrayList<>();
    inputs.add(new PilotInput.Tick());
    for (double volts : new double[] {12, 9, 6, 3, 0, 14}) {
      inputs.add(new PilotInput.Sample(volts, -12));
    }
    inputs.add(new PilotInput.Sample(6, -6));
    OFFERS.forEach(offer -> inputs.add(new PilotInput.Offer(offer)));
    for (boolean value : new boolean[] {true, false}) {
      inputs.add(new PilotInput.Permission(value));
      inputs.add(new PilotInput.ContactorFeedback(value));
    }
    inputs.add(new PilotInput.ContactorFeedbackLost());
    return List.copyOf(inputs);
  }

  long states() {
    return seen.size();
  }

  long transitions() {
    return transitions;
  }

  LongTable reached() {
    return seen;
  }

  /**
   * Explores to the fixpoint.
   *
   * @return the first objection of the judge, with the step that led to it
   */
  Optional<String> explore(Judge judge) {
    PilotMachine first = PilotMachine.initial(config).step(new PilotInput.Tick(), 0).next();
    LongStack open = new LongStack();
    push(open, encode(first.memory().orElseThrow(), 0));
    while (!open.isEmpty()) {
      Memory before = decode(open.pop());
      for (PilotInput input : INPUTS) {
        long now = input instanceof PilotInput.Tick ? 1 : 0;
        PilotMachine.Step step = stepper.step(PilotMachine.of(config, before), input, now);
        transitions++;
        Optional<String> objection = judge.judge(before, input, step);
        if (objection.isPresent()) {
          return Optional.of(objection.get() + " after " + input + " in " + before);
        }
        push(open, encode(step.next().memory().orElseThrow(), now));
      }
    }
    return Optional.empty();
  }

  private void push(LongStack open, long key) {
    if (seen.add(key)) {
      open.push(key);
    }
  }

  PilotMachine machine(long key) {
    return PilotMachine.of(config, decode(key));
  }

  // ---- a memory as one number

  private static long age(long now, long since, long cap) {
    return Math.min(now - since, cap);
  }

  static long encode(Memory m, long now) {
    PilotLine line = m.line();
    Bits out = new Bits();
    out.put(age(now, line.rawSince(), 2), 4);
    out.put(age(now, line.requestSince(), 2), 4);
    out.put(age(now, line.lastSample(), 3), 4);
    out.put(age(now, m.signal().since(), 4), 8);
    out.put(age(now, m.signal().kindSince(), TICKS.settleNanos()), 2);
    out.put(age(now, m.gate().contradictSince(), 2), 4);
    PilotLevel raw = line.raw();
    PilotLevel settled = line.settled();
    out.put(raw == null ? 7 : raw.ordinal(), 8);
    out.put(settled == null ? 7 : settled.ordinal(), 8);
    out.put(line.requesting() ? 1 : 0, 2);
    out.put(line.diodeSeen() ? 1 : 0, 2);
    out.put(m.gate().closed() ? 1 : 0, 2);
    Boolean feedback = m.gate().feedback();
    out.put(feedback == null ? 2 : feedback ? 1 : 0, 4);
    out.put(m.gate().contradicting() ? 1 : 0, 2);
    out.put(m.state().ordinal(), 8);
    out.put(OFFERS.indexOf(m.offer()), 8);
    out.put(m.permission() ? 1 : 0, 2);
    out.put(m.signal().kind().ordinal(), 4);
    out.put(duty(m.signal().dutyPercent()), 4);
    for (PilotFault fault : PilotFault.values()) {
      out.put(m.faults().contains(fault) ? 1 : 0, 2);
    }
    return out.value();
  }

  private static int duty(double percent) {
    for (int i = 0; i < DUTIES.length; i++) {
      if (DUTIES[i] == percent) {
        return i;
      }
    }
    throw new IllegalStateException("unknown duty " + percent);
  }

  static Memory decode(long key) {
    Bits in = new Bits(key);
    EnumSet<PilotFault> faults = EnumSet.noneOf(PilotFault.class);
    for (PilotFault fault : List.of(PilotFault.values()).reversed()) {
      if (in.take(2) == 1) {
        faults.add(fault);
      }
    }
    double duty = DUTIES[in.take(4)];
    Kind kind = Kind.values()[in.take(4)];
    boolean permission = in.take(2) == 1;
    PilotOffer offer = OFFERS.get(in.take(8));
    PilotState state = PilotState.values()[in.take(8)];
    boolean contradicting = in.take(2) == 1;
    int feedback = in.take(4);
    boolean closed = in.take(2) == 1;
    boolean diodeSeen = in.take(2) == 1;
    boolean requesting = in.take(2) == 1;
    int settled = in.take(8);
    int raw = in.take(8);
    long contradictSince = -in.take(4);
    long kindSince = -in.take(2);
    long signalSince = -in.take(8);
    long lastSample = -in.take(4);
    long requestSince = -in.take(4);
    long rawSince = -in.take(4);
    return new Memory(
        state,
        offer,
        permission,
        new AppliedSignal(kind, duty, signalSince, kindSince),
        new PilotLine(
            raw == 7 ? null : PilotLevel.values()[raw],
            rawSince,
            settled == 7 ? null : PilotLevel.values()[settled],
            requesting,
            requestSince,
            diodeSeen,
            lastSample),
        new ContactorGate(
            closed,
            feedback == 2 ? null : Boolean.valueOf(feedback == 1),
            contradicting,
            contradictSince),
        BcbDetector.IDLE,
        Set.copyOf(faults));
  }

  /** Mixed-radix number; the last put is the first taken. */
  private static final class Bits {
    private long value;

    Bits() {}

    Bits(long value) {
      this.value = value;
    }

    void put(long digit, int radix) {
      if (digit < 0 || digit >= radix) {
        throw new IllegalStateException("digit " + digit + " for radix " + radix);
      }
      value = value * radix + digit;
    }

    int take(int radix) {
      int digit = (int) (value % radix);
      value /= radix;
      return digit;
    }

    long value() {
      return value;
    }
  }

  /** A stack of numbers. */
  private static final class LongStack {
    private long[] items = new long[1024];
    private int size;

    void push(long item) {
      if (size == items.length) {
        items = java.util.Arrays.copyOf(items, size * 2);
      }
      items[size++] = item;
    }

    long pop() {
      return items[--size];
    }

    boolean isEmpty() {
      return size == 0;
    }
  }

  /** A set of non-negative numbers with open addressing. */
  static final class LongTable {
    private long[] slots = empty(1 << 16);
    private int size;

    private static long[] empty(int length) {
      long[] slots = new long[length];
      java.util.Arrays.fill(slots, -1);
      return slots;
    }

    boolean add(long key) {
      if (size * 2 >= slots.length) {
        long[] old = slots;
        slots = empty(old.length * 2);
        for (long item : old) {
          if (item >= 0) {
            slots[slot(item)] = item;
          }
        }
      }
      int at = slot(key);
      if (slots[at] == key) {
        return false;
      }
      slots[at] = key;
      size++;
      return true;
    }

    private int slot(long key) {
      int mask = slots.length - 1;
      int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
      while (slots[at] >= 0 && slots[at] != key) {
        at = (at + 1) & mask;
      }
      return at;
    }

    int size() {
      return size;
    }

    java.util.stream.LongStream stream() {
      return java.util.Arrays.stream(slots).filter(item -> item >= 0);
    }
  }
}
