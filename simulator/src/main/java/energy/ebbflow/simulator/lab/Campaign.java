package energy.ebbflow.simulator.lab;

import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.simulator.board.BoardEvent;
import energy.ebbflow.simulator.board.BoardScript;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import energy.ebbflow.simulator.ev.model.UserPlan;
import energy.ebbflow.simulator.physics.ContactorFault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The seeded campaign. A seed first makes chaos, in which nothing dangerous may happen; then all
 * faults end, and a healthy vehicle must be charged. Everything follows from the seed.
 */
public final class Campaign {
  /** After the chaos the outlet may need this long until it is itself again. */
  static final double CALM_SECONDS = 30;

  /** A healthy vehicle is charging by then: fallback from digital to basic takes most of it. */
  static final double CHARGE_SECONDS = 60;

  private static final double LEAVE_SECONDS = 40;
  private static final double CHARGING_AMPS = 4;
  private static final double EMPTY = 0.3;

  /**
   * A seed's outcome.
   *
   * @param failure what was broken; empty if nothing was
   * @param trace everything that happened
   */
  public record Report(long seed, Optional<String> failure, List<String> trace) {
    /** The failure with the seed that replays it. */
    @Override
    public String toString() {
      return "seed " + seed + ": " + failure.orElse("passed");
    }
  }

  private static final List<EvProtocol> DC_PROTOCOLS =
      List.of(EvProtocol.ISO20_DC, EvProtocol.ISO2, EvProtocol.DIN);
  private static final List<EvProtocol> AC_PROTOCOLS =
      List.of(EvProtocol.ISO20_AC, EvProtocol.ISO2);

  private final Map<String, EvConfig> vehicles;

  /**
   * @param vehicles by name: bpt-dc, dc, ac-three-phase, no-sdp
   */
  public Campaign(Map<String, EvConfig> vehicles) {
    this.vehicles = Map.copyOf(vehicles);
  }

  /** Runs one seed. */
  public Report run(long seed) {
    Plan plan = Plan.of(seed, vehicles);
    return run(seed, plan, new Lab(plan.lab()), Tamper.NOBODY);
  }

  /**
   * Runs one seed with a link that cannot be trusted: messages are changed on their way, and a
   * second vehicle may claim the pilot line.
   */
  public Report besieged(long seed) {
    // Other dice than those of the plan: the same seed makes the same chaos beside it.
    Dice dice = new Dice(~seed);
    Plan plan = Plan.of(seed, vehicles);
    plan = plan.speaking(dice.pick(plan.dc() ? DC_PROTOCOLS : AC_PROTOCOLS));
    Lab lab = new Lab(plan.lab());
    if (dice.chance(0.4)) {
      // It listens from the start, so that it may be the first to speak.
      lab.haunt(
          plan.lab()
              .vehicle()
              .with(
                  new UserPlan(
                      dice.between(0, 0.1),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()))
              .with(Misbehaviour.NONE));
    }
    return run(seed, plan, lab, new Mischief(dice, dice.between(0.002, 0.2)));
  }

  private Report run(long seed, Plan plan, Lab lab, Tamper tamper) {
    Optional<String> failure;
    try {
      lab.between(tamper);
      failure = chaos(plan, lab);
      if (failure.isEmpty() && !plan.welded()) {
        lab.between(Tamper.NOBODY);
        lab.calmed();
        failure = calm(plan, lab);
      }
    } catch (RuntimeException broken) {
      failure = Optional.of("an exception: " + broken);
    }
    return new Report(seed, failure.map(f -> f + " at " + seconds(lab) + " s"), lab.trace());
  }

  private static String seconds(Lab lab) {
    return String.valueOf(lab.board().nanos() / 1_000_000 / 1000.0);
  }

