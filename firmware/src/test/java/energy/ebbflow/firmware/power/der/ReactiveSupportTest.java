package energy.ebbflow.firmware.power.der;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.power.Lease;
import energy.ebbflow.firmware.power.PowerDecision;
import energy.ebbflow.hal.Watts;
import energy.ebbflow.ocpp.domain.GridRule;
import energy.ebbflow.ocpp.domain.GridRule.Point;
import energy.ebbflow.ocpp.domain.GridRule.Reference;
import energy.ebbflow.ocpp.domain.GridRule.VarBase;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Reactive power of a vehicle of 11 kVA at an outlet that asks for 6 kvar at most. A wish is
 * positive where the vehicle absorbs.
 */
class ReactiveSupportTest {
  private static final double RATED = 11_000;
  private static final double VARS = 6_000;
  private static final long SECOND = 1_000_000_000L;

  private GridSupport support = GridSupport.NONE;
  private long now;
  private List<GridSupport.Alarm> alarms = List.of();

  private void rules(GridRule... rules) {
    support = support.with(List.of(rules));
  }

  private double vars(double volts, double watts) {
    return vars(List.of(volts, volts, volts), watts, Optional.of(VARS));
  }

  private double vars(List<Double> percents, double watts, Optional<Double> most) {
    PowerDecision wanted =
        new PowerDecision(
            new PowerDecision.Cap(new Watts(RATED), "outlet"),
            new PowerDecision.Cap(new Watts(RATED), "outlet"),
            new Watts(watts),
            "test");
    now += SECOND;
    GridSupport.Step step =
        support.step(
            new GridView(
                Optional.of(50.0),
                percents,
                RATED,
                RATED,
                wanted,
                watts,
                watts,
                most,
                Instant.EPOCH),
            now);
    support = step.next();
    alarms = step.alarms();
    return support.vars();
  }

  /** The active power that is left, in both directions; NaN where nothing is said. */
  private double left() {
    return support.leases().stream()
        .map(Lease::bounds)
        .filter(bounds -> bounds.chargeMax().isPresent() && bounds.dischargeMax().isPresent())
        .mapToDouble(bounds -> bounds.chargeMax().orElseThrow().value())
        .findFirst()
        .orElse(Double.NaN);
  }

  private static GridRule.ReactiveCurve curve(
      DerControl kind, VarBase base, Reference reference, double seconds, Point... points) {
    return new GridRule.ReactiveCurve("c", kind, base, List.of(points), seconds, reference);
  }

  private static GridRule.ReactiveCurve voltVar(double seconds, Reference reference) {
    return curve(
        DerControl.VOLT_VAR,
        VarBase.MAX_VARS,
        reference,
        seconds,
        new Point(92, 100),
        new Point(98, 0),
        new Point(102, 0),
        new Point(108, -100));
  }

  /** OCPP: positive is given, negative absorbed; active power makes room (6-8-10 kVA and so on). */
  @Test
  void aFixedReactivePowerGoesBeforeActivePower() {
    rules(new GridRule.FixedVar("v", -50, VarBase.MAX_VARS));
    assertEquals(3_000, vars(100, 5_000), 0.1);
    assertEquals(Math.sqrt(RATED * RATED - 3_000.0 * 3_000), left(), 0.1);
    rules(new GridRule.FixedVar("v", 100, VarBase.MAX_VARS));
    assertEquals(-VARS, vars(100, 5_000), 0.1);
  }

  /** Of what is left: it takes nothing from active power. */
  @Test
  void ofWhatIsAvailableActivePowerGoesFirst() {
    rules(new GridRule.FixedVar("v", 100, VarBase.AVAILABLE_VARS));
    assertEquals(-VARS, vars(100, 5_000), 0.1);
    assertEquals(-Math.sqrt(RATED * RATED - 10_000.0 * 10_000), vars(100, -10_000), 0.1);
    assertEquals(0, vars(100, 11_000), 0.1);
    assertTrue(Double.isNaN(left()));
  }

  /** Percent of the rated power: 60 % of 11 kW is more than 6 kvar, which is told. */
  @Test
  void moreThanThereIsIsAnAlarm() {
    rules(new GridRule.FixedVar("v", 60, VarBase.MAX_WATTS));
    assertEquals(-VARS, vars(100, 0), 0.1);
    assertEquals("600 var more are asked for than there are", alarms.getFirst().text());
    assertEquals(DerControl.FIXED_VAR, alarms.getFirst().kind());
  }

