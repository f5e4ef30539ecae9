package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.MILLI;
import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.evse.path.LinkRules;
import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.firmware.vehicles.Identity;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.iec61851.tolerance.VehicleKey;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The choice of the way of charging, per vehicle, and what sleeps and comes back (R1, R4, R5). */
class EvseChoiceTest {
  private static final PilotSignal DIGITAL = new PilotSignal.Pwm(5);
  private static final PilotSignal STEADY = new PilotSignal.Steady();

  /** The session is lost under load: contactors open before anything else, then all goes on. */
  @Test
  void aVehicleThatDropsItsSessionAndComesBackKeepsItsTransaction() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN));
    charging(rig);
    String transaction = rig.evse.transaction().orElseThrow();
    rig.linkDown(1);
    assertFalse(rig.evse.contactorsCommanded(), "open in the very pass");
    rig.run(100 * MILLI);
    assertFalse(rig.closed());
    rig.linkUp(2).run(SECOND);
    assertEquals(DIGITAL, rig.signal());
    assertEquals(EvseView.Authorisation.ACCEPTED, rig.lastView.authorisation());
    assertEquals(Optional.of(transaction), rig.evse.transaction());
    assertTrue(rig.transactions(Kind.ENDED).isEmpty());
  }

  /** A new connection under load replaces the old one; its contactors are open first. */
  @Test
  void aSecondConnectionUnderLoadOpensTheContactors() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN));
    charging(rig);
    rig.linkUp(2);
    assertFalse(rig.evse.contactorsCommanded());
    assertEquals(1, rig.done(EvseEffect.CloseLink.class).getFirst().link());
  }

  @Test
  void withoutEnergyTheVehicleIsAskedToPauseAndWokenWhenThereIsSome() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN));
    charging(rig);
    String transaction = rig.evse.transaction().orElseThrow();
    limit(rig, 0);
    rig.waits(LinkRules.PAUSE_NANOS - SECOND);
    assertEquals(Optional.empty(), rig.lastView.stop());
    rig.run(SECOND + 20 * MILLI);
    assertEquals(Optional.of(EvseView.Stop.PAUSE), rig.lastView.stop());
    rig.says(new SeccEffect.StopEnergyTransfer("pause")).run(SECOND);
    rig.says(new SeccEffect.SessionEnded(true, new byte[8])).run(SECOND);
    assertEquals(STEADY, rig.signal());
    assertEquals("SuspendedEVSE", lastChargingState(rig));
    rig.waits(3600 * SECOND);
    assertEquals(STEADY, rig.signal());
    assertTrue(rig.locked());
    limit(rig, 5_000);
    rig.run(SECOND);
    assertEquals(DIGITAL, rig.signal());
    rig.linkUp(2);
    assertTrue(rig.resumed, "the paused session is handed to the next one");
    assertEquals(Optional.of(transaction), rig.evse.transaction());
  }

  /** Some cars end their session after a few seconds without energy: that is no end of ours. */
  @Test
  void aVehicleThatGivesUpWithoutEnergyIsWokenLater() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN));
    charging(rig);
    limit(rig, 0);
    rig.run(6 * SECOND);
    rig.says(new SeccEffect.StopEnergyTransfer("no energy")).run(SECOND);
    rig.says(new SeccEffect.SessionEnded(false, new byte[8])).run(SECOND);
    assertTrue(rig.transactions(Kind.ENDED).isEmpty());
    assertEquals("SuspendedEVSE", lastChargingState(rig));
    limit(rig, 5_000);
    rig.run(15 * SECOND);
    assertEquals(DIGITAL, rig.signal());
  }

  /** ISO 15118-3: a sleeping vehicle wakes the station by toggling between B and C. */
  @Test
  void aVehicleThatPausedWakesTheStationByToggling() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN));
    charging(rig);
    rig.says(new SeccEffect.StopEnergyTransfer("pause")).run(SECOND);
    rig.pilotVolts = 9;
    rig.run(SECOND);
    rig.says(new SeccEffect.SessionEnded(true, new byte[8])).waits(3600 * SECOND);
    assertEquals(STEADY, rig.signal());
    assertEquals("SuspendedEV", lastChargingState(rig));
    rig.pilotVolts = 6;
    rig.run(300 * MILLI);
    rig.pilotVolts = 9;
    rig.run(SECOND);
    assertEquals(DIGITAL, rig.signal());
  }

  @Test
  void aRemoteStopEndsAPausedTransaction() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN));
    charging(rig);
    rig.says(new SeccEffect.StopEnergyTransfer("pause")).run(SECOND);
    rig.says(new SeccEffect.SessionEnded(true, new byte[8])).waits(60 * SECOND);
    rig.command(new BackOfficeCommand.Stop(1, rig.evse.transaction().orElseThrow())).run(SECOND);
    assertEquals(1, rig.transactions(Kind.ENDED).size());
    assertFalse(rig.locked());
  }

  /** A paused vehicle that no longer answers is woken by state F, then charged by duty cycle. */
  @Test
  void anAcVehicleThatSleepsTooDeepIsChargedByDutyCycle() {
    EvseRig rig = acSession();
    rig.says(new SeccEffect.StopEnergyTransfer("pause")).run(SECOND);
    rig.pilotVolts = 9;
    rig.says(new SeccEffect.SessionEnded(true, new byte[8])).run(SECOND);
    rig.input(new EvseInput.Approached()).run(PathChoice.LINK_NANOS + SECOND);
    assertEquals(new PilotSignal.Negative(), rig.signal());
    rig.run(3 * (PathChoice.LINK_NANOS + PathChoice.STATE_F_NANOS + PathChoice.QUIET_NANOS));
    assertTrue(rig.signal() instanceof PilotSignal.Pwm pwm && pwm.dutyPercent() > 10);
    assertTrue(rig.transactions(Kind.ENDED).isEmpty());
  }

  /** ISO 15118-3 T_step_X1: from a nominal duty to 5 % only over a steady signal of 3 s. */
  @Test
  void aVehicleThatConnectsLateIsServedDigitallyAfterASteadySignal() {
    EvseRig rig = EvseRig.ac(Optional.of(TOKEN));
    rig.plug().acceptLastQuestion().run(PathChoice.LINK_NANOS + PathChoice.QUIET_NANOS + SECOND);
    assertTrue(rig.signal() instanceof PilotSignal.Pwm pwm && pwm.dutyPercent() > 10);
    rig.input(new EvseInput.Approached()).run(20 * MILLI);
    assertEquals(STEADY, rig.signal());
    rig.linkUp(1).run(PathChoice.QUIET_NANOS - 100 * MILLI);
    assertEquals(STEADY, rig.signal());
    rig.run(200 * MILLI);
    assertEquals(DIGITAL, rig.signal());
    assertTrue(rig.done(EvseEffect.CloseLink.class).isEmpty());
  }

  /** Sessions of both -20 and -2 broke: high-level communication is off for good. */
  @Test
  void sessionsThatBreakAgainAndAgainEndInBasicCharging() {
    EvseRig rig = EvseRig.ac(Optional.of(TOKEN));
    rig.plug().acceptLastQuestion();
    for (int attempt = 1; attempt <= PathChoice.AC_ATTEMPTS; attempt++) {
      rig.linkUp(attempt).linkDown(attempt).run(PathChoice.QUIET_NANOS + SECOND);
    }
    assertTrue(rig.signal() instanceof PilotSignal.Pwm pwm && pwm.dutyPercent() > 10);
    rig.linkUp(9);
    assertEquals(9, rig.done(EvseEffect.CloseLink.class).getLast().link());
    rig.pilotVolts = 6;
    rig.run(SECOND);
    assertTrue(rig.closed());
  }

  /** R4: the user comes after twenty minutes, when the vehicle has given up twice. */
  @Test
  void authorisationMayComeAfterTheVehicleGaveUp() {
    EvseRig rig = EvseRig.ac(Optional.empty());
    rig.plug();
    for (int attempt = 1; attempt <= 5; attempt++) {
      rig.linkUp(attempt);
      rig.says(new SeccEffect.VehicleIdentified("WMIV1234567890ABCDEX")).waits(900 * SECOND);
      rig.linkDown(attempt).run(PathChoice.QUIET_NANOS + SECOND);
      assertEquals(DIGITAL, rig.signal(), "waiting for a user is no failure");
    }
    rig.run(4 * PathChoice.WAKES * PathChoice.LINK_NANOS);
    assertEquals(STEADY, rig.signal(), "nobody may charge, so no current is offered");
    rig.command(new BackOfficeCommand.Start(5, 42, 0, TOKEN)).run(SECOND);
    assertEquals(DIGITAL, rig.signal(), "a vehicle that speaks is spoken to first");
    rig.linkUp(9);
    assertEquals(1, rig.transactions(Kind.STARTED).size());
  }

  /** R1: what breaks twice before any energy gives way to the next protocol. */
  @Test
  void aProtocolThatBreaksTwiceGivesWay() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN));
    rig.plug();
    for (int attempt = 1; attempt <= 3; attempt++) {
      rig.linkUp(attempt);
      assertEquals(attempt < 3 ? Set.of() : Set.of("ISO 15118-20:DC"), rig.without);
      rig.says(new SeccEffect.ProtocolChosen("ISO 15118-20:DC"));
      rig.linkDown(attempt).run(PathChoice.QUIET_NANOS + SECOND);
    }
    rig.unplug().plug().linkUp(9);
    assertEquals(Set.of(), rig.without, "another vehicle is another story");
  }

  /** -2 and DIN 70121 end where the user is not accepted: the next card finds the same protocol. */
  @Test
  void aUserWhoWasNotAcceptedSaysNothingAgainstTheVehicle() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN));
    rig.plug();
    long question = rig.told(StationEvent.AuthorisationQuestion.class).getLast().request();
    rig.command(new BackOfficeCommand.AuthorisationAnswer(question, false, "Invalid"));
    for (int attempt = 1; attempt <= 4; attempt++) {
      rig.linkUp(attempt);
      assertEquals(Set.of(), rig.without);
      rig.says(new SeccEffect.ProtocolChosen("ISO 15118-2"));
      rig.says(new SeccEffect.SessionFailed("FAILED: the user was not accepted (EIM)"));
      rig.run(PathChoice.QUIET_NANOS + SECOND);
      assertEquals(DIGITAL, rig.signal());
    }
  }

  /** It is not to knock all night: a DC vehicle rests until its user has been accepted. */
  @Test
  void aVehicleWhoseUserIsNeverAcceptedIsLeftAlone() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN));
    rig.plug();
    long question = rig.told(StationEvent.AuthorisationQuestion.class).getLast().request();
    rig.command(new BackOfficeCommand.AuthorisationAnswer(question, false, "Invalid"));
    int sessions = 0;
    for (int link = 1; link <= 3 * Link.REJECTIONS_MAX; link++) {
      int refused = rig.done(EvseEffect.CloseLink.class).size();
      rig.linkUp(link);
      if (rig.done(EvseEffect.CloseLink.class).size() == refused) {
        sessions++;
        rig.says(new SeccEffect.SessionFailed("FAILED: the user was not accepted (EIM)"));
      }
      rig.run(PathChoice.QUIET_NANOS + SECOND);
    }
    assertEquals(Link.REJECTIONS_MAX, sessions);
    rig.command(new BackOfficeCommand.Start(77, 7, 1, TOKEN)).run(PathChoice.QUIET_NANOS + SECOND);
    assertEquals(DIGITAL, rig.signal(), "somebody starts it");
  }

  /** A fault of the station says nothing against it either. */
  @Test
  void aFaultOfTheStationSaysNothingAgainstTheVehicle() {
    EvseRig rig = EvseRig.dc(Optional.of(TOKEN));
    rig.plug();
    for (int attempt = 1; attempt <= 4; attempt++) {
      rig.linkUp(attempt);
      assertEquals(Set.of(), rig.without);
      rig.says(new SeccEffect.ProtocolChosen("ISO 15118-20:DC"));
      rig.input(new EvseInput.Measured(new Reading.EmergencyStop(true))).run(20 * MILLI);
      rig.says(new SeccEffect.SessionFailed("FAILED: the station has a fault"));
      rig.input(new EvseInput.Measured(new Reading.EmergencyStop(false)));
      rig.run(PathChoice.QUIET_NANOS + 30 * SECOND);
    }
  }

  /** The MAC of its modem is asked for with the rest, while a vehicle is there, on AC outlets. */
  @Test
  void theMemoryIsAskedForTheModem() {
    Identity modem = new Identity(VehicleKey.Kind.SLAC_MAC, "3456789abcde");
    EvseRig rig = EvseRig.ac(Optional.empty());
    rig.input(new EvseInput.Shown(modem));
    assertTrue(rig.done(EvseEffect.Recall.class).isEmpty(), "nobody is plugged in");
    rig.plug().input(new EvseInput.Shown(modem)).run(SECOND);
    assertEquals(List.of(modem), rig.done(EvseEffect.Recall.class).getLast().shown(), "asked once");
    assertEquals(1, rig.done(EvseEffect.Recall.class).size());
    rig.unplug();
    EvseRig direct = EvseRig.dc(Optional.empty());
    direct.plug().input(new EvseInput.Shown(modem));
    assertTrue(direct.done(EvseEffect.Recall.class).isEmpty());
  }

  private static EvseRig acSession() {
    EvseRig rig = EvseRig.ac(Optional.of(TOKEN));
    rig.plug().linkUp(1);
    rig.says(
        new SeccEffect.ProtocolChosen("ISO 15118-20:AC"),
        new SeccEffect.ServiceSelected("AC", false, true));
    rig.acceptLastQuestion();
    rig.pilotVolts = 6;
    rig.says(new SeccEffect.StartEnergyTransfer()).run(SECOND);
    assertTrue(rig.closed());
    return rig;
  }

  private static void charging(EvseRig rig) {
    rig.charge().acceptLastQuestion().run(SECOND);
    assertTrue(rig.closed() && rig.amps() > 10, "the rig charges");
  }

  private static String lastChargingState(EvseRig rig) {
    return rig.told(StationEvent.Transaction.class).getLast().chargingState();
  }

  private static void limit(EvseRig rig, double watts) {
    rig.command(
        new BackOfficeCommand.PowerBounds(
            1,
            Optional.of(new Quantity(watts, Unit.WATT)),
            Optional.of(new Quantity(0, Unit.WATT)),
            Optional.empty(),
            "ChargingOnly",
            "5",
            Optional.empty()));
  }
}
