package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.MILLI;
import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Watts;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.NeedsAnswer.Verdict;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.domain.Steering;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an outlet finds out by itself about its power, and what others bound it to. */
class GridServicesTest {
  private static final double BATTERY_VOLTS = 380;

  private final EvseRig rig = EvseRig.dc(Optional.of(TOKEN));

  @BeforeEach
  void charging() {
    rig.plug().acceptLastQuestion();
    rig.charge();
    assertTrue(rig.closed() && rig.amps() > 0, "the rig charges");
  }

  private static PowerBounds bounds(String mode, Optional<Instant> until, Steering steering) {
    return new PowerBounds(
        1, Optional.empty(), Optional.empty(), Optional.empty(), mode, "test", until, steering);
  }

  private static Steering frequency(double baseline, double signal) {
    return new Steering(
        Optional.of(
            new Steering.Frequency(
                baseline,
                List.of(
                    new Steering.Frequency.Point(49.8, -10_000),
                    new Steering.Frequency.Point(49.99, 0),
                    new Steering.Frequency.Point(50.01, 0),
                    new Steering.Frequency.Point(50.2, 10_000)),
                signal,
                0.010)),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        5);
  }

  private double watts() {
    return rig.evse.decision().setpoint().value();
  }

  private void hertz(double hertz) {
    rig.input(
        new EvseInput.Measured(new Reading.GridQuality(Optional.of(hertz), List.of(), 3 * SECOND)));
  }

  /** Q08.FR.06: the very pass that hears of the frequency decides; no link is asked. */
  @Test
  void powerFollowsTheFrequency() {
    hertz(50);
    rig.command(bounds("LocalFrequency", Optional.empty(), frequency(1_000, 0)));
    assertEquals(1_000, watts(), 0.1);
    hertz(49.8);
    assertEquals(-9_000, watts(), 0.1);
    rig.run(200 * MILLI);
    assertEquals(-9_000 / BATTERY_VOLTS, rig.amps(), 0.5);
    hertz(50.105);
    assertEquals(6_000, watts(), 0.1);
    // Beyond the ends of the curve as at its end.
    hertz(51);
    assertEquals(11_000, watts(), 0.1);
    rig.run(200 * MILLI);
    assertEquals(11_000 / BATTERY_VOLTS, rig.amps(), 0.5);
  }

  /** Q08.FR.07: less than the threshold of 10 mHz changes nothing, 10 mHz do. */
  @Test
  void aSmallChangeOfTheFrequencyChangesNothing() {
    hertz(50.1);
    rig.command(bounds("LocalFrequency", Optional.empty(), frequency(0, 0)));
    double before = watts();
    hertz(50.109);
    assertEquals(before, watts());
    hertz(50.11);
    assertEquals(before + 10_000 * 0.01 / 0.19, watts(), 0.1);
  }

  /** Q08.FR.10. */
  @Test
  void theSignalComesOnTop() {
    hertz(50);
    rig.command(bounds("LocalFrequency", Optional.empty(), frequency(0, -2_500)));
    assertEquals(-2_500, watts(), 0.1);
  }

  /**
   * A word of a source that is good for 3 s: after 2.9 s it still counts, after 3 s the plan does.
   */
  @Test
  void withoutTheFrequencyThePlanAloneHolds() {
    hertz(49.8);
    rig.command(bounds("LocalFrequency", Optional.empty(), frequency(500, 0)));
    rig.run(2_900 * MILLI);
    assertEquals(-9_500, watts(), 0.1);
    rig.run(100 * MILLI);
    assertEquals(500, watts(), 0.1);
    hertz(49.8);
    assertEquals(-9_500, watts(), 0.1);
  }

  /** The next limit may be told late, or hours late after the clock was set back. */
  @Test
  void aLimitHoldsBeyondItsTurnUntilTheNextOneIsTold() {
    rig.command(
        new PowerBounds(
            1,
            Optional.of(new PowerBounds.Quantity(5_000, PowerBounds.Unit.WATT)),
            Optional.empty(),
            Optional.empty(),
            "ChargingOnly",
            "5",
            Optional.of(Instant.ofEpochSecond(2, rig.nanos - rig.origin))));
    rig.run(1_000 * MILLI);
    assertEquals(5_000, watts(), 0.1);
    rig.run(10_000 * MILLI);
    assertEquals(5_000, watts(), 0.1);
  }