  /** cos phi 0.8: three quarters of the active power. Each direction has a factor of its own. */
  @Test
  void aPowerFactorFollowsTheActivePowerOfItsDirection() {
    rules(
        new GridRule.PowerFactor("i", DerControl.FIXED_PF_INJECT, 0.8, false),
        new GridRule.PowerFactor("a", DerControl.FIXED_PF_ABSORB, 0.8, true));
    assertEquals(3_000, vars(100, 4_000), 0.1);
    assertEquals(-3_000, vars(100, -4_000), 0.1);
    // 8.8 kW of 11 kVA at 0.8 would be 6.6 kvar: 6 kvar leave 9.2 kW.
    assertEquals(Math.sqrt(RATED * RATED - VARS * VARS), left(), 0.1);
    assertEquals(-VARS, vars(100, -8_800), 0.1);
    assertEquals(0, vars(100, 0), 0.1);
  }

  /** What divides by nearly nothing asks for a finite amount, and for none of nothing. */
  @Test
  void aTinyPowerFactorAsksForNoMoreThanThereIs() {
    for (double cosPhi : new double[] {1e-17, 1e-320, 0}) {
      rules(new GridRule.PowerFactor("a", DerControl.FIXED_PF_ABSORB, cosPhi, true));
      assertEquals(0, vars(100, 0), 1e-9);
      assertEquals(VARS, vars(100, 4_000), 0.1);
      assertEquals(500 * Math.sqrt(0.99) / 0.1, vars(100, 500), 0.1);
      rules(
          curve(
              DerControl.WATT_PF,
              VarBase.MAX_VARS,
              Reference.NOMINAL,
              0,
              new Point(0, -cosPhi),
              new Point(100, -cosPhi)));
      assertEquals(0, Math.abs(vars(100, 0)), 1e-9);
      assertEquals(-VARS, vars(100, -5_500), 0.1);
    }
  }

  /** A limit that is none: nothing is asked, and the next one counts again. */
  @Test
  void whatIsNoNumberAsksForNothing() {
    rules(new GridRule.FixedVar("v", 100, VarBase.AVAILABLE_VARS));
    assertEquals(0, vars(List.of(100.0), 0, Optional.of(Double.NaN)), 1e-9);
    assertEquals(-VARS, vars(100, 0), 0.1);
  }

  /** All 11 kVA of reactive power would leave no active power: 0.9 of it leave 4.8 kW. */
  @Test
  void reactivePowerAlwaysLeavesActivePower() {
    rules(new GridRule.FixedVar("v", 100, VarBase.MAX_VARS));
    assertEquals(-0.9 * RATED, vars(List.of(100.0), 5_000, Optional.of(RATED)), 0.1);
    assertEquals(RATED * Math.sqrt(1 - 0.81), left(), 0.1);
    rules(voltVar(0, Reference.NOMINAL));
    assertEquals(0.9 * RATED, vars(List.of(110.0), 5_000, Optional.of(RATED)), 0.1);
    assertEquals(RATED * Math.sqrt(1 - 0.81), left(), 0.1);
  }

  @Test
  void aPowerFactorOfTheOtherDirectionAsksForNothing() {
    rules(new GridRule.PowerFactor("i", DerControl.FIXED_PF_INJECT, 0.8, false));
    assertEquals(0, vars(100, 4_000), 0.1);
    assertTrue(Double.isNaN(left()));
  }

  /** IEEE 1547-2018 Figure H.4: low voltage is lifted, high voltage lowered. */
  @Test
  void reactivePowerFollowsTheMeanVoltage() {
    rules(voltVar(0, Reference.NOMINAL));
    assertEquals(0, vars(100, 0), 0.1);
    assertEquals(-VARS / 2, vars(95, 0), 0.1);
    assertEquals(DerControl.VOLT_VAR, alarms.getFirst().kind());
    assertEquals(VARS, vars(110, 0), 0.1);
    assertEquals(VARS / 2, vars(List.of(100.0, 105.0, 110.0), 0, Optional.of(VARS)), 0.1);
  }

  /** Nine tenths of the way in the response time, not at once. */
  @Test
  void voltVarTakesItsTime() {
    rules(voltVar(5, Reference.NOMINAL));
    vars(100, 0);
    for (int second = 1; second < 5; second++) {
      assertTrue(vars(108, 0) < 0.9 * VARS - 1, "after " + second + " s");
    }
    assertEquals(0.9 * VARS, vars(108, 0), 1);
  }

