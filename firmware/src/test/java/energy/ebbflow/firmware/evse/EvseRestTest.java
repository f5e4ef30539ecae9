package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.MILLI;
import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.iso15118.secc.Outlook;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.VehicleWord;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Vehicles that rest because of the station, and how they are called back. */
class EvseRestTest {
  private final EvseRig rig = EvseRig.dc(Optional.of(TOKEN));

  private static PowerBounds setpoint(double watts) {
    return new PowerBounds(
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new PowerBounds.Quantity(watts, PowerBounds.Unit.WATT)),
        "CentralSetpoint",
        "test",
        Optional.empty());
  }

  private EvseRig grid(boolean present) {
    return rig.input(new EvseInput.Measured(new Reading.Grid(present)));
  }

  /** R17: a vehicle that goes because the grid is gone is not billed off, and is woken again. */
  @Test
  void aLostGridIsToldAndTheVehicleThatLeavesIsWoken() {
    rig.charge().acceptLastQuestion().run(SECOND);
    grid(false).run(SECOND);
    assertEquals(0, rig.amps());
    assertEquals(Optional.of(Outlook.Alarm.GRID_LOST), rig.lastView.outlook().alarm());
    rig.says(new SeccEffect.StopEnergyTransfer("utility interrupt")).run(SECOND);
    rig.says(new SeccEffect.SessionEnded(false, new byte[8])).run(30 * SECOND);
    assertEquals(0, rig.transactions(Kind.ENDED).size());
    assertEquals(new PilotSignal.Steady(), rig.signal());
    grid(true).run(30 * SECOND);
    assertEquals(new PilotSignal.Pwm(5), rig.signal());
    rig.linkUp(2).again();
    assertTrue(rig.amps() > 10, "it charges again: " + rig.amps());
    assertEquals(1, rig.transactions(Kind.STARTED).size());
  }

  /** Its standby is the vehicle's own wish; only a service that wants power calls it back. */
  @Test
  void aVehicleInStandbyIsCalledBackForAService() {
    rig.charge().acceptLastQuestion().run(SECOND);
    rig.command(setpoint(-4_000)).run(SECOND);
    assertEquals(Optional.empty(), rig.lastView.outlook().ask(), "it does not rest");
    rig.says(
            new SeccEffect.StopEnergyTransfer("the vehicle goes to standby"),
            new VehicleWord.StandbyBegun())
        .run(SECOND);
    rig.command(setpoint(0)).run(SECOND);
    assertEquals(Optional.empty(), rig.lastView.outlook().ask(), "nothing is wanted of it");
    rig.command(setpoint(-4_000)).run(SECOND);
    assertEquals(Optional.of(Outlook.Ask.EXIT_STANDBY), rig.lastView.outlook().ask());
    rig.says(new SeccEffect.StartCableCheck(450)).run(50 * MILLI);
    assertEquals(Optional.empty(), rig.lastView.outlook().ask(), "it is back");
  }
}