  /** Q11: when its time is over the outlet does what it does without a profile. */
  @Test
  void whatHasEndedSteersNoMore() {
    hertz(49.8);
    rig.command(
        bounds(
            "LocalFrequency",
            Optional.of(Instant.ofEpochSecond(5, rig.nanos - rig.origin)),
            frequency(0, 0)));
    rig.run(1_000 * MILLI);
    hertz(49.8);
    assertEquals(-10_000, watts(), 0.1);
    rig.run(4_500 * MILLI);
    hertz(49.8);
    assertTrue(watts() > 0, "it charges again: " + watts());
  }

  /** R12, decision 0131: the service may not take what the user keeps. */
  @Test
  void theUsersFloorGoesBeforeTheService() {
    hertz(49.8);
    rig.command(bounds("LocalFrequency", Optional.empty(), frequency(0, 0)));
    rig.says(new SeccEffect.VehicleReport(RigVehicle.says(15)));
    hertz(49.8);
    assertEquals(0, watts(), 0.1);
  }

  private static Steering balancing() {
    return balancing(1);
  }

  private static Steering balancing(int sharers) {
    return new Steering(
        Optional.empty(),
        Optional.of(new Steering.Balancing(10_000, -5_000, 1_000, -1_000, sharers)),
        Optional.empty(),
        false,
        false,
        5);
  }

  private void site(double watts) {
    rig.input(new EvseInput.Measured(new Reading.Site(new Watts(watts))));
  }

  /**
   * Q09.FR.04. The building draws 13 kW beside the outlet: 2 kW out of the vehicle bring the
   * connection to 11 kW; asked again with the vehicle on its way, nothing is asked twice.
   */
  @Test
  void theConnectionIsKeptWithinItsThresholds() {
    rig.command(bounds("LocalLoadBalancing", Optional.empty(), balancing())).run(SECOND);
    assertEquals(0, watts(), 0.1);
    for (int i = 0; i < 20; i++) {
      site(13_000 + rig.amps() * BATTERY_VOLTS);
      rig.run(200 * MILLI);
    }
    assertEquals(-2_000, watts(), 60);
    assertEquals(-2_000 / BATTERY_VOLTS, rig.amps(), 0.5);
    // The sun comes out: 9 kW go into the grid, more than 6 kW may not.
    for (int i = 0; i < 20; i++) {
      site(-9_000 + rig.amps() * BATTERY_VOLTS);
      rig.run(200 * MILLI);
    }
    assertEquals(3_000, watts(), 60);
    // Within the thresholds the set-point stays.
    site(0);
    rig.run(200 * MILLI);
    assertEquals(3_000, watts(), 60);
  }

  /**
   * Two outlets hear the same word of the site's meter: each corrects half, so together they reach
   * the threshold and do not pass it.
   */
  @Test
  void outletsThatBalanceTogetherShareTheError() {
    rig.command(bounds("LocalLoadBalancing", Optional.empty(), balancing(2))).run(SECOND);
    site(13_000);
    assertEquals(-1_000, watts(), 0.1);
    rig.run(SECOND);
    // The other outlet is as slow as this one is fast: what is missing is shared again.
    site(12_000);
    assertEquals(-1_500, watts(), 60);
  }

  /** 9.9 s after its last word the site's meter still counts, 10 s after it nothing flows. */
  @Test
  void withoutTheSitesMeterNothingFlows() {
    rig.command(bounds("LocalLoadBalancing", Optional.empty(), balancing()));
    site(14_000);
    assertEquals(true, watts() != 0);
    rig.run(9_900 * MILLI);
    assertTrue(watts() != 0);
    rig.run(100 * MILLI);
    assertEquals(0, watts(), 0.1);
  }