  private static Optional<String> chaos(Plan plan, Lab lab) {
    Guard guard = new Guard(plan.dc(), plan.discharge());
    long end = Math.round(Plan.CHAOS_SECONDS * 1e9);
    boolean[] excused = new boolean[1];
    while (lab.board().nanos() < end) {
      lab.tick();
      Situation now = Situation.at(plan.lab().board(), lab.board().nanos());
      excused[0] |= now.welded();
      Optional<String> broken = guard.broken(lab, excused[0], now.emergency(), now.jammed());
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  /** Which faults of the script are on. */
  private record Situation(boolean welded, boolean emergency, boolean jammed) {
    static Situation at(BoardScript script, long nanos) {
      boolean welded = false;
      Set<Class<?>> open = Set.of();
      boolean jammed = false;
      for (BoardScript.Step step : script.steps()) {
        if (step.seconds() * 1e9 > nanos) {
          break;
        }
        if (step.event() instanceof BoardEvent.Contactors contactors) {
          welded = contactors.fault() == ContactorFault.WELDED;
        }
        open = atOnce(step.event(), open);
        if (step.event() instanceof BoardEvent.LockJam jam) {
          jammed = jam.jammed();
        }
      }
      return new Situation(welded, !open.isEmpty(), jammed);
    }

    /** The kinds of events that hold now and demand open contactors at once. */
    private static Set<Class<?>> atOnce(BoardEvent event, Set<Class<?>> before) {
      Optional<Boolean> bad =
          switch (event) {
            case BoardEvent.EmergencyStop stop -> Optional.of(stop.pressed());
            case BoardEvent.ResidualCurrent residual -> Optional.of(residual.tripped());
            case BoardEvent.Earth earth -> Optional.of(!earth.connected());
            case BoardEvent.Supply supply -> Optional.of(!supply.good());
            case BoardEvent other -> Optional.empty();
          };
      if (bad.isEmpty()) {
        return before;
      }
      Set<Class<?>> now = new HashSet<>(before);
      if (bad.get()) {
        now.add(event.getClass());
      } else {
        now.remove(event.getClass());
      }
      return now;
    }
  }

  private Optional<String> calm(Plan plan, Lab lab) {
    lab.next(withUser(plan.lab().vehicle(), gone()), EMPTY);
    lab.office(new BackOfficeCommand.LinkChanged(true, "calm"));
    lab.office(new BackOfficeCommand.Availability(9, 1, true));
    lab.office(Plan.bounds(Optional.empty(), Optional.empty()));
    lab.run(CALM_SECONDS);
    if (lab.evse().transaction().isPresent()) {
      return Optional.of("a transaction goes on without a vehicle");
    }
    if (!plan.lab().accepts()) {
      return ledger(lab);
    }
    EvConfig healthy = withUser(plan.lab().vehicle(), UserPlan.ORDINARY);
    lab.next(healthy.with(Misbehaviour.NONE), EMPTY);
    Guard guard = new Guard(plan.dc(), true);
    double amps = 0;
    long end = lab.board().nanos() + Math.round(CHARGE_SECONDS * 1e9);
    while (amps < CHARGING_AMPS && lab.board().nanos() < end) {
      lab.tick();
      amps = Math.max(lab.body().view().inletAmps(), lab.body().view().phaseAmps());
      Optional<String> broken = guard.broken(lab, false, false, false);
      if (broken.isPresent()) {
        return broken;
      }
    }
    if (amps < CHARGING_AMPS) {
      return Optional.of("a healthy vehicle is not charged after the faults are gone");
    }
    lab.run(1);
    lab.evse().transaction().ifPresent(id -> lab.office(new BackOfficeCommand.Stop(10, id)));
    lab.run(LEAVE_SECONDS);
    if (!lab.vehicle().left()) {
      return Optional.of("the vehicle is not let go after a remote stop");
    }
    return ledger(lab);
  }

  private static UserPlan gone() {
    return new UserPlan(
        1e6, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static EvConfig withUser(EvConfig vehicle, UserPlan user) {
    return vehicle.with(user);
  }

  /** Every transaction has one beginning and one end, and its registers never run backwards. */
  static Optional<String> ledger(Lab lab) {
    Map<String, Integer> open = new HashMap<>();
    for (StationEvent event : lab.told()) {
      if (event instanceof StationEvent.Transaction transaction) {
        int seen = open.getOrDefault(transaction.transaction(), 0);
        int next =
            switch (transaction.kind()) {
              case STARTED -> seen + 1;
              case UPDATED -> seen;
              case ENDED -> seen + 10;
            };
        boolean started = transaction.kind() == StationEvent.Transaction.Kind.STARTED;
        if ((started && seen != 0) || (!started && seen != 1)) {
          return Optional.of(transaction.kind() + " out of order in " + transaction.transaction());
        }
        open.put(transaction.transaction(), next);
      }
    }
    return open.entrySet().stream()
        .filter(e -> e.getValue() != 11)
        .map(e -> e.getKey() + " never ended")
        .findFirst();
  }
}
