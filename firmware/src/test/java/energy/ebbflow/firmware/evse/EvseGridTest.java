package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.MILLI;
import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.ocpp.domain.GridRule;
import energy.ebbflow.ocpp.domain.GridRule.Point;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.v2.der.GridEventFault;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What grid codes make of the current of a DC outlet of 20 kW that is the inverter (OCPP 2.1, R01):
 * a vehicle of 380 V that charges, or gives 8 kW back.
 */
class EvseGridTest {
  private static final double VOLTS = 380;

  private final EvseRig rig = EvseRig.dc(Optional.of(TOKEN));

  private void grid(double hertz, double percent) {
    Volts volts = new Volts(230 * percent / 100);
    rig.grid =
        Optional.of(
            new Reading.GridQuality(Optional.of(hertz), List.of(volts, volts, volts), 2 * SECOND));
  }

  private void rules(GridRule... rules) {
    rig.command(new BackOfficeCommand.GridRules(List.of(rules)));
  }

  private void setpoint(double watts) {
    rig.command(
            new BackOfficeCommand.PowerBounds(
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Quantity(watts, Unit.WATT)),
                "CentralSetpoint",
                "7",
                Optional.empty()))
        .run(100 * MILLI);
  }

  private void begin(double watts) {
    grid(50, 100);
    rig.plug().acceptLastQuestion();
    rig.charge();
    setpoint(watts);
    watts(watts);
  }

  /** Within the resolution of the current. */
  private void watts(double expected) {
    assertEquals(expected, rig.amps() * VOLTS, 0.1 * VOLTS);
  }

  private List<StationEvent.GridAlarm> alarms() {
    return rig.told(StationEvent.GridAlarm.class);
  }

  private static GridRule.Droop droop(double responseSeconds) {
    return new GridRule.Droop("d", 50.2, 49.8, 0.05, 0.04, responseSeconds);
  }

  /** (51.2 - 50.2) / 50 / 0.05 = 40 % of 20 kW less into the grid: from -8 kW to nothing. */
  @Test
  void overFrequencyReducesTheDischargeAndThenCharges() {
    begin(-8_000);
    rules(droop(0));
    grid(50.1, 100);
    rig.run(100 * MILLI);
    watts(-8_000);
    grid(50.7, 100);
    rig.run(100 * MILLI);
    watts(-4_000);
    assertEquals("grid code FreqDroop", rig.evse.decision().winner());
    grid(51.7, 100);
    rig.run(100 * MILLI);
    watts(4_000);
    grid(50, 100);
    rig.run(100 * MILLI);
    watts(-8_000);
  }

  /**
   * (49.8 - 49.4) / 50 / 0.04 = 20 % of 20 kW less out of it; discharge where that is not enough.
   */
  @Test
  void underFrequencyReducesTheChargeAndThenDischarges() {
    begin(6_000);
    rules(droop(0));
    grid(49.4, 100);
    rig.run(100 * MILLI);
    watts(2_000);
    grid(49.0, 100);
    rig.run(100 * MILLI);
    watts(-2_000);
    // R12: grid support does not take what the user needs.
    rig.says(new SeccEffect.VehicleReport(RigVehicle.says(20))).run(100 * MILLI);
    watts(0);
    assertEquals("discharge floor 20 %", rig.evse.decision().winner());
  }

  /** Nine tenths of the way in the response time. */
  @Test
  void droopTakesItsResponseTime() {
    begin(-8_000);
    rules(droop(2));
    grid(50.7, 100);
    rig.run(2 * SECOND);
    watts(-8_000 + 0.9 * 4_000);
    rig.run(6 * SECOND);
    watts(-4_000);
  }

  /** A curve is a limit of what is fed in; a negative value demands to be taken from. */
  @Test
  void theFrequencyWattCurveLimits() {
    begin(-8_000);
    rules(
        new GridRule.Curve(
            "c",
            DerControl.FREQ_WATT,
            false,
            List.of(new Point(50.2, 100), new Point(51.2, 0), new Point(52.2, -50)),
            Optional.empty(),
            0));
    grid(50.5, 100);
    rig.run(100 * MILLI);
    watts(-8_000);
    grid(50.95, 100);
    rig.run(100 * MILLI);
    watts(-5_000);
    assertEquals(GridEventFault.OVER_FREQUENCY, alarms().getLast().fault().orElseThrow());
    grid(51.7, 100);
    rig.run(100 * MILLI);
    watts(5_000);
  }

  /** After an event the lowest value is held for the delay, then it rises by the gradient. */
  @Test
  void aCurveWithHysteresisComesBackSlowly() {
    begin(-8_000);
    rules(
        new GridRule.Curve(
            "c",
            DerControl.VOLT_WATT,
            false,
            List.of(new Point(106, 100), new Point(110, 0)),
            Optional.of(new GridRule.Return(95, 105, 10, 2)),
            0));
    grid(50, 110);
    rig.run(100 * MILLI);
    watts(0);
    grid(50, 107);
    rig.run(SECOND);
    watts(0);
    grid(50, 104.9);
    rig.run(9_900 * MILLI);
    watts(0);
    rig.run(10_100 * MILLI);
    watts(-0.2 * 20_000);
    rig.run(40 * SECOND);
    watts(-8_000);
  }

  /** Both sides of the time; then nothing flows, and feeding in waits for the return to service. */
  @Test
  void aMustTripStopsAndTheOutletEntersServiceAgain() {
    begin(-8_000);
    rules(
        new GridRule.Trip(
            "t", DerControl.HF_MUST_TRIP, List.of(new Point(51.5, 5), new Point(52, 0.2))),
        new GridRule.EnterService("e", 90, 110, 49.9, 50.1, 30, 0, 10));
    rig.run(40 * SECOND);
    watts(-8_000);
    // A tenth of the way from 5 s to 0.2 s.
    grid(51.55, 100);
    rig.run(4_510 * MILLI);
    watts(-8_000);
    rig.run(30 * MILLI);
    watts(0);
    assertTrue(rig.closed(), "the session goes on");
    StationEvent.GridAlarm alarm = alarms().getLast();
    assertEquals(DerControl.HF_MUST_TRIP, alarm.kind());
    assertTrue(!alarm.ended());
    grid(50.2, 100);
    rig.run(60 * SECOND);
    watts(0);
    assertTrue(alarms().getLast().ended(), "the grid is no longer beyond");
    grid(50, 100);
    rig.run(29_900 * MILLI);
    watts(0);
    rig.run(2_120 * MILLI);
    watts(-0.2 * 20_000);
    rig.run(10 * SECOND);
    watts(-8_000);
  }

  /** Charging is a load: only while the grid is beyond it stops, too. */
  @Test
  void aTripStopsChargingOnlyWhileItLasts() {
    begin(6_000);
    rules(new GridRule.Trip("t", DerControl.LV_MUST_TRIP, List.of(new Point(80, 1))));
    grid(50, 79);
    rig.run(1_100 * MILLI);
    watts(0);
    grid(50, 100);
    rig.run(100 * MILLI);
    watts(6_000);
    setpoint(-8_000);
    watts(0);
    rig.run(298 * SECOND);
    watts(0);
    rig.run(5 * SECOND);
    watts(-8_000);
  }

  /** Momentary cessation ends with its cause. */
  @Test
  void momentaryCessationEndsAtOnce() {
    begin(-8_000);
    rules(new GridRule.Trip("m", DerControl.HV_MOM_CESS, List.of(new Point(110, 0))));
    grid(50, 111);
    rig.run(100 * MILLI);
    watts(0);
    grid(50, 109);
    rig.run(100 * MILLI);
    watts(-8_000);
  }

  /** The fallback: what is not measured is not served; charging goes on. */
  @Test
  void withoutReadingsNothingIsFedIn() {
    begin(-8_000);
    rules(droop(0));
    rig.run(100 * MILLI);
    watts(-8_000);
    rig.grid = Optional.empty();
    rig.run(1_900 * MILLI);
    watts(-8_000);
    rig.run(200 * MILLI);
    watts(0);
    assertEquals("grid code: out of service", rig.evse.decision().winner());
    assertTrue(alarms().getLast().text().startsWith("the grid is not measured"));
    setpoint(6_000);
    watts(6_000);
    setpoint(-8_000);
    grid(50, 100);
    rig.run(295 * SECOND);
    watts(0);
    rig.run(6 * SECOND);
    watts(-8_000);
  }

  /** 25 % of what the outlet and this vehicle can. */
  @Test
  void theDischargeLimitHolds() {
    begin(-8_000);
    rules(new GridRule.DischargeLimit("l", Optional.of(25.0), List.of()));
    rig.run(100 * MILLI);
    watts(-5_000);
    assertEquals("grid code LimitMaxDischarge", rig.evse.decision().winner());
    rules();
    rig.run(100 * MILLI);
    watts(-8_000);
  }

  /** From nothing to 20 kW in 20 s; back to nothing at once. */
  @Test
  void theDischargeRisesByItsGradient() {
    begin(0);
    rules(new GridRule.Ramps("g", 20, 0));
    rig.run(SECOND);
    setpoint(-8_000);
    rig.run(3_900 * MILLI);
    watts(-4_000);
    rig.run(4 * SECOND);
    watts(-8_000);
    setpoint(0);
    watts(0);
  }

  /** A start with EnterService: first the grid is looked at. */
  @Test
  void afterAStartTheOutletEntersServiceFirst() {
    grid(50, 100);
    rules(new GridRule.EnterService("e", 90, 110, 49.9, 50.1, 60, 0, 0));
    rig.plug().acceptLastQuestion();
    rig.charge();
    setpoint(-8_000);
    watts(0);
    rig.run(60 * SECOND);
    watts(-8_000);
  }
}
