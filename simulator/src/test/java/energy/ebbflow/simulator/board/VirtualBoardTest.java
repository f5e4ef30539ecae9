package energy.ebbflow.simulator.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.PowerConverter.Command;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.simulator.cable.StationTerminals;
import energy.ebbflow.simulator.cable.VehicleSide;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The board with the passive vehicle, in virtual time. */
class VirtualBoardTest {
  private final List<Reading> readings = new ArrayList<>();
  private VirtualBoard board = board(VirtualBoardSpec.dc20kW());
  private VehicleSide vehicle = BuiltinVehicle.ofOutlet(true, 1, 2, 5, 3, 0.5);
  private VehicleTerminals shown = VehicleTerminals.UNPLUGGED;

  private VirtualBoard board(VirtualBoardSpec spec) {
    return new VirtualBoard(spec, readings::add);
  }

  private void run(double seconds) {
    long end = board.nanos() + Math.round(seconds * 1e9);
    while (board.nanos() < end) {
      StationTerminals station = board.tick(shown);
      shown = vehicle.exchange(station);
    }
  }

  private <R extends Reading> R last(Class<R> kind) {
    return readings.reversed().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void firstTickTellsAFullSetOfReadings() {
    board.apply(new PilotSignal.Negative());
    run(0.005);
    List<Class<?>> kinds = new ArrayList<>(readings.stream().map(Object::getClass).toList());
    assertTrue(
        kinds.containsAll(
            List.of(
                Reading.Pilot.class,
                Reading.Contactor.class,
                Reading.Lock.class,
                Reading.Meter.class,
                Reading.Converter.class,
                Reading.ResidualCurrent.class,
                Reading.EmergencyStop.class,
                Reading.Grid.class,
                Reading.Temperature.class)),
        kinds.toString());
    assertEquals(-12, last(Reading.Pilot.class).high().value(), 0.1);
  }

  // A level that the controller did not ask for would look like a fault of the line.
  @Test
  void pilotIsNotMeasuredBeforeItIsDriven() {
    run(0.5);
    assertTrue(readings.stream().noneMatch(Reading.Pilot.class::isInstance));
    board.apply(new PilotSignal.Steady());
    run(0.005);
    assertEquals(12, last(Reading.Pilot.class).high().value(), 0.1);
  }

  @Test
  void wholeDcCycleMovesEnergyBothWaysAndEndsUnplugged() {
    board.apply(new PilotSignal.Pwm(5));
    run(0.9);
    assertEquals(12, last(Reading.Pilot.class).high().value(), 0.1);
    run(0.2);
    assertEquals(9, last(Reading.Pilot.class).high().value(), 0.1);
    assertEquals(-12, last(Reading.Pilot.class).low().value(), 0.1);
    run(2.1);
    assertEquals(6, last(Reading.Pilot.class).high().value(), 0.1);

    board.closeContactors(1);
    board.converter(new Command.HoldVoltage(new Volts(460), new Amps(1)));
    board.measureIsolation(true);
    run(2);
    assertEquals(2000, last(Reading.Isolation.class).kiloOhms());
    assertFalse(shown.dc().connected(), "the cable check's ramp must not close the vehicle");
    board.measureIsolation(false);
    board.converter(new Command.Off());
    run(2);
    assertTrue(last(Reading.Converter.class).vehicleVolts().value() < 60);

    board.converter(new Command.HoldVoltage(new Volts(366), new Amps(1)));
    run(1);
    assertTrue(shown.dc().connected());
    board.converter(new Command.Current(new Amps(40), new Volts(405), new Volts(330)));
    run(10);
    assertEquals(40, last(Reading.Meter.class).phaseCurrents().getFirst().value(), 0.1);
    double imported = last(Reading.Meter.class).imported().value();
    assertEquals(40.0 * 370 * 9.8 / 3600, imported, 1.5);

    board.converter(new Command.Current(new Amps(-40), new Volts(405), new Volts(330)));
    run(10);
    assertTrue(last(Reading.Meter.class).exported().value() > 35);
    assertTrue(last(Reading.Meter.class).imported().value() >= imported);

    board.converter(new Command.Current(Amps.ZERO, new Volts(405), new Volts(330)));
    run(1);
    board.openContactors();
    run(0.5);
    assertEquals(1, board.contactorCycles());
    assertEquals(0, board.hotSwitches());
    assertEquals(9, last(Reading.Pilot.class).high().value(), 0.1);
    board.converter(new Command.Off());
    // While PWM is offered the session may go on: nobody unplugs.
    run(6);
    assertEquals(9, last(Reading.Pilot.class).high().value(), 0.1);
    board.apply(new PilotSignal.Steady());
    run(4.9);
    assertEquals(9, last(Reading.Pilot.class).high().value(), 0.1);
    run(0.2);
    assertEquals(12, last(Reading.Pilot.class).high().value(), 0.1);
    assertTrue(last(Reading.Converter.class).vehicleVolts().value() < 60);
    // The next controller finds a vehicle again.
    run(2.7);
    assertEquals(12, last(Reading.Pilot.class).high().value(), 0.1);
    run(0.3);
    assertEquals(9, last(Reading.Pilot.class).high().value(), 0.1);
  }

  @Test
  void acVehicleFollowsTheDutyAndTheMeterCountsThreePhases() {
    board = board(VirtualBoardSpec.acSocket());
    vehicle = BuiltinVehicle.ofOutlet(false, 0, 1, 5, 3, 0.5);
    board.apply(new PilotSignal.Pwm(16.0 / 0.6));
    run(1.5);
    assertEquals(32, last(Reading.Proximity.class).cableRating().orElseThrow().value());
    board.closeContactors(3);
    run(5);
    assertEquals(16, last(Reading.Meter.class).phaseCurrents().get(2).value(), 0.1);
    assertEquals(11_040, last(Reading.Meter.class).power().value(), 10);
    board.apply(new PilotSignal.Pwm(10));
    run(5);
    assertEquals(6, last(Reading.Meter.class).phaseCurrents().get(0).value(), 0.1);
    board.apply(new PilotSignal.Steady());
    run(0.1);
    assertEquals(9, last(Reading.Pilot.class).high().value(), 0.1);
  }

  /** A controller by others may start late; it is served digitally while nothing flows. */
  @Test
  void builtinVehicleIsPatientInBasicCharging() {
    board = board(VirtualBoardSpec.acSocket());
    vehicle = BuiltinVehicle.ofOutlet(false, 0, 1, 30, 5, 3, 0.5);
    board.apply(new PilotSignal.Pwm(16.0 / 0.6));
    run(29.9);
    assertEquals(9, last(Reading.Pilot.class).high().value(), 0.1);
    // Digital communication is what it waits for: the patience is over at once.
    board.apply(new PilotSignal.Steady());
    run(3);
    board.apply(new PilotSignal.Pwm(5));
    run(0.9);
    assertEquals(9, last(Reading.Pilot.class).high().value(), 0.1);
    run(0.2);
    assertEquals(6, last(Reading.Pilot.class).high().value(), 0.1);
    board.apply(new PilotSignal.Steady());
    run(3);
    board.apply(new PilotSignal.Pwm(16.0 / 0.6));
    run(30.1);
    assertEquals(6, last(Reading.Pilot.class).high().value(), 0.1);
  }

  @Test
  void contactorOpeningUnderLoadIsCounted() {
    board = board(VirtualBoardSpec.acSocket());
    vehicle = BuiltinVehicle.ofOutlet(false, 0, 0, 5, 3, 0.5);
    board.apply(new PilotSignal.Pwm(16.0 / 0.6));
    board.closeContactors(3);
    run(5);
    board.openContactors();
    run(0.1);
    assertEquals(1, board.hotSwitches());
  }

  @Test
  void scriptBreaksPartsAtItsTimes() {
    BoardScript script =
        BoardScript.parse("0.5 emergency-stop on; 0.2 grid off; 0.3 card 04A1B2C3; 0.4 rcd on");
    board = board(VirtualBoardSpec.dc20kW().with(script));
    run(0.195);
    assertTrue(last(Reading.Grid.class).present());
    run(0.005);
    assertFalse(last(Reading.Grid.class).present());
    run(0.3);
    assertTrue(last(Reading.EmergencyStop.class).pressed());
    assertTrue(last(Reading.ResidualCurrent.class).tripped());
    assertEquals("04A1B2C3", last(Reading.Rfid.class).uid());
  }

  @Test
  void sameCommandsGiveTheSameReadings() {
    wholeDcCycleMovesEnergyBothWaysAndEndsUnplugged();
    List<Reading> first = List.copyOf(readings);
    readings.clear();
    board = board(VirtualBoardSpec.dc20kW());
    vehicle = BuiltinVehicle.ofOutlet(true, 1, 2, 5, 3, 0.5);
    shown = VehicleTerminals.UNPLUGGED;
    wholeDcCycleMovesEnergyBothWaysAndEndsUnplugged();
    assertEquals(first, readings);
  }

  // A vehicle controller made by others asks for its own battery's voltage, and may be quick.
  @Test
  void builtinVehicleConnectsAtOnceAfterTheCableCheckAndMovesToTheVoltageThatIsHeld() {
    board.apply(new PilotSignal.Pwm(5));
    run(3.5);
    board.closeContactors(1);
    board.converter(new Command.HoldVoltage(new Volts(460), new Amps(1)));
    run(2);
    board.converter(new Command.Off());
    run(2);
    assertFalse(shown.dc().connected());
    board.converter(new Command.HoldVoltage(new Volts(430), new Amps(1)));
    run(0.6);
    assertTrue(shown.dc().connected());
    assertTrue(Math.abs(shown.dc().volts() - 430) < 80, shown.toString());
  }

  @Test
  void builtinVehicleMovesItsPackToAVoltageFarFromItsOwn() {
    board.apply(new PilotSignal.Pwm(5));
    run(3.5);
    board.closeContactors(1);
    board.converter(new Command.HoldVoltage(new Volts(460), new Amps(1)));
    run(2);
    board.converter(new Command.Off());
    run(2);
    board.converter(new Command.HoldVoltage(new Volts(250), new Amps(1)));
    run(0.5);
    assertTrue(shown.dc().connected());
    assertEquals(250, shown.dc().volts(), 1.5);
  }
}
