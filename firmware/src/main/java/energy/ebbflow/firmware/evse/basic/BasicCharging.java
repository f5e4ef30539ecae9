package energy.ebbflow.firmware.evse.basic;

import energy.ebbflow.firmware.vehicles.KnownVehicle;
import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.iec61851.phases.PhaseEffect;
import energy.ebbflow.iec61851.phases.PhaseInput;
import energy.ebbflow.iec61851.phases.PhaseSwitch;
import energy.ebbflow.iec61851.tolerance.Goal;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentInput;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentPolicy;
import energy.ebbflow.iec61851.tolerance.PauseTolerance;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Origin;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What an outlet offers by duty cycle: the energy decision's power as a current, made possible for
 * this vehicle. Pure and immutable; owner: the EVSE's loop.
 *
 * <p>The minimum-current policy turns what is wanted and what may be into an offer; the phase
 * switch chooses on how many phases it flows. What both say is reported here, with a bound on how
 * often the same is said.
 */
public final class BasicCharging {
  /** The policy is asked this often when nothing changes; it counts seconds. */
  private static final long TICK_NANOS = 200_000_000L;

  /** Our own: an excess that trembles is told this often, at most. */
  static final long TOLD_EVERY_NANOS = 10_000_000_000L;

  /** Our own: a smaller change of the excess is not told. */
  private static final double TOLD_WATTS = 100;

  /** Our own: resolution of the current towards the pilot; 0.1 A is 0.17 % of duty. */
  private static final double STEPS_PER_AMP = 10;

  /** Absorbs the error of dividing watts that were amperes: 16 A stay 16 A. */
  private static final double ROUNDING = 1e-6;

  /** Our own: less drawn current than this is none; some vehicles idle with a few hundred mA. */
  private static final double DRAWING_AMPS = 1;

  private static final double NANOS_PER_HOUR = 3.6e12;

  /**
   * One step's outcome.
   *
   * @param next from now on
   * @param reports what is to be made known, in order
   */
  public record Step(BasicCharging next, List<BasicReport> reports) {
    public Step {
      reports = List.copyOf(reports);
    }
  }

  /**
   * The excess that was told last.
   *
   * @param said what was told
   * @param atNanos when
   * @param wattHours above the request since it began
   */
  private record Excess(
      MinimumCurrentEffect.AboveRequest said, long atNanos, double wattHours, long seenNanos) {}

  private final BasicSettings settings;
  private final MinimumCurrentPolicy policy;
  private final Optional<PhaseSwitch> phaseSwitch;
  private final Optional<KnownVehicle> vehicle;
  private final boolean untold;
  private final boolean active;
  private final Optional<MinimumCurrentInput.Demand> demand;
  private final Optional<MinimumCurrentInput.Line> line;
  private final Optional<MinimumCurrentEffect.AboveRequest> above;
  private final Optional<Excess> excess;
  private final long tickedNanos;

  private BasicCharging(
      BasicSettings settings,
      MinimumCurrentPolicy policy,
      Optional<PhaseSwitch> phaseSwitch,
      Optional<KnownVehicle> vehicle,
      boolean untold,
      boolean active,
      Optional<MinimumCurrentInput.Demand> demand,
      Optional<MinimumCurrentInput.Line> line,
      Optional<MinimumCurrentEffect.AboveRequest> above,
      Optional<Excess> excess,
      long tickedNanos) {
    this.settings = settings;
    this.policy = policy;
    this.phaseSwitch = phaseSwitch;
    this.vehicle = vehicle;
    this.untold = untold;
    this.active = active;
    this.demand = demand;
    this.line = line;
    this.above = above;
    this.excess = excess;
    this.tickedNanos = tickedNanos;
  }

