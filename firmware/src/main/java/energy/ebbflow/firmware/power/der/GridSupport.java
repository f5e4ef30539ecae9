package energy.ebbflow.firmware.power.der;

import energy.ebbflow.firmware.power.Bounds;
import energy.ebbflow.firmware.power.Lease;
import energy.ebbflow.firmware.power.Precedence;
import energy.ebbflow.ocpp.domain.GridRule;
import energy.ebbflow.ocpp.v2.der.GridEventFault;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules of the grid make of the power decision of one outlet. Limits are hard; a power
 * that grid support demands beyond them is a wish of the class of the user's needs: neither a
 * discharge floor nor a vehicle's own limit is broken for the grid.
 *
 * <p>Rules that need what is not measured take the outlet out of service: nothing is fed in, while
 * charging goes on. Immutable and pure.
 */
public final class GridSupport {
  /** Before the first rules came. */
  public static final GridSupport NONE =
      new GridSupport(
          List.of(),
          false,
          InService.ALWAYS,
          Map.of(),
          Map.of(),
          0,
          ReactiveSupport.NONE,
          Alarms.NONE,
          Optional.empty(),
          List.of());

  /** Our own: a rule that changes less has not taken over. */
  private static final double NOTICEABLE_WATTS = 100;

  private static final double NOTICEABLE_VARS = 100;

  /** Our own: a longer step would let power jump after a stall. */
  private static final double LONGEST_STEP_SECONDS = 1;

  private static final double NANOS_PER_SECOND = 1e9;

  private final List<GridRule> rules;
  private final boolean told;
  private final InService service;
  private final Map<DerControl, TripWatch> trips;
  private final Map<DerControl, CurveWatch> curves;
  private final double droopWatts;
  private final ReactiveSupport reactive;
  private final Alarms alarms;
  private final Optional<Long> lastNanos;
  private final List<Lease> leases;

  private GridSupport(
      List<GridRule> rules,
      boolean told,
      InService service,
      Map<DerControl, TripWatch> trips,
      Map<DerControl, CurveWatch> curves,
      double droopWatts,
      ReactiveSupport reactive,
      Alarms alarms,
      Optional<Long> lastNanos,
      List<Lease> leases) {
    this.rules = List.copyOf(rules);
    this.told = told;
    this.service = service;
    this.trips = Map.copyOf(trips);
    this.curves = Map.copyOf(curves);
    this.droopWatts = droopWatts;
    this.reactive = reactive;
    this.alarms = alarms;
    this.lastNanos = lastNanos;
    this.leases = List.copyOf(leases);
  }

  /**
   * An alarm that began or ended.
   *
   * @param fault what is wrong with the grid, where it is known
   */
  public record Alarm(
      DerControl kind, Optional<GridEventFault> fault, boolean ended, String text) {}

  /** The next state and what is to be told. */
  public record Step(GridSupport next, List<Alarm> alarms) {}

  /** Other rules hold from now on; at most one of each kind. */
  public GridSupport with(List<GridRule> others) {
    // After a start the grid is to be looked at first; later a rule comes to an outlet that runs.
    boolean begins = !told && others.stream().anyMatch(GridRule.EnterService.class::isInstance);
    Map<DerControl, TripWatch> keptTrips = new EnumMap<>(DerControl.class);
    Map<DerControl, CurveWatch> keptCurves = new EnumMap<>(DerControl.class);
    for (GridRule rule : others) {
      if (rules.contains(rule)) {
        keptTrips.put(rule.kind(), trips.getOrDefault(rule.kind(), TripWatch.CALM));
        keptCurves.put(rule.kind(), curves.getOrDefault(rule.kind(), CurveWatch.NEW));
      }
    }
    return new GridSupport(
        others,
        true,
        begins ? service.leave(0.5) : service,
        keptTrips,
        keptCurves,
        droopWatts,
        reactive,
        alarms,
        lastNanos,
        leases);
  }

  /** Nothing is demanded, and nothing of it lingers. */
  public boolean idle() {
    return rules.isEmpty()
        && leases.isEmpty()
        && droopWatts == 0
        && reactive.vars() == 0
        && service.in()
        && alarms.active().isEmpty();
  }

  /** What is said about power, as of the last step. */
  public List<Lease> leases() {
    return leases;
  }