  /** vRef of 105 %: what is 105 % of the nominal voltage is 100 % of the curve. */
  @Test
  void theReferenceMovesTheCurve() {
    rules(voltVar(0, new Reference(105, Optional.empty())));
    assertEquals(0, vars(105, 0), 0.1);
    assertEquals(VARS, vars(108 * 1.05, 0), 0.1);
  }

  /** A reference that follows forgets a lasting deviation, but never beyond 105 %. */
  @Test
  void aReferenceThatFollowsGivesReactivePowerBack() {
    rules(voltVar(0, new Reference(100, Optional.of(300.0))));
    vars(100, 0);
    double first = vars(105, 0);
    assertEquals(VARS / 2, first, 100);
    for (int second = 0; second < 300; second++) {
      vars(105, 0);
    }
    // 63 % of the way: 103.2 % is the middle, 105 % is 101.8 % of it.
    assertEquals(0, vars(105, 0), 0.1);
    for (int second = 0; second < 3_000; second++) {
      vars(110, 0);
    }
    assertEquals((110 / 1.05 - 102) / 6 * VARS, vars(110, 0), 1);
  }

  @Test
  void withoutTheVoltageNothingIsFedInAndNothingAsked() {
    rules(voltVar(0, Reference.NOMINAL));
    vars(110, -3_000);
    assertEquals(0, vars(List.of(), -3_000, Optional.of(VARS)), 0.1);
    assertTrue(
        support.leases().stream()
            .anyMatch(lease -> lease.source().equals("grid code: out of service")));
  }

  /** x is percent of the rated power, positive into the grid. */
  @Test
  void wattVarFollowsTheActivePower() {
    rules(
        curve(
            DerControl.WATT_VAR,
            VarBase.MAX_VARS,
            Reference.NOMINAL,
            0,
            new Point(-100, 50),
            new Point(0, 0),
            new Point(100, -50)));
    assertEquals(1_500, vars(100, -5_500), 0.1);
    assertEquals(-1_500, vars(100, 5_500), 0.1);
    // Room for the largest value of the curve, whatever flows: a limit that does not chase.
    assertEquals(Math.sqrt(RATED * RATED - 3_000.0 * 3_000), left(), 0.1);
  }

  /** From 0.9 giving to 0.9 absorbing the way is by 1. */
  @Test
  void wattPfChangesItsSignByOne() {
    rules(
        curve(
            DerControl.WATT_PF,
            VarBase.MAX_VARS,
            Reference.NOMINAL,
            0,
            new Point(0, -0.9),
            new Point(100, 0.9)));
    assertEquals(0, vars(100, -5_500), 0.1);
    double atQuarter = 2_750 * Math.sqrt(1 - 0.95 * 0.95) / 0.95;
    assertEquals(-atQuarter, vars(100, -2_750), 0.1);
    assertEquals(3 * atQuarter, vars(100, -8_250), 0.1);
  }

  /** No session of ISO 15118-20 AC BPT, or a DC outlet: nothing is asked, nothing limited. */
  @Test
  void whoCannotIsAskedForNothing() {
    rules(new GridRule.FixedVar("v", 100, VarBase.MAX_VARS), voltVar(0, Reference.NOMINAL));
    assertEquals(0, vars(List.of(), -3_000, Optional.empty()), 0.1);
    assertEquals(List.of(), support.leases());
    assertEquals(List.of(), alarms);
  }

  @Test
  void outOfServiceAsksForNothing() {
    rules(
        new GridRule.FixedVar("v", 100, VarBase.MAX_VARS),
        new GridRule.Trip("t", DerControl.HV_MUST_TRIP, List.of(new Point(120, 0))));
    assertEquals(-VARS, vars(100, -3_000), 0.1);
    assertEquals(0, vars(125, -3_000), 0.1);
    assertEquals(0, vars(100, 0), 0.1);
  }

  /** Cleared: the next step asks for nothing any more, and then nothing lingers. */
  @Test
  void whatIsClearedIsForgotten() {
    rules(new GridRule.FixedVar("v", 100, VarBase.AVAILABLE_VARS));
    vars(100, 0);
    rules();
    assertTrue(!support.idle());
    assertEquals(0, vars(100, 0), 0.1);
    assertTrue(support.idle());
  }
}