  /** K01.FR.100. */
  @Test
  void aNearlyFullVehicleGetsLess() {
    Steering steering =
        new Steering(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Steering.Fullness(80, new Quantity(4_000, Unit.WATT))),
            false,
            false,
            5);
    rig.command(
            new PowerBounds(
                1,
                Optional.of(new Quantity(9_000, Unit.WATT)),
                Optional.empty(),
                Optional.empty(),
                "ChargingOnly",
                "test",
                Optional.empty(),
                steering))
        .run(100 * MILLI);
    assertEquals(9_000, watts(), 0.1);
    rig.says(new SeccEffect.VehicleReport(RigVehicle.says(80)));
    rig.run(100 * MILLI);
    assertEquals(4_000, watts(), 0.1);
  }

  /** K11.FR.01, .04: it holds in the pass that hears of it, and is told. */
  @Test
  void theGridOperatorBoundsAtOnce() {
    rig.input(new EvseInput.Measured(new Reading.GridLimit(Optional.of(new Watts(4_200)))));
    assertEquals(4_200, watts(), 0.1);
    StationEvent.ExternalWord word = rig.told(StationEvent.ExternalWord.class).getLast();
    assertEquals("SO", word.source());
    assertEquals(Optional.of(4_200.0), word.chargeWattsMax());
    assertTrue(word.gridCritical());
    rig.input(new EvseInput.Measured(new Reading.GridLimit(Optional.of(new Watts(4_200)))));
    assertEquals(1, rig.told(StationEvent.ExternalWord.class).size());
    rig.input(new EvseInput.Measured(new Reading.GridLimit(Optional.empty())));
    assertTrue(watts() > 4_200);
    assertTrue(rig.told(StationEvent.ExternalWord.class).getLast().silent());
  }

  private long rateChanges(String trigger) {
    return rig.transactions(Kind.UPDATED).stream().filter(e -> e.trigger().equals(trigger)).count();
  }

  private void limit(double watts) {
    rig.command(
            new PowerBounds(
                1,
                Optional.of(new Quantity(watts, Unit.WATT)),
                Optional.empty(),
                Optional.empty(),
                "ChargingOnly",
                "test",
                Optional.empty(),
                new Steering(
                    Optional.empty(), Optional.empty(), Optional.empty(), false, false, 5)))
        .run(100 * MILLI);
  }

  /** SC.03, K11.FR.04: 5 % of 10 kW need not be told, more has to be. */
  @Test
  void onlyAChangeOfSignificanceIsTold() {
    limit(10_000);
    long before = rateChanges("ChargingRateChanged");
    limit(9_500);
    assertEquals(before, rateChanges("ChargingRateChanged"));
    limit(9_000);
    assertEquals(before + 1, rateChanges("ChargingRateChanged"));
  }

  /** K01.FR.110. */
  @Test
  void anotherModeIsTold() {
    limit(10_000);
    hertz(50);
    rig.command(bounds("LocalFrequency", Optional.empty(), frequency(0, 0))).run(100 * MILLI);
    assertEquals(1, rateChanges("OperationModeChanged"));
    assertEquals(Optional.of("LocalFrequency"), rig.transactions(Kind.UPDATED).getLast().mode());
  }

  /** K18.FR.23, K19.FR.16. */
  @Test
  void aRefusedWayOfChargingEndsTheTransaction() {
    rig.command(new BackOfficeCommand.NeedsAnswer(1, Verdict.REJECTED)).run(SECOND);
    rig.says(new SeccEffect.StopEnergyTransfer("stop")).run(SECOND);
    rig.says(new SeccEffect.SessionEnded(false, new byte[8])).run(SECOND);
    StationEvent.Transaction ended = rig.transactions(Kind.ENDED).getLast();
    assertEquals(Optional.of("ReqEnergyTransferRejected"), ended.stopReason());
    assertEquals("AbnormalCondition", ended.trigger());
  }

  /** K19.FR.04: no schedule is no refusal. */
  @Test
  void noScheduleIsNoRefusal() {
    rig.command(new BackOfficeCommand.NeedsAnswer(1, Verdict.NO_PROFILE)).run(SECOND);
    assertTrue(rig.transactions(Kind.ENDED).isEmpty());
    assertFalse(rig.lastView.outlook().planPending());
  }
}
