package energy.ebbflow.iec61851.tolerance;

import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.AboveRequest;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.AboveRequestEnded;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Decides between a pause and the minimum current, for basic charging of one outlet, and learns
 * from what the vehicle does (R2).
 *
 * <ul>
 *   <li>A hard limit below the minimum always means a pause.
 *   <li>A request below the minimum means a pause for a vehicle that is known to bear it, a pause
 *       as a test for an untested one whose user has time, and otherwise the minimum current, which
 *       is reported as more than was asked for.
 *   <li>A vehicle that does not come back is woken; then it gets the minimum for the rest of the
 *       session, unless a hard limit forbids it.
 * </ul>
 *
 * <p>Pure and immutable. Owner: the EVSE's loop. The offer goes to the {@code PilotMachine}, which
 * paces the duty.
 */
public final class MinimumCurrentPolicy {
  /** A step settles within a few phases; more would be a circle, which is a bug. */
  private static final int MAX_PHASES_PER_STEP = 8;

  /**
   * One step's outcome.
   *
   * @param next the policy from now on
   * @param effects what is to be done and reported
   */
  public record Step(MinimumCurrentPolicy next, List<MinimumCurrentEffect> effects) {
    public Step {
      effects = List.copyOf(effects);
    }
  }

  private record Memory(
      Phase phase,
      Optional<PauseTolerance> known,
      Session session,
      Optional<MinimumCurrentInput.Demand> demand,
      MinimumCurrentInput.Line line,
      PilotOffer offered,
      Optional<AboveRequest> reported) {}

  private final ToleranceConfig config;
  private final Memory memory;

  private MinimumCurrentPolicy(ToleranceConfig config, Memory memory) {
    this.config = config;
    this.memory = memory;
  }

  /** No vehicle, no session, no offer. */
  public static MinimumCurrentPolicy initial(ToleranceConfig config) {
    return new MinimumCurrentPolicy(
        config,
        new Memory(
            new Inactive(),
            Optional.empty(),
            Session.NONE,
            Optional.empty(),
            new MinimumCurrentInput.Line(PilotState.A, OptionalDouble.empty()),
            new PilotOffer.None(),
            Optional.empty()));
  }

  /** What is on offer. */
  public PilotOffer offered() {
    return memory.offered();
  }

  /** What is known of the present vehicle; absent while it is not identified and taught nothing. */
  public Optional<PauseTolerance> known() {
    return memory.known();
  }

  /**
   * Takes in one input.
   *
   * @param now monotonic ns
   * @param wall the time of day, for evidence only
   */
  public Step step(MinimumCurrentInput input, long now, Instant wall) {
    Memory m = take(input);
    PauseTolerance known =
        m.known()
            .map(k -> Learning.refreshed(k, config, wall))
            .orElseGet(() -> PauseTolerance.unknown(wall));
    Outbox out = new Outbox(situation(m, known, now, wall));
    Phase phase = settle(withheld(input, m.phase(), out), out);
    Situation s = out.situation();
    PilotOffer offer = phase.offer(s);
    if (!offer.equals(m.offered())) {
      out.add(new Offer(offer));
    }
    Optional<AboveRequest> above = above(phase, s, offer);
    report(m.reported(), above, out);
    Memory next =
        new Memory(
            phase,
            m.known().isPresent() || !s.known().evidence().isEmpty()
                ? Optional.of(s.known())
                : Optional.empty(),
            s.session(),
            m.demand(),
            m.line(),
            offer,
            above);
    return new Step(new MinimumCurrentPolicy(config, next), out.effects());
  }

  /** Without a demand the vehicle counts as not permitted to charge. */
  private Situation situation(Memory m, PauseTolerance known, long now, Instant wall) {
    MinimumCurrentInput.Demand demand =
        m.demand().orElse(new MinimumCurrentInput.Demand(0, 0, Goal.OPEN));
    boolean permitted = m.session().active() && m.demand().isPresent();
    return new Situation(config, known, m.session(), permitted, demand, m.line(), now, wall);
  }

  private static Phase withheld(MinimumCurrentInput input, Phase phase, Outbox out) {
    if (!(input instanceof MinimumCurrentInput.Withheld(boolean withheld))) {
      return phase;
    }
    return withheld ? Withheld.begin(phase, out) : Withheld.end(phase, out);
  }

  private static Phase settle(Phase start, Outbox out) {
    Phase phase = start;
    for (int i = 0; i < MAX_PHASES_PER_STEP; i++) {
      Phase next = phase.next(out);
      if (next.equals(phase)) {
        return next;
      }
      phase = next;
    }
    throw new IllegalStateException("the minimum-current policy does not settle: " + phase);
  }

  private static Optional<AboveRequest> above(Phase phase, Situation s, PilotOffer offer) {
    if (!(offer instanceof PilotOffer.Basic(double amps)) || amps <= s.wantedAmps()) {
      return Optional.empty();
    }
    double wanted = s.wantedAmps();
    return phase.reasonAbove(s).map(reason -> new AboveRequest(wanted, amps, reason));
  }

  private static void report(
      Optional<AboveRequest> before, Optional<AboveRequest> now, Outbox out) {
    if (before.equals(now)) {
      return;
    }
    if (now.isPresent()) {
      out.add(now.get());
    } else {
      out.add(new AboveRequestEnded());
    }
  }

  private Memory take(MinimumCurrentInput input) {
    Memory m = memory;
    return switch (input) {
      case MinimumCurrentInput.Begin(boolean again) ->
          withSession(m, Session.begun(again), m.known());
      case MinimumCurrentInput.End() -> withSession(m, Session.NONE, Optional.empty());
      case MinimumCurrentInput.Known(PauseTolerance known) ->
          withSession(m, m.session(), Optional.of(known));
      case MinimumCurrentInput.Demand demand ->
          new Memory(
              m.phase(),
              m.known(),
              m.session(),
              Optional.of(demand),
              m.line(),
              m.offered(),
              m.reported());
      case MinimumCurrentInput.Line line ->
          new Memory(
              m.phase(), m.known(), m.session(), m.demand(), line, m.offered(), m.reported());
      // The phase takes it.
      case MinimumCurrentInput.Withheld withheld -> m;
      case MinimumCurrentInput.Tick() -> m;
    };
  }

  private static Memory withSession(Memory m, Session session, Optional<PauseTolerance> known) {
    return new Memory(m.phase(), known, session, m.demand(), m.line(), m.offered(), m.reported());
  }
}