  /** No vehicle. */
  public static BasicCharging initial(BasicSettings settings) {
    return new BasicCharging(
        settings,
        MinimumCurrentPolicy.initial(settings.tolerance()),
        settings.phases().map(PhaseSwitch::initial),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** What may stand on the pilot line. */
  public PilotOffer offer() {
    return changingPhases() ? new PilotOffer.None() : policy.offered();
  }

  /** A session of charging by duty cycle is under way. */
  public boolean active() {
    return active;
  }

  /** Energy must not flow, because the phases are about to change. */
  public boolean changingPhases() {
    return phaseSwitch.filter(PhaseSwitch::pausing).isPresent();
  }

  /** How many phases the contactors are to connect, of those that there are. */
  public int phases(int connected) {
    return phaseSwitch.map(PhaseSwitch::phases).map(p -> Math.min(p, connected)).orElse(connected);
  }

  /** Smallest current at which the present vehicle charges, A. */
  public double minimumAmps() {
    double learned = vehicle.map(known -> known.tolerance().minimumAmps()).orElse(0.0);
    return Math.max(settings.tolerance().floorAmps(), learned);
  }

  /** Whether the present vehicle is known to come back from pauses. */
  public boolean pausable() {
    return vehicle
        .map(known -> ruled(known.tolerance()).verdict() == Verdict.TOLERANT)
        .orElse(settings.rule() == BasicSettings.Rule.PAUSE);
  }

  /** What is remembered of the present vehicle. */
  public Optional<KnownVehicle> vehicle() {
    return vehicle;
  }

  /** The memory spoke, or somebody changed it; it counts from the next step on. */
  public BasicCharging remembering(KnownVehicle remembered) {
    Edit edit = new Edit(this);
    edit.vehicle = Optional.of(remembered);
    edit.untold = true;
    return edit.done();
  }

  /** The vehicle is gone. */
  public BasicCharging unplugged(boolean contactorClosed, long nanos, Instant wall) {
    Edit edit = new Edit(this);
    List<MinimumCurrentEffect> nobodyHears = new ArrayList<>();
    edit.feed(new MinimumCurrentInput.End(), nanos, wall, nobodyHears);
    edit.feed(
        new MinimumCurrentInput.Line(PilotState.A, OptionalDouble.empty()),
        nanos,
        wall,
        nobodyHears);
    edit.phase(new PhaseInput.ContactorFeedback(contactorClosed), nanos, new ArrayList<>());
    edit.phase(new PhaseInput.End(), nanos, new ArrayList<>());
    edit.vehicle = Optional.empty();
    edit.untold = false;
    edit.active = false;
    edit.demand = Optional.empty();
    edit.line = Optional.empty();
    edit.above = Optional.empty();
    edit.excess = Optional.empty();
    return edit.done();
  }

  /** Time has passed, or something that it sees has changed. */
  public Step step(BasicView view, long nanos, Instant wall) {
    Edit edit = new Edit(this);
    List<MinimumCurrentEffect> effects = new ArrayList<>();
    List<BasicReport> reports = new ArrayList<>();
    // First the phases: they may spare the vehicle a pause.
    edit.phases(view, nanos, wall, effects, reports);
    if (view.permitted()) {
      // Before a session begins, so that it does not begin with what held in the one before.
      edit.look(view, nanos, wall, effects);
    }
    edit.session(view, nanos, wall, effects);
    int connected = phases(view.phases());
    for (MinimumCurrentEffect effect : effects) {
      edit.report(effect, view, connected, reports);
    }
    edit.excess(view, connected, nanos, reports);
    return new Step(edit.done(), reports);
  }

  /** What the policy is told of a vehicle: the station's rule stands in for what is not set. */
  private PauseTolerance ruled(PauseTolerance known) {
    Optional<Verdict> verdict =
        !known.learns()
            ? Optional.empty()
            : switch (settings.rule()) {
              case LEARN -> Optional.<Verdict>empty();
              case PAUSE -> Optional.of(Verdict.TOLERANT);
              case FLOOR -> Optional.of(Verdict.INTOLERANT);
            };
    return verdict
        .map(
            ruling ->
                PauseTolerance.preset(ruling, Origin.FLEET, known.minimumAmps(), known.since()))
        .orElse(known);
  }

  /** A copy that is being changed. */
  private static final class Edit {
    private final BasicCharging from;
    private MinimumCurrentPolicy policy;
    private Optional<PhaseSwitch> phaseSwitch;
    private Optional<KnownVehicle> vehicle;
    private boolean untold;
    private boolean active;
    private Optional<MinimumCurrentInput.Demand> demand;
    private Optional<MinimumCurrentInput.Line> line;
    private Optional<MinimumCurrentEffect.AboveRequest> above;
    private Optional<Excess> excess;
    private long tickedNanos;

    Edit(BasicCharging from) {
      this.from = from;
      policy = from.policy;
      phaseSwitch = from.phaseSwitch;
      vehicle = from.vehicle;
      untold = from.untold;
      active = from.active;
      demand = from.demand;
      line = from.line;
      above = from.above;
      excess = from.excess;
      tickedNanos = from.tickedNanos;
    }

    BasicCharging done() {
      return new BasicCharging(
          from.settings,
          policy,
          phaseSwitch,
          vehicle,
          untold,
          active,
          demand,
          line,
          above,
          excess,
          tickedNanos);
    }

    private void feed(
        MinimumCurrentInput input, long nanos, Instant wall, List<MinimumCurrentEffect> effects) {
      MinimumCurrentPolicy.Step step = policy.step(input, nanos, wall);
      policy = step.next();
      effects.addAll(step.effects());
      tickedNanos = nanos;
    }

    private void phase(PhaseInput input, long nanos, List<PhaseEffect> effects) {
      if (phaseSwitch.isPresent()) {
        PhaseSwitch.Step step = phaseSwitch.get().step(input, nanos);
        phaseSwitch = Optional.of(step.next());
        effects.addAll(step.effects());
      }
    }

    /** Begins and ends with the permission. */
    void session(BasicView view, long nanos, Instant wall, List<MinimumCurrentEffect> effects) {
      if (view.permitted() == active) {
        if (active && untold) {
          tell(nanos, wall, effects);
        }
        return;
      }
      active = view.permitted();
      if (!active) {
        feed(new MinimumCurrentInput.End(), nanos, wall, effects);
        phase(new PhaseInput.End(), nanos, new ArrayList<>());
        return;
      }
      feed(new MinimumCurrentInput.Begin(view.interrupted()), nanos, wall, effects);
      tell(nanos, wall, effects);
    }

    private void tell(long nanos, Instant wall, List<MinimumCurrentEffect> effects) {
      PauseTolerance known =
          vehicle.map(KnownVehicle::tolerance).orElseGet(() -> PauseTolerance.unknown(wall));
      feed(new MinimumCurrentInput.Known(from.ruled(known)), nanos, wall, effects);
      untold = false;
      // A change that is under way is finished first; the next word counts again.
      if (phaseSwitch.filter(PhaseSwitch::pausing).isEmpty()) {
        boolean allowed = vehicle.filter(KnownVehicle::phaseSwitching).isPresent();
        phase(new PhaseInput.Begin(allowed), nanos, new ArrayList<>());
      }
    }

    void phases(
        BasicView view,
        long nanos,
        Instant wall,
        List<MinimumCurrentEffect> effects,
        List<BasicReport> reports) {
      if (phaseSwitch.isEmpty()) {
        return;
      }
      List<PhaseEffect> changes = new ArrayList<>();
      phase(new PhaseInput.ContactorFeedback(view.contactorClosed()), nanos, changes);
      if (active) {
        phase(new PhaseInput.Demand(view.requestWatts(), view.hardWatts()), nanos, changes);
      }
      for (PhaseEffect effect : changes) {
        switch (effect) {
          case PhaseEffect.BeginPause begin -> {
            feed(new MinimumCurrentInput.Withheld(true), nanos, wall, effects);
            reports.add(new BasicReport.PhasesChanging(begin.fromPhases(), begin.toPhases()));
          }
          case PhaseEffect.SelectPhases selected ->
              reports.add(new BasicReport.PhasesChanged(selected.phases()));
          case PhaseEffect.ChangeAbandoned abandoned ->
              reports.add(new BasicReport.PhasesChanged(abandoned.phases()));
          case PhaseEffect.EndPause end ->
              feed(new MinimumCurrentInput.Withheld(false), nanos, wall, effects);
        }
      }
    }

    /** Tells the policy what changed, or that time has passed. */
    void look(BasicView view, long nanos, Instant wall, List<MinimumCurrentEffect> effects) {
      MinimumCurrentInput.Line seenLine = lineOf(view);
      if (line.filter(before -> same(before, seenLine)).isEmpty()) {
        line = Optional.of(seenLine);
        feed(seenLine, nanos, wall, effects);
      }
      // The goal counts seconds down: it goes with the tick.
      boolean due = nanos - tickedNanos >= TICK_NANOS;
      MinimumCurrentInput.Demand wanted = demandOf(view);
      boolean other =
          demand
              .filter(
                  before ->
                      before.requestAmps() == wanted.requestAmps()
                          && before.hardLimitAmps() == wanted.hardLimitAmps())
              .isEmpty();
      if (other || due) {
        demand = Optional.of(wanted);
        feed(wanted, nanos, wall, effects);
      }
    }

    private static boolean same(MinimumCurrentInput.Line a, MinimumCurrentInput.Line b) {
      return a.state() == b.state() && a.drawnAmps().equals(b.drawnAmps());
    }

    /** What matters of the drawn current is whether there is some. */
    private static MinimumCurrentInput.Line lineOf(BasicView view) {
      OptionalDouble drawn =
          view.drawnAmps().isEmpty()
              ? OptionalDouble.empty()
              : OptionalDouble.of(view.drawnAmps().get() >= DRAWING_AMPS ? DRAWING_AMPS : 0);
      return new MinimumCurrentInput.Line(view.line(), drawn);
    }

    private MinimumCurrentInput.Demand demandOf(BasicView view) {
      double perAmp = view.wattsPerAmp() * connected(view);
      return new MinimumCurrentInput.Demand(
          amps(Math.min(view.requestWatts() / perAmp, view.ampsMax())),
          amps(Math.min(view.hardWatts() / perAmp, view.hardAmpsMax())),
          goal(view));
    }

    private int connected(BasicView view) {
      return phaseSwitch
          .map(PhaseSwitch::phases)
          .map(p -> Math.min(p, view.phases()))
          .orElse(view.phases());
    }

    /** Downwards, so that rounding never exceeds a limit. */
    private static double amps(double value) {
      return Math.max(0, Math.floor(value * STEPS_PER_AMP + ROUNDING) / STEPS_PER_AMP);
    }

    /** A vehicle that cannot be recognised again is a guest: a test would teach nothing. */
    private Goal goal(BasicView view) {
      boolean mayTest = vehicle.filter(KnownVehicle::testPermitted).isPresent();
      Optional<Long> left =
          view.secondsToDeparture()
              .or(
                  () ->
                      from.settings
                          .staySeconds()
                          .map(stay -> Math.max(0, stay - view.plugSeconds())));
      return new Goal(
          left.map(OptionalLong::of).orElse(OptionalLong.empty()), view.secondsNeeded(), mayTest);
    }

    // ---- what is told

    void report(
        MinimumCurrentEffect effect, BasicView view, int connected, List<BasicReport> reports) {
      switch (effect) {
        case MinimumCurrentEffect.Offer offer -> {}
        case MinimumCurrentEffect.AboveRequest said -> above = Optional.of(said);
        case MinimumCurrentEffect.AboveRequestEnded ended -> above = Optional.empty();
        case MinimumCurrentEffect.Paused paused ->
            reports.add(
                new BasicReport.Paused(paused.cause(), view.requestWatts(), view.hardWatts()));
        case MinimumCurrentEffect.Resumed resumed ->
            reports.add(new BasicReport.Resumed(resumed.pauseSeconds(), resumed.resumeSeconds()));
        case MinimumCurrentEffect.WakingUp waking ->
            reports.add(new BasicReport.WakingUp(waking.rung()));
        case MinimumCurrentEffect.DoesNotResume asleep ->
            reports.add(new BasicReport.DoesNotResume(asleep.pauseSeconds()));
        case MinimumCurrentEffect.Learned learned -> learn(learned.tolerance(), reports);
      }
    }

    /** Where the station's rule or a person decides, nothing is learned. */
    private void learn(PauseTolerance learned, List<BasicReport> reports) {
      boolean ruled =
          vehicle.filter(known -> known.tolerance().learns() != learned.learns()).isPresent();
      if (!ruled) {
        vehicle = vehicle.map(known -> known.knowing(learned));
        reports.add(new BasicReport.Learned(learned));
      }
    }

    /** Measures what flows above the request, and tells it where it changed enough. */
    void excess(BasicView view, int connected, long nanos, List<BasicReport> reports) {
      if (above.isEmpty()) {
        excess.ifPresent(told -> reports.add(new BasicReport.AboveRequestEnded(told.wattHours())));
        excess = Optional.empty();
        return;
      }
      MinimumCurrentEffect.AboveRequest now = above.get();
      double perAmp = view.wattsPerAmp() * connected;
      double drawn = view.drawnWatts().orElse(0.0) - view.requestWatts();
      double hours = excess.map(told -> (nanos - told.seenNanos()) / NANOS_PER_HOUR).orElse(0.0);
      double wattHours = excess.map(Excess::wattHours).orElse(0.0) + Math.max(0, drawn) * hours;
      if (excess.filter(told -> !worthTelling(told, now, perAmp, nanos)).isPresent()) {
        Excess told = excess.get();
        excess = Optional.of(new Excess(told.said(), told.atNanos(), wattHours, nanos));
        return;
      }
      excess = Optional.of(new Excess(now, nanos, wattHours, nanos));
      reports.add(
          new BasicReport.AboveRequest(
              now.requestAmps() * perAmp,
              now.offeredAmps() * perAmp,
              now.offeredAmps(),
              now.reason()));
    }

    private static boolean worthTelling(
        Excess told, MinimumCurrentEffect.AboveRequest now, double perAmp, long nanos) {
      if (told.said().reason() != now.reason()) {
        return true;
      }
      double before = told.said().offeredAmps() - told.said().requestAmps();
      double change = Math.abs(now.offeredAmps() - now.requestAmps() - before) * perAmp;
      return change >= TOLD_WATTS && nanos - told.atNanos() >= TOLD_EVERY_NANOS;
    }
  }
}
