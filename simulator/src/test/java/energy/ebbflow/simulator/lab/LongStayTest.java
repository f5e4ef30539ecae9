package energy.ebbflow.simulator.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * R5: three days at one station, the whole of it in virtual time: vehicle, EXI, session machine,
 * outlet, energy decision, physics. Nights without energy, plans that are renewed, a power cut in
 * the middle.
 */
class LongStayTest {
  private static final double HOUR = 3_600;

  /** Long enough for a session to be set up and power to flow. */
  private static final double SETTLE = 60;

  /** A vehicle that speaks every ten seconds, so that days pass in seconds. */
  private static EvConfig vehicle() throws Exception {
    EvConfig car = VehicleFile.read("bpt-dc");
    return car.with(car.iso20().withControl(List.of(EvConfig.Control.SCHEDULED)))
        .with(car.habits().withLoopSeconds(10));
  }

  private static PowerBounds limit(double watts) {
    return new PowerBounds(
        1,
        Optional.of(new Quantity(watts, Unit.WATT)),
        Optional.of(new Quantity(0, Unit.WATT)),
        Optional.empty(),
        "ChargingOnly",
        "night",
        Optional.empty());
  }

  private static String tail(Lab lab) {
    List<String> trace = lab.trace();
    return String.join("\n", trace.subList(Math.max(0, trace.size() - 80), trace.size()));
  }

  private static long count(Lab lab, String part) {
    return lab.trace().stream().filter(line -> line.contains(part)).count();
  }

  private static List<StationEvent.Transaction> events(
      Lab lab, StationEvent.Transaction.Kind kind) {
    return lab.told().stream()
        .filter(StationEvent.Transaction.class::isInstance)
        .map(StationEvent.Transaction.class::cast)
        .filter(event -> event.kind() == kind)
        .toList();
  }

  /** A night without energy: the vehicle is asked to pause, sleeps, and is woken with 5 %. */
  private static void night(Lab lab) {
    String transaction = lab.evse().transaction().orElseThrow();
    lab.office(limit(0));
    lab.leap(150, 1);
    assertEquals("Parked", lab.vehicle().state(), tail(lab));
    assertFalse(lab.board().contactsTouch(), tail(lab));
    lab.leap(18 * HOUR, 10);
    assertEquals("Parked", lab.vehicle().state(), tail(lab));
    lab.office(limit(20_000));
    lab.run(SETTLE);
    assertEquals("ChargeLoop", lab.vehicle().state(), tail(lab));
    assertEquals(Optional.of(transaction), lab.evse().transaction(), tail(lab));
  }

  @Test
  void threeDaysWithNightsPlansAndAPowerCut() throws Exception {
    Lab lab = new Lab(LabConfig.dc(vehicle()).patiently());
    lab.run(SETTLE);
    assertEquals("ChargeLoop", lab.vehicle().state(), tail(lab));
    String first = lab.evse().transaction().orElseThrow();

    // The first day: charged to its target, then idle in its session; the plan ends and goes on.
    lab.leap(13 * HOUR, 10);
    assertEquals("ChargeLoop", lab.vehicle().state(), tail(lab));
    long plans = count(lab, "ev>evse ScheduleExchangeRequest");
    assertTrue(plans >= 2, "the plan was renewed: " + plans);
    double charged = lab.board().meter().importedWattHours();
    assertTrue(charged > 10_000, "80 % of 40 kWh from 50 %: " + charged);
    night(lab);
    assertEquals(2, lab.board().contactorCycles(), tail(lab));

    // The second day: the mains fail for the controller; only the board's registers survive.
    lab.leap(HOUR, 10);
    lab.restart();
    lab.run(0.2);
    assertFalse(lab.board().contactsTouch(), tail(lab));
    lab.run(2 * SETTLE);
    assertEquals("ChargeLoop", lab.vehicle().state(), tail(lab));
    String second = lab.evse().transaction().orElseThrow();
    assertNotEquals(first, second);
    lab.leap(HOUR, 10);
    night(lab);

    // The third day ends with the back office's word.
    lab.leap(HOUR, 10);
    night(lab);
    double days = lab.time().nanos() / 1e9 / 86_400;
    assertTrue(days > 2.7, days + " days");
    lab.office(new BackOfficeCommand.Stop(1, second));
    lab.run(SETTLE);
    assertTrue(lab.vehicle().left(), tail(lab));
    assertFalse(lab.board().contactsTouch());
    assertFalse(lab.board().locked());
    assertEquals(0, lab.board().hotSwitches(), "but for the power cut nothing opened under load");
    assertEquals(2, events(lab, StationEvent.Transaction.Kind.STARTED).size());
    assertEquals(second, events(lab, StationEvent.Transaction.Kind.ENDED).getLast().transaction());
    assertTrue(lab.board().meter().importedWattHours() >= charged, "the register never goes back");
    assertEquals(0, count(lab, "Fault["), tail(lab));
  }
}