  /** Reactive power wanted of the vehicle, var, positive where it absorbs. */
  public double vars() {
    return reactive.vars();
  }

  private <R extends GridRule> Optional<R> rule(Class<R> type, DerControl kind) {
    return rules.stream()
        .filter(rule -> rule.kind() == kind)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  /** Looks at the grid. */
  public Step step(GridView view, long nowNanos) {
    return new Working(view, nowNanos).run();
  }

  /** One step. */
  private final class Working {
    private final GridView view;
    private final long now;
    private final double seconds;
    private final List<Lease> said = new ArrayList<>();
    private final List<Alarms.Cause> causes = new ArrayList<>();
    private final Map<DerControl, TripWatch> nextTrips = new EnumMap<>(DerControl.class);
    private final Map<DerControl, CurveWatch> nextCurves = new EnumMap<>(DerControl.class);
    private InService nextService = service;
    private double nextDroop;
    private ReactiveSupport nextReactive = ReactiveSupport.NONE;
    private boolean passed;
    private boolean mustTrip;
    private boolean ceased;
    private boolean blind;

    Working(GridView view, long now) {
      this.view = view;
      this.now = now;
      this.seconds =
          lastNanos
              .map(last -> Math.clamp((now - last) / NANOS_PER_SECOND, 0, LONGEST_STEP_SECONDS))
              .orElse(0.0);
    }

    Step run() {
      rules.forEach(this::look);
      serve();
      rules.forEach(this::ramp);
      react();
      Alarms.Step seen = alarms.see(causes, now);
      return new Step(
          new GridSupport(
              rules,
              told,
              nextService,
              nextTrips,
              nextCurves,
              nextDroop,
              nextReactive,
              seen.next(),
              Optional.of(now),
              said),
          seen.told().stream()
              .map(t -> new Alarm(t.cause().kind(), t.cause().fault(), t.ended(), t.cause().text()))
              .toList());
    }

    private void look(GridRule rule) {
      switch (rule) {
        case GridRule.Droop droop -> droop(droop);
        case GridRule.Curve curve -> curve(curve);
        case GridRule.Trip trip -> trip(trip.kind(), trip.points());
        case GridRule.DischargeLimit limit -> limit(limit);
        case GridRule.EnterService enter -> {
          if (view.hertz().isEmpty() || view.lowPercent().isEmpty()) {
            blind(enter.kind());
          }
        }
        case GridRule.Ramps ramps -> {}
        case GridRule.Reactive reactive -> {
          if (reactive.kind() == DerControl.VOLT_VAR
              && view.varsMax().isPresent()
              && view.meanPercent().isEmpty()) {
            blind(reactive.kind());
          }
        }
      }
    }

    /** Reactive power, while the outlet is in service; active power makes room for it. */
    private void react() {
      List<GridRule.Reactive> reactives =
          rules.stream()
              .filter(GridRule.Reactive.class::isInstance)
              .map(GridRule.Reactive.class::cast)
              .toList();
      ReactiveSupport.Step step =
          reactive.step(reactives, view, nextService.in() && !blind && !ceased, seconds);
      nextReactive = step.next();
      if (step.kind().isEmpty()) {
        return;
      }
      DerControl kind = step.kind().get();
      step.wattsMax().ifPresent(most -> hard(kind, Bounds.limits(most, most)));
      double vars = nextReactive.vars();
      if (step.missingVars() >= NOTICEABLE_VARS) {
        causes.add(
            new Alarms.Cause(
                kind,
                Optional.empty(),
                Math.round(step.missingVars()) + " var more are asked for than there are"));
      } else if (kind == DerControl.VOLT_VAR && Math.abs(vars) >= NOTICEABLE_VARS) {
        double percent = view.meanPercent().orElse(100.0);
        cause(kind, vars > 0, false, percent);
      }
    }

    /** The fallback: what cannot be seen is not served. */
    private void blind(DerControl kind) {
      blind = true;
      causes.add(
          new Alarms.Cause(kind, Optional.empty(), "the grid is not measured: nothing is fed in"));
    }

    private void hard(DerControl kind, Bounds bounds) {
      said.add(Lease.standing("grid code " + kind.wire(), Precedence.HARD, bounds));
    }

    private void wish(DerControl kind, double watts) {
      said.add(
          Lease.standing("grid code " + kind.wire(), Precedence.MOBILITY, Bounds.target(watts)));
    }

    // ---- power by frequency and voltage

    private void droop(GridRule.Droop rule) {
      if (view.hertz().isEmpty()) {
        blind(rule.kind());
        return;
      }
      double target = droopTarget(rule, view.hertz().get());
      nextDroop = Curves.lag(droopWatts, target, seconds, rule.responseSeconds());
      if (target == 0 && Math.abs(nextDroop) < 1) {
        nextDroop = 0;
      }
      if (nextDroop == 0) {
        return;
      }
      double wanted = view.wantedWatts() + nextDroop;
      if (nextDroop > 0) {
        hard(rule.kind(), Bounds.discharge(Math.max(0, -wanted)));
      } else {
        hard(rule.kind(), Bounds.charge(Math.max(0, wanted)));
      }
      if (wanted * nextDroop > 0) {
        wish(rule.kind(), wanted);
      }
      boolean over = nextDroop > 0;
      if (Math.abs(nextDroop) >= NOTICEABLE_WATTS) {
        cause(rule.kind(), over, true, view.hertz().get());
      }
    }

    /** What is added to the power towards the vehicle. */
    private double droopTarget(GridRule.Droop rule, double hertz) {
      double nominal = nominal((rule.overHertz() + rule.underHertz()) / 2);
      // What only charges follows by what it takes.
      double rated = view.ratedFeedWatts() > 0 ? view.ratedFeedWatts() : view.ratedTakeWatts();
      if (hertz > rule.overHertz()) {
        return (hertz - rule.overHertz()) / nominal / rule.overDroop() * rated;
      }
      return hertz < rule.underHertz()
          ? -(rule.underHertz() - hertz) / nominal / rule.underDroop() * rated
          : 0;
    }

    private void curve(GridRule.Curve rule) {
      boolean frequency = rule.kind() == DerControl.FREQ_WATT;
      Optional<Double> x = frequency ? view.hertz() : view.furthestPercent();
      if (x.isEmpty()) {
        blind(rule.kind());
        return;
      }
      CurveWatch watch =
          curves.getOrDefault(rule.kind(), CurveWatch.NEW).see(rule, x.get(), seconds, now);
      nextCurves.put(rule.kind(), watch);
      double percent = watch.percent().orElse(100.0);
      double base =
          rule.ofAvailable() ? view.undisturbed().discharge().max().value() : view.ratedFeedWatts();
      double most = Math.max(0, percent) / 100 * base;
      hard(rule.kind(), Bounds.discharge(most));
      double demanded = Math.max(0, -percent) / 100 * view.ratedTakeWatts();
      if (percent < 0 && demanded > view.wantedWatts()) {
        wish(rule.kind(), demanded);
      }
      double changed = percent < 0 ? demanded - view.wantedWatts() : -view.wantedWatts() - most;
      if (changed >= NOTICEABLE_WATTS) {
        cause(rule.kind(), x.get() > (frequency ? nominal(x.get()) : 100), frequency, x.get());
      }
    }

    /** Of the grids of the world, in Hz. */
    private static double nominal(double hertz) {
      return hertz < 55 ? 50 : 60;
    }

    private void cause(DerControl kind, boolean over, boolean frequency, double value) {
      GridEventFault fault =
          frequency
              ? over ? GridEventFault.OVER_FREQUENCY : GridEventFault.UNDER_FREQUENCY
              : over ? GridEventFault.OVER_VOLTAGE : GridEventFault.UNDER_VOLTAGE;
      causes.add(
          new Alarms.Cause(
              kind, Optional.of(fault), hundredths(value) + (frequency ? " Hz" : " %")));
    }

    private static double hundredths(double value) {
      return Math.round(value * 100) / 100.0;
    }

    // ---- trips

    private void trip(DerControl kind, List<GridRule.Point> points) {
      Optional<Double> value =
          switch (kind) {
            case HF_MUST_TRIP, LF_MUST_TRIP -> view.hertz();
            case HV_MUST_TRIP, HV_MOM_CESS -> view.highPercent();
            case LV_MUST_TRIP, LV_MOM_CESS -> view.lowPercent();
            default -> Optional.of(fedPercent());
          };
      if (value.isEmpty()) {
        blind(kind);
        return;
      }
      boolean upwards =
          kind != DerControl.LF_MUST_TRIP
              && kind != DerControl.LV_MUST_TRIP
              && kind != DerControl.LV_MOM_CESS;
      TripWatch watch =
          trips.getOrDefault(kind, TripWatch.CALM).see(points, upwards, value.get(), now);
      nextTrips.put(kind, watch);
      boolean momentary = kind == DerControl.HV_MOM_CESS || kind == DerControl.LV_MOM_CESS;
      passed |= watch.passed() && !momentary;
      if (watch.due()) {
        hard(kind, Bounds.limits(0, 0));
        ceased = true;
        mustTrip |= !momentary;
        boolean frequency = kind == DerControl.HF_MUST_TRIP || kind == DerControl.LF_MUST_TRIP;
        if (kind == DerControl.POWER_MONITORING_MUST_TRIP
            || kind == DerControl.LIMIT_MAX_DISCHARGE) {
          causes.add(
              new Alarms.Cause(
                  kind, Optional.empty(), hundredths(value.get()) + " % of the rated power"));
        } else {
          cause(kind, upwards, frequency, value.get());
        }
      }
    }

    private double fedPercent() {
      return view.ratedFeedWatts() > 0
          ? Math.max(0, -view.measuredWatts()) / view.ratedFeedWatts() * 100
          : 0;
    }

    private void limit(GridRule.DischargeLimit rule) {
      rule.percent()
          .ifPresent(
              percent -> {
                double most = percent / 100 * view.ratedFeedWatts();
                hard(rule.kind(), Bounds.discharge(most));
                if (-view.wantedWatts() - most >= NOTICEABLE_WATTS) {
                  causes.add(
                      new Alarms.Cause(
                          rule.kind(), Optional.empty(), "limited to " + Math.round(most) + " W"));
                }
              });
      if (!rule.trip().isEmpty()) {
        trip(rule.kind(), rule.trip());
      }
    }

    // ---- service

    private void serve() {
      Optional<GridRule.EnterService> enter =
          rule(GridRule.EnterService.class, DerControl.ENTER_SERVICE);
      if (nextService.in() && (mustTrip || blind)) {
        nextService = nextService.leave(chance());
      }
      boolean normal = !passed && !blind && enter.map(this::within).orElse(true);
      nextService = nextService.see(enter, normal, now);
      if (!nextService.in()) {
        said.add(Lease.standing("grid code: out of service", Precedence.HARD, Bounds.discharge(0)));
      }
    }

    private boolean within(GridRule.EnterService rule) {
      return view.hertz().filter(f -> f >= rule.lowHertz() && f <= rule.highHertz()).isPresent()
          && view.lowPercent().filter(v -> v >= rule.lowPercent()).isPresent()
          && view.highPercent().filter(v -> v <= rule.highPercent()).isPresent();
    }

    /** Enough of chance for neighbours not to come back together: the moment of the trip. */
    private double chance() {
      long mixed = view.wall().toEpochMilli() * 0x9E3779B97F4A7C15L + now;
      mixed ^= mixed >>> 32;
      return Math.floorMod(mixed, 1_001L) / 1_000.0;
    }

    private void ramp(GridRule rule) {
      switch (rule) {
        case GridRule.EnterService enter -> returning(enter.kind(), enter.rampSeconds());
        case GridRule.Ramps ramps -> {
          returning(ramps.kind(), ramps.softSeconds());
          if (ramps.seconds() > 0) {
            double fed = Math.max(0, -view.decidedWatts());
            hard(
                ramps.kind(),
                Bounds.discharge(fed + view.ratedFeedWatts() * seconds / ramps.seconds()));
          }
        }
        case GridRule.Droop droop -> {}
        case GridRule.Curve curve -> {}
        case GridRule.Trip trip -> {}
        case GridRule.DischargeLimit limit -> {}
        case GridRule.Reactive reactive -> {}
      }
    }

    private void returning(DerControl kind, double rampSeconds) {
      double share = nextService.share(rampSeconds, now);
      if (share < 1) {
        hard(kind, Bounds.discharge(share * view.ratedFeedWatts()));
      }
    }
  }
}
