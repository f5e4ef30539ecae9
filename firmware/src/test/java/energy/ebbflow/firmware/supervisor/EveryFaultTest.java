package energy.ebbflow.firmware.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault of the list: it is raised at its deadline and not before, its reaction is demanded,
 * it stays while its condition holds, and it goes away as its recovery rule says, not earlier.
 */
class EveryFaultTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;
  private static final SupervisorConfig DC = SupervisorConfig.of(true, 500, 60, 80);
  private static final SupervisorConfig AC = SupervisorConfig.of(false, 230, 32, 80);

  /** How a fault comes about. */
  private sealed interface Cause {
    /** Something is measured on an outlet of that kind, for so long. */
    record Measured(boolean direct, long patienceNanos, UnaryOperator<Seen> wrong)
        implements Cause {}

    /** Another layer says it. */
    record Told() implements Cause {}
  }

  private static Cause direct(UnaryOperator<Seen> wrong) {
    return new Cause.Measured(true, 0, wrong);
  }

  private static Cause direct(long patienceNanos, UnaryOperator<Seen> wrong) {
    return new Cause.Measured(true, patienceNanos, wrong);
  }

  private static Cause alternating(long patienceNanos, UnaryOperator<Seen> wrong) {
    return new Cause.Measured(false, patienceNanos, wrong);
  }

  private static Cause cause(StationFault fault) {
    return switch (fault) {
      case EMERGENCY_STOP -> direct(it -> it.emergencyStop(true));
      case SUPPLY_FAILING -> direct(Seen::supplyFailing);
      case RESIDUAL_CURRENT -> alternating(0, it -> it.residual(true));
      case EARTH_LOST -> alternating(0, Seen::earthLost);
      case ISOLATION -> direct(it -> it.kiloOhms(99));
      case OVER_VOLTAGE -> direct(it -> it.volts(560));
      case UNDER_VOLTAGE -> direct(SECOND, it -> it.transferring().volts(100));
      case OUTLET_LIVE -> direct(5 * SECOND, it -> it.plugged(false).volts(60));
      case GRID_OVER_VOLTAGE -> alternating(SECOND, it -> it.phaseVolts(230.0, 265.0, 230.0));
      case GRID_UNDER_VOLTAGE -> alternating(3 * SECOND, it -> it.phaseVolts(183.0, 183.0, 183.0));
      case PHASE_MISSING -> alternating(3 * SECOND, it -> it.phaseVolts(230.0, 230.0, 20.0));
      case DISCHARGE_INTO_NOTHING ->
          alternating(500 * MILLI, it -> it.grid(false).commanded(-16).amps(-16.0, -16.0, -16.0));
      case OVER_CURRENT -> alternating(100 * MILLI, it -> it.commanded(32).amps(16.0, 38.0, 16.0));
      case CURRENT_DEVIATION -> alternating(2 * SECOND, it -> it.amps(16.0, 16.0, 18.1));
      case VEHICLE_DISCONNECTED -> direct(10 * SECOND, it -> it.transferring().amps(0));
      case HIGH_TEMPERATURE -> direct(it -> it.celsius(70));
      case OVER_TEMPERATURE -> direct(it -> it.celsius(80));
      case CONTACTOR_WELDED -> direct(500 * MILLI, it -> it.contactors(false, true));
      case CURRENT_WHILE_OPEN -> alternating(5 * SECOND, it -> it.contactors(false, false));
      case CONTACTOR_DOES_NOT_CLOSE -> direct(500 * MILLI, it -> it.contactors(true, false));
      case LOCK -> direct(5 * SECOND, it -> it.contactors(false, false).amps(0).lock(true, false));
      case LOCK_OPENED -> alternating(100 * MILLI, it -> it.lock(true, false));
      case PROXIMITY -> alternating(300 * MILLI, Seen::noCable);
      case RESIDUAL_SELF_TEST -> alternating(0, it -> it.selfTestFailed("no answer"));
      case GRID_LOST -> direct(it -> it.grid(false));
      case METER -> direct(it -> it.backwards(true));
      case METER_DEVIATION -> alternating(30 * SECOND, it -> it.meterWatts(2_000));
      case SAFETY_CONTROLLER -> alternating(0, it -> it.safetyController("silent"));
      case DEVICE_SILENT -> direct(it -> it.spokeAt(-3 * SECOND));
      case DEVICE -> direct(it -> it.device("converter", "fan"));
      case PHASE_IMBALANCE -> alternating(60 * SECOND, it -> it.commanded(32).amps(30.0, 0.0, 0.0));
      case PILOT, VEHICLE_MODE, CABLE_CHECK, PRE_CHARGE, METER_AWAITED, OVERLOAD, STORAGE ->
          new Cause.Told();
    };
  }

  private Supervisor supervisor = Supervisor.initial(DC);

  @ParameterizedTest
  @EnumSource
  void isRaisedAtItsDeadlineAndRecoversAsItsRuleSays(StationFault fault) {
    switch (cause(fault)) {
      case Cause.Measured cause -> measured(fault, cause);
      case Cause.Told told -> told(fault);
    }
  }

  private void measured(StationFault fault, Cause.Measured cause) {
    SupervisorConfig config = cause.direct() ? DC : AC;
    supervisor = Supervisor.initial(config);
    assertEquals(List.of(), look(healthy(cause), 0), "a healthy outlet has no fault");
    long start = SECOND;
    Watched wrong = cause.wrong().apply(fresh(cause)).build();
    if (cause.patienceNanos() > 0) {
      look(wrong, start);
      look(wrong, start + cause.patienceNanos() - 1);
      assertFalse(supervisor.isActive(fault), fault + " came before its time");
    }
    List<SupervisorEffect> effects = look(wrong, start + cause.patienceNanos());
    assertTrue(
        effects.stream()
            .anyMatch(e -> e instanceof SupervisorEffect.Raised raised && raised.fault() == fault),
        effects::toString);
    assertTrue(supervisor.demands(fault.reaction()));
    look(wrong, start + 1_000 * SECOND);
    assertTrue(supervisor.isActive(fault), fault + " went away while its condition held");
    recovers(fault, config, healthy(cause), 2_000 * SECOND);
  }

  private void told(StationFault fault) {
    look(Seen.direct().build(), 0);
    supervisor = supervisor.hold(fault, "somebody says so", SECOND).next();
    assertTrue(supervisor.isActive(fault));
    assertEquals(Optional.of(fault.reaction()), supervisor.reaction());
    look(Seen.direct().build(), 1_000 * SECOND);
    assertTrue(supervisor.isActive(fault));
    supervisor = supervisor.release(fault);
    recovers(fault, DC, Seen.direct().build(), 2_000 * SECOND);
  }

  private void recovers(StationFault fault, SupervisorConfig config, Watched well, long from) {
    Watched unplugged =
        (config.direct() ? Seen.direct() : Seen.alternating()).plugged(false).build();
    switch (fault.recovery()) {
      case WHEN_GONE -> {
        look(well, from);
        look(well, from + config.recoverNanos() - 1);
        assertTrue(supervisor.isActive(fault), fault + " recovered too early");
        look(well, from + config.recoverNanos());
        assertFalse(supervisor.isActive(fault), fault + " does not recover");
      }
      case UNPLUG -> {
        look(well, from);
        look(well, from + 10_000 * SECOND);
        assertTrue(supervisor.isActive(fault), fault + " recovered with the vehicle plugged in");
        look(unplugged, from + 10_001 * SECOND);
        assertFalse(supervisor.isActive(fault), fault + " does not recover");
      }
      case RESTART -> {
        look(well, from);
        look(unplugged, from + 100_000 * SECOND);
        assertTrue(supervisor.isActive(fault), fault + " recovered without a restart");
        assertFalse(Supervisor.initial(config).isActive(fault));
      }
    }
  }

  private static Seen fresh(Cause.Measured cause) {
    return cause.direct() ? Seen.direct() : Seen.alternating();
  }

  private static Watched healthy(Cause.Measured cause) {
    return fresh(cause).build();
  }

  private List<SupervisorEffect> look(Watched seen, long nowNanos) {
    Supervisor.Step step = supervisor.step(seen, nowNanos);
    supervisor = step.next();
    return step.effects();
  }
}
