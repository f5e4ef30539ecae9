package energy.ebbflow.firmware.evse;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.WattHours;
import energy.ebbflow.hal.Watts;
import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.ocpp.domain.EnergyTransfer;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever happens in whatever order: what must never be, never is. */
class EvsePropertiesTest {
  /** One thing that happens; its name makes a failure readable. */
  private record Event(String name, Consumer<EvseRig> happen) {
    @Override
    public String toString() {
      return name;
    }
  }

  @Property(tries = 120)
  void aDcOutletIsNeverEnergisedWithoutPermission(@ForAll("events") List<Event> events) {
    check(EvseRig.dc(Optional.of(EvseRig.TOKEN)), events);
  }

  @Property(tries = 120)
  void anAcOutletIsNeverEnergisedWithoutPermission(@ForAll("events") List<Event> events) {
    check(EvseRig.ac(Optional.of(EvseRig.TOKEN)), events);
  }

  private static void check(EvseRig rig, List<Event> events) {
    for (Event event : events) {
      int before = rig.effects.size();
      event.happen().accept(rig);
      for (EvseEffect effect : rig.effects.subList(before, rig.effects.size())) {
        if (effect instanceof EvseEffect.CloseContactors
            && rig.evse.contactorsCommanded()
            && !(asks(rig.evse.line()) && rig.evse.permission())) {
          throw new AssertionError("closed in " + rig.evse.line() + " after " + event);
        }
      }
      if (rig.evse.contactorsCommanded() && !rig.evse.permission()) {
        throw new AssertionError("closed without permission after " + event);
      }
      double setpoint = rig.evse.decision().setpoint().value();
      if (Math.abs(setpoint) > 32 * 3 * 230) {
        throw new AssertionError("set-point " + setpoint + " W after " + event);
      }
    }
    long started = rig.transactions(Kind.STARTED).size();
    long ended = rig.transactions(Kind.ENDED).size();
    if (ended > started || started - ended > 1) {
      throw new AssertionError(started + " transactions started, " + ended + " ended");
    }
  }

  private static boolean asks(PilotState line) {
    return line == PilotState.C || line == PilotState.D;
  }

  @Provide
  Arbitrary<List<Event>> events() {
    Arbitrary<Event> pilot =
        Arbitraries.of(12.0, 9.0, 6.0, 3.0, 0.0, 10.5, -5.0)
            .map(volts -> new Event("pilot " + volts, rig -> rig.pilotVolts = volts));
    Arbitrary<Event> time =
        Arbitraries.of(10L, 100L, 1_000L, 4_000L, 20_000L)
            .map(millis -> new Event(millis + " ms", rig -> rig.run(millis * EvseRig.MILLI)));
    Arbitrary<Event> link =
        Combinators.combine(Arbitraries.longs().between(1, 3), Arbitraries.of(true, false))
            .as(
                (id, up) ->
                    new Event(
                        (up ? "link up " : "link down ") + id,
                        rig ->
                            rig.input(
                                up
                                    ? new EvseInput.Connected(
                                        id, new SeccInput.LinkUp(true, true), EvseRig.FRESH_ID)
                                    : new EvseInput.Vehicle(id, new SeccInput.LinkDown("test")))));
    Arbitrary<Event> session =
        Arbitraries.of(
                new SeccEffect.StartCableCheck(450),
                new SeccEffect.EndCableCheck(),
                new SeccEffect.PreCharge(380),
                new SeccEffect.StartEnergyTransfer(),
                new SeccEffect.StopEnergyTransfer("test"),
                new SeccEffect.WeldingDetection(),
                new SeccEffect.ServiceSelected("DC_BPT", true, true),
                new SeccEffect.VehicleReport(RigVehicle.says(50)),
                new SeccEffect.AuthorisationWanted(),
                new SeccEffect.SessionEnded(false, new byte[8]),
                new SeccEffect.SessionEnded(true, new byte[8]),
                new SeccEffect.SessionFailed("test"))
            .map(effect -> new Event("session " + effect, rig -> rig.says(effect)));
    Arbitrary<Event> sensor =
        Arbitraries.<Reading>of(
                new Reading.EmergencyStop(true),
                new Reading.EmergencyStop(false),
                new Reading.Grid(false),
                new Reading.Grid(true),
                new Reading.ResidualCurrent(true, false),
                new Reading.ResidualCurrent(false, true),
                new Reading.Temperature(95),
                new Reading.Temperature(20),
                new Reading.Isolation(10),
                new Reading.Proximity(Optional.of(new Amps(20))),
                new Reading.Rfid("04A1B2C3"),
                new Reading.DeviceFault("converter", "test"),
                new Reading.Converter(new Volts(600), new Amps(80), new Volts(600)),
                new Reading.Meter(WattHours.ZERO, WattHours.ZERO, Watts.ZERO, List.of(), List.of()))
            .map(
                reading ->
                    new Event(
                        "reading " + reading, rig -> rig.input(new EvseInput.Measured(reading))));
    Arbitrary<Event> command =
        Arbitraries.<BackOfficeCommand>of(
                new BackOfficeCommand.AuthorisationAnswer(1, true, "Accepted"),
                new BackOfficeCommand.AuthorisationAnswer(1, false, "Blocked"),
                new BackOfficeCommand.Start(1, 1, 1, EvseRig.TOKEN),
                new BackOfficeCommand.Stop(2, "test-1"),
                new BackOfficeCommand.AllowEnergyTransfer(8, "test-1", Set.of(EnergyTransfer.DC)),
                new BackOfficeCommand.AllowEnergyTransfer(
                    9, "test-1", Set.of(EnergyTransfer.DC, EnergyTransfer.DC_BPT)),
                new BackOfficeCommand.Deauthorise("test-1", "Invalid", true),
                new BackOfficeCommand.Reset(3, true, 0),
                new BackOfficeCommand.Unlock(4, 1, false),
                new BackOfficeCommand.Availability(5, 1, false),
                new BackOfficeCommand.Availability(6, 1, true),
                bounds(-50_000),
                bounds(50_000),
                bounds(0))
            .map(given -> new Event("command " + given, rig -> rig.command(given)));
    Arbitrary<Event> trouble =
        Arbitraries.<EvseInput>of(
                new EvseInput.QueueFull("readings"),
                new EvseInput.StorageFailed("disk full"),
                new EvseInput.StorageBack())
            .map(input -> new Event("trouble " + input, rig -> rig.input(input)));
    Arbitrary<Event> plant =
        Arbitraries.of(true, false)
            .map(stuck -> new Event("stuck " + stuck, rig -> rig.contactorsStuckOpen = stuck));
    return Arbitraries.frequencyOf(
            Tuple.of(6, time),
            Tuple.of(4, pilot),
            Tuple.of(5, session),
            Tuple.of(2, link),
            Tuple.of(1, sensor),
            Tuple.of(3, command),
            Tuple.of(1, trouble),
            Tuple.of(1, plant))
        .list()
        .ofMaxSize(60);
  }

  private static BackOfficeCommand bounds(double setpoint) {
    return new BackOfficeCommand.PowerBounds(
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Quantity(setpoint, Unit.WATT)),
        "CentralSetpoint",
        "1",
        Optional.empty());
  }
}
