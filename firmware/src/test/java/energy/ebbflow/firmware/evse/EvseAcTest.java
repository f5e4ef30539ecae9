package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.MILLI;
import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvseAcTest {
  private static final double PERCENT_OF_16_A = 16 / 0.6;
  private final EvseRig rig = EvseRig.ac(Optional.of(TOKEN));

  /** R1: 5 % first; a vehicle that does not connect is charged by duty cycle. */
  @Test
  void aVehicleThatDoesNotConnectIsChargedByDutyCycle() {
    cable(16).plug().acceptLastQuestion();
    assertEquals(new PilotSignal.Pwm(5), rig.signal());
    rig.run(PathChoice.LINK_NANOS - 2 * SECOND);
    assertEquals(new PilotSignal.Pwm(5), rig.signal());
    rig.run(3 * SECOND);
    assertEquals(new PilotSignal.Steady(), rig.signal());
    rig.run(PathChoice.QUIET_NANOS);
    assertDuty(PERCENT_OF_16_A);
    assertFalse(rig.closed());
    rig.pilotVolts = 6;
    rig.run(SECOND);
    assertTrue(rig.closed());
    assertEquals("Charging", rig.told(StationEvent.Transaction.class).getLast().chargingState());
  }

  @Test
  void withoutAuthorisationTheFallbackOffersNothing() {
    EvseRig nobody = EvseRig.ac(Optional.empty());
    nobody.plug().run(PathChoice.LINK_NANOS + PathChoice.QUIET_NANOS + SECOND);
    assertEquals(new PilotSignal.Steady(), nobody.signal());
    nobody.pilotVolts = 6;
    nobody.run(SECOND);
    assertFalse(nobody.closed());
    nobody.command(new BackOfficeCommand.Start(5, 42, 0, TOKEN)).run(2 * SECOND);
    assertTrue(nobody.closed());
    StationEvent.Transaction started = nobody.transactions(Kind.STARTED).getFirst();
    assertEquals(Optional.of(42), started.remoteStart());
    assertEquals("RemoteStart", started.trigger());
  }

  @Test
  void aLimitOfTheBackOfficeChangesTheDuty() {
    charging();
    limit(10);
    rig.run(6 * SECOND);
    assertDuty(10 / 0.6);
    assertTrue(rig.closed());
  }

  /** R2: a hard limit below 6 A pauses the vehicle; it is served again when there is power. */
  @Test
  void aHardLimitBelowSixAmpsPausesAndResumes() {
    charging();
    limit(0, 5.9);
    rig.run(5 * SECOND);
    assertEquals(new PilotSignal.Steady(), rig.signal());
    assertTrue(rig.closed(), "the vehicle has 6 s to leave state C by itself");
    rig.run(3 * SECOND);
    assertFalse(rig.closed());
    rig.pilotVolts = 9;
    rig.run(SECOND);
    assertEquals(
        "SuspendedEVSE", rig.told(StationEvent.Transaction.class).getLast().chargingState());
    limit(0, 6);
    rig.run(59 * SECOND);
    assertEquals(new PilotSignal.Steady(), rig.signal(), "60 s are held before charging resumes");
    rig.run(2 * SECOND);
    assertDuty(10);
    rig.pilotVolts = 6;
    rig.run(SECOND);
    assertTrue(rig.closed());
    assertTrue(rig.transactions(Kind.ENDED).isEmpty());
  }

  @Test
  void theCableRatingIsAHardLimit() {
    charging();
    assertEquals("cable rating", rig.evse.decision().winner());
    cable(13).run(6 * SECOND);
    assertDuty(13 / 0.6);
  }

  /**
   * IEC 61851-1 Table B.2: an open proximity pilot is no cable. The contact breaks while a cable of
   * 13 A carries its current: the offer must not rise to what the outlet can.
   */
  @Test
  void aCableThatIsNoLongerKnownGetsNoCurrent() {
    charging();
    cable(13).run(6 * SECOND);
    rig.cableAmps = Optional.empty();
    rig.run(290 * MILLI);
    assertTrue(rig.evse.contactorsCommanded(), "a contact may tremble for 300 ms");
    rig.run(40 * MILLI);
    assertFalse(rig.evse.contactorsCommanded());
    assertEquals("ProximityFault", rig.told(StationEvent.Fault.class).getLast().code());
    rig.cableAmps = Optional.of(32.0);
    rig.run(60 * SECOND);
    assertEquals(1, rig.transactions(Kind.ENDED).size());
    assertFalse(rig.evse.contactorsCommanded(), "a loose contact does not switch the load");
  }

  /** A socket in which no plug was ever seen: state C alone closes nothing. */
  @Test
  void aSocketWithoutAKnownPlugIsNeverLive() {
    rig.cableAmps = Optional.empty();
    // What is plugged later than that was not interrupted by a restart.
    rig.run(11 * SECOND).plug().acceptLastQuestion();
    rig.run(PathChoice.LINK_NANOS + PathChoice.QUIET_NANOS);
    rig.pilotVolts = 6;
    for (int i = 0; i < 60; i++) {
      rig.run(SECOND);
      assertFalse(rig.evse.contactorsCommanded());
    }
    rig.cableAmps = Optional.of(20.0);
    rig.run(3 * SECOND);
    assertTrue(rig.closed(), "it was known late, and nothing was wrong");
    assertDuty(20 / 0.6);
  }

  @Test
  void aRemoteStopLetsTheVehicleLeaveAndUnlocks() {
    charging();
    rig.command(new BackOfficeCommand.Stop(9, rig.evse.transaction().orElseThrow()))
        .run(100 * MILLI);
    assertEquals(new PilotSignal.Steady(), rig.signal());
    assertTrue(rig.closed());
    rig.pilotVolts = 9;
    rig.run(SECOND);
    assertFalse(rig.closed());
    assertFalse(rig.locked());
    assertEquals(1, rig.transactions(Kind.ENDED).size());
    rig.run(30 * SECOND);
    assertEquals(1, rig.transactions(Kind.ENDED).size());
  }

  @Test
  void theSameCardEndsWhatItStarted() {
    EvseRig nobody = EvseRig.ac(Optional.empty());
    nobody.plug();
    nobody.input(new EvseInput.Measured(new Reading.Rfid("04A1B2C3"))).acceptLastQuestion();
    assertEquals(
        new IdToken("04A1B2C3", "ISO14443"),
        nobody.transactions(Kind.STARTED).getFirst().token().orElseThrow());
    nobody.input(new EvseInput.Measured(new Reading.Rfid("04FFFFFF"))).run(SECOND);
    assertTrue(nobody.transactions(Kind.ENDED).isEmpty());
    nobody.input(new EvseInput.Measured(new Reading.Rfid("04A1B2C3"))).run(SECOND);
    assertEquals(Optional.of("Local"), nobody.transactions(Kind.ENDED).getFirst().stopReason());
  }

  /** R22: a vehicle that stays plugged after its transaction can be served again. */
  @Test
  void aSecondTransactionFollowsWithoutUnplugging() {
    charging();
    rig.command(new BackOfficeCommand.Stop(9, rig.evse.transaction().orElseThrow()));
    rig.pilotVolts = 9;
    rig.run(SECOND);
    rig.command(new BackOfficeCommand.Start(10, 43, 1, TOKEN)).run(SECOND);
    assertEquals(2, rig.transactions(Kind.STARTED).size());
    rig.run(PathChoice.QUIET_NANOS + PathChoice.LINK_NANOS + PathChoice.QUIET_NANOS);
    rig.pilotVolts = 6;
    rig.run(SECOND);
    assertTrue(rig.closed());
  }

  /** An unlock before the plug concerns the past: the next session is locked. */
  @Test
  void anUnlockWithoutAVehicleDoesNotUnlockTheNextOne() {
    rig.command(new BackOfficeCommand.Unlock(4, 1, false)).run(SECOND);
    charging();
    assertTrue(rig.locked());
  }

  @Test
  void anAuthorisationWaitsForTheVehicleForAMinute() {
    EvseRig early = EvseRig.ac(Optional.empty());
    early.command(new BackOfficeCommand.Start(1, 7, 1, TOKEN)).run(59 * SECOND);
    early.plug();
    assertEquals("CablePluggedIn", early.transactions(Kind.STARTED).getFirst().trigger());

    EvseRig late = EvseRig.ac(Optional.empty());
    late.command(new BackOfficeCommand.Start(1, 7, 1, TOKEN)).run(61 * SECOND);
    late.plug();
    assertTrue(late.transactions(Kind.STARTED).isEmpty());
  }

  /** TC_C_13: the same with a card, which the link answers for from its memory or not. */
  @Test
  void anAcceptedCardWaitsForTheVehicleForAMinute() {
    EvseRig early = withCard();
    early.run(59 * SECOND).plug();
    StationEvent.Transaction started = early.transactions(Kind.STARTED).getFirst();
    assertEquals("CablePluggedIn", started.trigger());
    assertEquals(Optional.of(new IdToken("04A1B2C3", "ISO14443")), started.token());

    EvseRig late = withCard();
    late.run(61 * SECOND).plug();
    assertTrue(late.transactions(Kind.STARTED).isEmpty());
  }

  private static EvseRig withCard() {
    EvseRig nobody = EvseRig.ac(Optional.empty());
    nobody.run(SECOND).input(new EvseInput.Measured(new Reading.Rfid("04A1B2C3")));
    return nobody.acceptLastQuestion();
  }

  /** ISO 15118 AC: the agreement on power is the permission; its end opens the contactors. */
  @Test
  void aSessionClosesAndOpensTheContactors() {
    cable(16).plug().acceptLastQuestion().linkUp(1);
    rig.pilotVolts = 6;
    rig.run(2 * SECOND);
    assertFalse(rig.closed(), "state C alone is no agreement");
    rig.says(new SeccEffect.StartEnergyTransfer()).run(SECOND);
    assertTrue(rig.closed());
    assertEquals(new PilotSignal.Pwm(5), rig.signal());
    assertEquals(16 * 690, rig.lastView.targetWatts());
    assertEquals("Charging", rig.told(StationEvent.Transaction.class).getLast().chargingState());
    limit(10);
    rig.run(100 * MILLI);
    assertEquals(10 * 690, rig.lastView.targetWatts());
    rig.says(new SeccEffect.StopEnergyTransfer("the vehicle stops")).run(100 * MILLI);
    assertFalse(rig.closed());
    rig.says(new SeccEffect.SessionEnded(false, new byte[8])).run(SECOND);
    assertEquals(Optional.of("StoppedByEV"), rig.transactions(Kind.ENDED).getFirst().stopReason());
  }

  @Test
  void aBrokenSessionOpensTheContactorsAtOnce() {
    cable(16).plug().acceptLastQuestion().linkUp(1);
    rig.pilotVolts = 6;
    rig.says(new SeccEffect.StartEnergyTransfer()).run(SECOND);
    assertTrue(rig.closed());
    rig.linkDown(1).run(50 * MILLI);
    assertFalse(rig.closed());
  }

  @Test
  void aSecondRemoteStartIsRefused() {
    charging();
    rig.command(new BackOfficeCommand.Start(11, 44, 1, TOKEN));
    StationEvent.CommandResult result = rig.told(StationEvent.CommandResult.class).getLast();
    assertFalse(result.accepted());
    assertEquals(11, result.command());
  }

  /** A board starts in state F; its first words may be on their way when we have signalled. */
  @Test
  void lateWordsOfTheBoardsStartAreNoFault() {
    assertEquals(0, stateFFor(1_990).told(StationEvent.Fault.class).size());
  }

  /** A line that stays at -12 V although we signal +12 V is one, after its debounce. */
  @Test
  void aLineThatStaysInStateFIsAFault() {
    assertEquals("PilotFault", stateFFor(2_300).told(StationEvent.Fault.class).getFirst().code());
  }

  private static EvseRig stateFFor(int millis) {
    EvseRig slow = EvseRig.ac(Optional.empty());
    for (int i = 0; i < millis / 10; i++) {
      slow.nanos += 10 * MILLI;
      slow.input(new EvseInput.Measured(new Reading.Pilot(new Volts(-12), new Volts(-12))));
      slow.input(new EvseInput.Tick());
    }
    return slow.run(SECOND);
  }

  @Test
  void anOutletOutOfServiceShowsItOnTheLine() {
    rig.command(new BackOfficeCommand.Availability(2, 1, false)).run(SECOND);
    assertEquals(new PilotSignal.Negative(), rig.signal());
    assertEquals(
        StationEvent.ConnectorStatus.Status.UNAVAILABLE,
        rig.told(StationEvent.ConnectorStatus.class).getLast().status());
    rig.command(new BackOfficeCommand.Availability(3, 1, true)).run(SECOND);
    assertEquals(
        StationEvent.ConnectorStatus.Status.AVAILABLE,
        rig.told(StationEvent.ConnectorStatus.class).getLast().status());
  }

  @Test
  void aMissingDiodeOpensAndEndsTheTransaction() {
    charging();
    for (int i = 0; i < 50; i++) {
      rig.nanos += 10 * MILLI;
      rig.input(new EvseInput.Measured(new Reading.Pilot(new Volts(6), new Volts(-6))));
    }
    assertFalse(rig.evse.contactorsCommanded());
    assertEquals("PilotFault", rig.told(StationEvent.Fault.class).getLast().code());
  }

  private EvseRig cable(double amps) {
    rig.cableAmps = Optional.of(amps);
    return rig.input(new EvseInput.Measured(new Reading.Proximity(Optional.of(new Amps(amps)))));
  }

  private void charging() {
    cable(16).plug().acceptLastQuestion();
    rig.run(PathChoice.LINK_NANOS + PathChoice.QUIET_NANOS);
    rig.pilotVolts = 6;
    rig.run(SECOND);
    assertTrue(rig.closed(), "the rig charges");
  }

  private void limit(double amps) {
    limit(1, amps);
  }

  private void limit(int evse, double amps) {
    rig.command(
        new BackOfficeCommand.PowerBounds(
            evse,
            Optional.of(new Quantity(amps, Unit.AMPERE)),
            Optional.empty(),
            Optional.empty(),
            "ChargingOnly",
            "5",
            Optional.empty()));
  }

  private void assertDuty(double percent) {
    assertTrue(
        rig.signal() instanceof PilotSignal.Pwm pwm && Math.abs(pwm.dutyPercent() - percent) < 0.01,
        () -> "expected " + percent + " %, got " + rig.signal());
  }
}
