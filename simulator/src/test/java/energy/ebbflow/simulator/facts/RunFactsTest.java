package energy.ebbflow.simulator.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.simulator.bench.SampleRun;
import energy.ebbflow.simulator.trace.TraceEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunFactsTest {
  private static RunFacts facts(String... lines) {
    RunFacts facts = new RunFacts();
    for (String line : lines) {
      facts.take(TraceEvent.parse(line).orElseThrow());
    }
    return facts;
  }

  private static String pilot(double t, String state, double duty) {
    return "{\"t\":%s,\"who\":\"evse\",\"kind\":\"pilot\",\"state\":\"%s\",\"dutyPercent\":%s}"
        .formatted(t, state, duty);
  }

  private static String sample(double t, double watts, double in, double out) {
    return ("{\"t\":%s,\"who\":\"evse\",\"kind\":\"sample\",\"watts\":%s,\"importedWh\":%s,"
            + "\"exportedWh\":%s}")
        .formatted(t, watts, in, out);
  }

  private static String contactor(double t, boolean closed) {
    return "{\"t\":%s,\"who\":\"evse\",\"kind\":\"contactor\",\"closed\":%s}".formatted(t, closed);
  }

  private static String order(double t, String action, String payload) {
    return ("{\"t\":%s,\"who\":\"csms\",\"kind\":\"ocpp\",\"direction\":\"csms>cs\",\"type\":\"CALL\","
            + "\"action\":\"%s\",\"payload\":%s}")
        .formatted(t, action, payload);
  }

  /** R18: import and export are never netted, and only what this run moved counts. */
  @Test
  void energyIsTheDifferenceOfEachRegister() {
    RunFacts facts =
        facts(sample(1, 0, 1000, 500), sample(2, 9000, 1030, 500), sample(3, -9000, 1030, 512));
    assertEquals(Optional.of(30.0), facts.number(Fact.IMPORTED_WH));
    assertEquals(Optional.of(12.0), facts.number(Fact.EXPORTED_WH));
    assertEquals(Optional.of(-9000.0), facts.number(Fact.WATTS_MIN));
  }

  @Test
  void plugToPowerCountsFromTheFirstStateThatIsNotA() {
    RunFacts facts =
        facts(
            pilot(1, "A", 100),
            pilot(2, "B", 5),
            sample(5, 99, 0, 0),
            sample(6, 100, 0, 0),
            sample(7, 9000, 0, 0));
    assertEquals(Optional.of(4000.0), facts.number(Fact.PLUG_TO_POWER_MILLIS));
  }

  @Test
  void withoutPowerThereIsNoPlugToPower() {
    assertEquals(Optional.empty(), facts(pilot(1, "B", 5)).number(Fact.PLUG_TO_POWER_MILLIS));
  }

  @Test
  void aCycleIsAClosingAndARepeatedReportIsNone() {
    RunFacts facts =
        facts(contactor(1, true), contactor(2, true), contactor(3, false), contactor(4, true));
    assertEquals(Optional.of(2.0), facts.number(Fact.CONTACTOR_CYCLES));
    assertEquals("closed", facts.text(Fact.CONTACTORS));
  }

  @Test
  void stopToOpenIsTimedFromTheBackOfficesOrder() {
    RunFacts facts =
        facts(
            contactor(1, true), order(10, "RequestStopTransaction", "{}"), contactor(11.5, false));
    assertEquals(Optional.of(1500.0), facts.number(Fact.STOP_TO_OPEN_MILLIS));
  }

  @Test
  void aSetpointIsReachedWhenPowerFlowsItsWay() {
    String setpoint =
        "{\"chargingProfile\":{\"chargingSchedule\":[{\"chargingSchedulePeriod\":[{\"setpoint\":"
            + "-8000}]}]}}";
    RunFacts facts =
        facts(
            order(10, "SetChargingProfile", setpoint),
            sample(10.2, 9000, 0, 0),
            sample(10.4, 2000, 0, 0),
            sample(10.6, -3000, 0, 0));
    assertEquals(600, facts.number(Fact.SETPOINT_TO_POWER_MILLIS).orElseThrow(), 1e-6);
  }

  /** 5 % is digital communication, 100 % is no PWM at all and no duty. */
  @Test
  void dutyCyclesAreThoseOfThePwm() {
    RunFacts facts = facts(pilot(1, "A", 100), pilot(2, "B", 5), pilot(3, "B", 26.7));
    assertEquals(Optional.of(5.0), facts.number(Fact.DUTY_MIN));
    assertEquals(Optional.of(26.7), facts.number(Fact.DUTY_MAX));
  }

  @Test
  void aVehicleThatNeverSpokeWasChargedByThePilotLine() {
    assertEquals("IEC 61851", facts(pilot(1, "B", 26)).text(Fact.PROTOCOL));
    assertEquals("", facts(pilot(1, "A", 100)).text(Fact.PROTOCOL));
  }

  @Test
  void theVehiclesOwnStateOfChargeGoesBeforeWhatItTellsTheStation() {
    RunFacts facts =
        facts(
            "{\"t\":1,\"who\":\"evse\",\"kind\":\"sample\",\"soc\":49}",
            "{\"t\":2,\"who\":\"ev\",\"kind\":\"sample\",\"soc\":50.25}",
            "{\"t\":3,\"who\":\"evse\",\"kind\":\"sample\",\"soc\":50}");
    assertEquals(Optional.of(50.25), facts.number(Fact.SOC_START));
    assertEquals(Optional.of(50.25), facts.number(Fact.SOC_END));
  }

  @Test
  void percentilesAreTheNearestRanks() {
    Percentiles of = Percentiles.of(List.of(5.0, 1.0, 2.0, 4.0, 3.0)).orElseThrow();
    assertEquals(new Percentiles(5, 3, 5, 5), of);
    assertEquals(Optional.empty(), Percentiles.of(List.of()));
  }

  @Test
  void aLoopIsKeptOnceInTheOrderOfMessages() {
    RunFacts facts = new RunFacts();
    SampleRun.events().forEach(facts::take);
    long loops = facts.messageOrder().stream().filter(m -> m.equals("DC_ChargeLoopReq")).count();
    assertEquals(1, loops);
    assertTrue(facts.number(Fact.MESSAGES).orElse(0.0) > 200);
  }

  @Test
  void aPhaseThatRunsLastsUntilNow() {
    RunFacts facts =
        facts(
            "{\"t\":2,\"who\":\"evse\",\"kind\":\"phase\",\"name\":\"charge\",\"state\":\"begin\"}",
            sample(9, 0, 0, 0));
    assertEquals(List.of(new PhaseSpan("charge", 2, 9, true)), facts.phases());
  }

  private static String decision(double watts, String limit) {
    return "{\"t\":1,\"who\":\"evse\",\"kind\":\"decision\",\"watts\":%s,\"limit\":\"%s\"}"
        .formatted(watts, limit);
  }

  /** What is decided, and why, is what a station says; small steps of one limit are not. */
  @Test
  void decisionsAndTheMinimumCurrentCountAsSaid() {
    RunFacts facts =
        facts(
            decision(16_560, "shared circuit"),
            decision(16_000, "shared circuit"),
            decision(6_210, "shared circuit"),
            decision(6_210, "outlet current"),
            "{\"t\":2,\"who\":\"evse\",\"kind\":\"basic\",\"text\":\"the vehicle is paused\"}");
    assertEquals(
        List.of(
            "decision +16.56 kW by shared circuit",
            "decision +6.21 kW by shared circuit",
            "decision +6.21 kW by outlet current",
            "the vehicle is paused"),
        facts.said("evse"));
  }

  /** Over OCPP 1.6 a set-point is text inside a DataTransfer, and an order to stop has its name. */
  @Test
  void ordersOverOcpp16AreTimed() {
    String setpoint =
        "{\"vendorId\":\"v\",\"messageId\":\"SetChargingProfile\",\"data\":\"{\\\"chargingProfile\\\":"
            + "{\\\"chargingSchedule\\\":[{\\\"chargingSchedulePeriod\\\":[{\\\"setpoint\\\":-5000}]}]}}\"}";
    RunFacts facts =
        facts(
            contactor(1, true),
            order(2, "DataTransfer", setpoint),
            sample(3, -5000, 0, 0),
            order(4, "RemoteStopTransaction", "{\"transactionId\":1001}"),
            contactor(6, false));
    assertEquals(Optional.of(1000.0), facts.number(Fact.SETPOINT_TO_POWER_MILLIS));
    assertEquals(Optional.of(2000.0), facts.number(Fact.STOP_TO_OPEN_MILLIS));
  }
}
