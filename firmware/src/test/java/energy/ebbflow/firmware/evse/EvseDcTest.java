package energy.ebbflow.firmware.evse;

import static energy.ebbflow.firmware.evse.EvseRig.MILLI;
import static energy.ebbflow.firmware.evse.EvseRig.SECOND;
import static energy.ebbflow.firmware.evse.EvseRig.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.hal.PowerConverter.Command;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.secc.EvseView;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccInput;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvseDcTest {
  private final EvseRig rig = EvseRig.dc(Optional.of(TOKEN));

  @Test
  void aPluggedVehicleIsOfferedFivePercentAndTheTokenIsAsked() {
    rig.plug();
    assertEquals(new PilotSignal.Pwm(5), rig.signal());
    assertEquals(TOKEN, rig.told(StationEvent.AuthorisationQuestion.class).getLast().token());
    assertTrue(rig.transactions(Kind.STARTED).isEmpty());
  }

  /** R4: never energise on plug-in. */
  @Test
  void nothingIsEnergisedBeforeTheSessionAsksForIt() {
    rig.plug().acceptLastQuestion();
    rig.pilotVolts = 6;
    rig.run(10 * SECOND);
    assertFalse(rig.closed());
    assertEquals(1, rig.transactions(Kind.STARTED).size());
    assertEquals("Authorized", rig.transactions(Kind.STARTED).getFirst().trigger());
  }

  /** What a charge loop brings about is worked out while its answer is already on its way. */
  @Test
  void aChargeLoopIsAnsweredBeforeItsConsequences() {
    chargeAuthorised();
    V2gMessage response = new V2gMessage() {};
    rig.sessionSays.add(new SeccEffect.VehicleReport(RigVehicle.says(100).resting()));
    rig.sessionSays.add(new SeccEffect.Respond(response));
    double before = rig.evse.decision().setpoint().value();
    Evse.Heard heard = heard();
    assertSame(response, heard.answer().orElseThrow().response());
    assertEquals(before, rig.evse.decision().setpoint().value(), "the outlet itself is immutable");
    Evse.Step rest = heard.rest();
    assertEquals(0, rest.next().decision().setpoint().value(), "it asks for no current any more");
    assertFalse(rest.effects().stream().anyMatch(EvseEffect.Respond.class::isInstance));
    assertTrue(rest.effects().stream().anyMatch(EvseEffect.Convert.class::isInstance));
  }

  @Test
  void anAnswerThatGoesWithAMoveOfThePathOfPowerWaitsForIt() {
    chargeAuthorised();
    V2gMessage response = new V2gMessage() {};
    rig.sessionSays.add(new SeccEffect.StopEnergyTransfer("test"));
    rig.sessionSays.add(new SeccEffect.Respond(response));
    Evse.Heard heard = heard();
    assertTrue(heard.answer().isEmpty());
    assertEquals(1, count(heard.rest().effects(), EvseEffect.Respond.class));
  }

  private Evse.Heard heard() {
    SeccInput request = new SeccInput.Request(new V2gMessage() {});
    return rig.evse.hear(
        new EvseInput.Vehicle(1, request),
        new Moment(rig.nanos, Instant.ofEpochSecond(0, rig.nanos)));
  }

  private static long count(List<EvseEffect> effects, Class<? extends EvseEffect> kind) {
    return effects.stream().filter(kind::isInstance).count();
  }

  /** No contactor opens under load that could be spared it. */
  @Test
  void whoseSessionBreaksUnderLoadLosesTheCurrentBeforeTheContactors() {
    chargeAuthorised();
    int before = rig.effects.size();
    rig.says(new SeccEffect.SessionFailed("FAILED: the vehicle has a fault"));
    List<EvseEffect> said = rig.effects.subList(before, rig.effects.size());
    EvseEffect off = new EvseEffect.Convert(new Command.Off());
    List<Integer> opens =
        IntStream.range(0, said.size())
            .filter(i -> said.get(i) instanceof EvseEffect.OpenContactors)
            .boxed()
            .toList();
    assertTrue(said.contains(off) && !opens.isEmpty());
    assertTrue(said.indexOf(off) < opens.getFirst(), said::toString);
  }

  @Test
  void aWholeSessionChargesTurnsAroundAndEndsOnce() {
    chargeAuthorised();
    assertTrue(rig.closed() && rig.locked());
    assertEquals(52.6, rig.amps(), 0.05);
    assertEquals("Charging", rig.told(StationEvent.Transaction.class).getLast().chargingState());

    setpoint(-8_000, Optional.empty());
    assertEquals(-21, rig.amps(), 0.1);
    rig.run(5 * SECOND);
    assertTrue(rig.closed(), "a reversal never opens the contactors");
    assertEquals(1, rig.done(EvseEffect.CloseContactors.class).size());

    String transaction = rig.evse.transaction().orElseThrow();
    rig.command(new BackOfficeCommand.Stop(7, transaction)).run(100 * MILLI);
    assertEquals(Optional.of(EvseView.Stop.TERMINATE), rig.lastView.stop());
    assertEquals(0, rig.amps());
    rig.says(new SeccEffect.StopEnergyTransfer("the vehicle stops")).run(SECOND);
    assertFalse(rig.closed());
    rig.says(new SeccEffect.WeldingDetection()).run(SECOND);
    rig.says(new SeccEffect.SessionEnded(false, new byte[8])).run(SECOND);

    StationEvent.Transaction ended = rig.transactions(Kind.ENDED).getFirst();
    assertEquals(1, rig.transactions(Kind.ENDED).size());
    assertEquals(Optional.of("Remote"), ended.stopReason());
    assertTrue(ended.samples().getFirst().importedWh() > 1);
    assertTrue(ended.samples().getFirst().exportedWh() > 1);
    assertFalse(rig.locked(), "ended, unlocked and still plugged is a state of its own (R21)");
    rig.unplug();
    assertEquals(1, rig.transactions(Kind.ENDED).size());
    assertEquals(
        StationEvent.ConnectorStatus.Status.AVAILABLE,
        rig.told(StationEvent.ConnectorStatus.class).getLast().status());
  }

  /** The limits of the parameter discovery are not yet a wish: 0 A until the charge loop begins. */
  @Test
  void nothingFlowsBeforeTheChargeLoopBegins() {
    rig.plug().acceptLastQuestion();
    rig.chargeWithoutLoop();
    assertTrue(rig.closed());
    assertEquals(0, rig.amps());
    rig.loop().run(100 * MILLI);
    assertTrue(rig.amps() > 50);
  }

  /**
   * IEC 61851-23: a vehicle that asks for 395 V gets no more, whatever it could bear. 0 V is no
   * wish, and the limits of both hold in any case: 250 and 450 V here.
   */
  @Test
  void targetVoltageIsTheCeiling() {
    chargeAuthorised();
    for (double[] pair : new double[][] {{395, 395}, {0, 450}, {600, 450}, {20, 250}}) {
      rig.says(new SeccEffect.VehicleReport(RigVehicle.asksFor(20, pair[0]))).run(100 * MILLI);
      PowerConverter.Command.Current order =
          (PowerConverter.Command.Current) rig.done(EvseEffect.Convert.class).getLast().command();
      assertEquals(pair[1], order.ceiling().value(), () -> "asked for " + pair[0] + " V");
      assertEquals(250, order.floor().value());
    }
  }

  /** A set-point ends when its time is over, at that very instant. */
  @Test
  void anExpiredSetpointGivesWay() {
    chargeAuthorised();
    setpoint(-8_000, Optional.of(Instant.ofEpochSecond(0, rig.nanos + 2 * SECOND)));
    assertTrue(rig.amps() < 0);
    rig.run(2 * SECOND);
    assertTrue(rig.amps() > 0);
  }

  /** R12: at the floor nothing is taken from the vehicle, whatever a service wants. */
  @Test
  void theDischargeFloorHolds() {
    chargeAuthorised();
    setpoint(-8_000, Optional.empty());
    rig.says(new SeccEffect.VehicleReport(RigVehicle.says(20.1))).run(100 * MILLI);
    assertTrue(rig.amps() < 0);
    rig.says(new SeccEffect.VehicleReport(RigVehicle.says(20))).run(100 * MILLI);
    assertEquals(0, rig.amps());
    assertEquals("discharge floor 20 %", rig.evse.decision().winner());
  }

  /** R3: without a state of charge there is no discharge. */
  @Test
  void withoutAStateOfChargeNothingIsDischarged() {
    chargeAuthorised();
    rig.says(
        new SeccEffect.VehicleReport(
            RigVehicle.says(Optional.empty(), Optional.empty(), Optional.empty())));
    setpoint(-8_000, Optional.empty());
    assertEquals(0, rig.amps());
    assertEquals("state of charge unknown", rig.evse.decision().winner());
  }

  /** R12: below the user's minimum the vehicle is charged, whatever a service wants. */
  @Test
  void theUsersMinimumEnergyOutranksASetpoint() {
    chargeAuthorised();
    setpoint(-8_000, Optional.empty());
    rig.says(
            new SeccEffect.VehicleReport(
                RigVehicle.says(Optional.of(30.0), Optional.empty(), Optional.of(2_000.0))))
        .run(100 * MILLI);
    assertTrue(rig.amps() > 50);
  }

  /** Scheduled control: the vehicle says the current, the station's limits hold. */
  @Test
  void inScheduledControlTheVehicleSaysTheCurrent() {
    chargeAuthorised();
    rig.says(request(12)).run(100 * MILLI);
    assertEquals(12, rig.amps(), 0.1);
    rig.says(request(-7)).run(100 * MILLI);
    assertEquals(-7, rig.amps(), 0.1);
    rig.says(request(200)).run(100 * MILLI);
    assertEquals(52.6, rig.amps(), 0.1);
  }

  private static SeccEffect request(double amps) {
    return new SeccEffect.VehicleReport(
        RigVehicle.says(Optional.of(50.0), Optional.of(amps), Optional.empty()));
  }

  /** R17: without the grid nothing flows; the session survives. */
  @Test
  void aLostGridStopsThePowerButNotTheSession() {
    chargeAuthorised();
    setpoint(-8_000, Optional.empty());
    rig.input(new EvseInput.Measured(new Reading.Grid(false))).run(50 * MILLI);
    assertEquals(0, rig.amps());
    assertTrue(rig.closed());
    rig.input(new EvseInput.Measured(new Reading.Grid(true))).run(6 * SECOND);
    assertTrue(rig.amps() < 0);
  }

  /** The emergency stop acts in the same step: converter off, contactors open. */
  @Test
  void theEmergencyStopSwitchesOffInTheSameStep() {
    chargeAuthorised();
    int before = rig.effects.size();
    rig.input(new EvseInput.Measured(new Reading.EmergencyStop(true)));
    var now = rig.effects.subList(before, rig.effects.size());
    assertTrue(now.stream().anyMatch(EvseEffect.OpenContactors.class::isInstance));
    assertTrue(now.contains(new EvseEffect.Convert(new Command.Off())));
    rig.run(20 * SECOND);
    assertFalse(rig.closed());
    assertEquals(
        Optional.of("EmergencyStop"), rig.transactions(Kind.ENDED).getFirst().stopReason());
    assertEquals(
        StationEvent.ConnectorStatus.Status.FAULTED,
        rig.told(StationEvent.ConnectorStatus.class).getLast().status());
  }

  @Test
  void badIsolationNeverReachesPreCharge() {
    rig.kiloOhms = 99;
    rig.plug().acceptLastQuestion().linkUp(1);
    rig.pilotVolts = 6;
    rig.says(new SeccEffect.StartCableCheck(450)).run(2 * SECOND);
    assertEquals(EvseView.Isolation.INVALID, rig.lastView.isolation());
    assertFalse(rig.closed());
    assertEquals("CableCheckFault", rig.told(StationEvent.Fault.class).getLast().code());
  }

  @Test
  void aVehicleThatIgnoresTheStopIsSwitchedOffAfterFifteenSeconds() {
    chargeAuthorised();
    rig.command(new BackOfficeCommand.Stop(7, rig.evse.transaction().orElseThrow()));
    rig.run(15 * SECOND - 20 * MILLI);
    assertTrue(rig.closed());
    rig.run(SECOND);
    assertFalse(rig.closed());
    assertEquals(1, rig.transactions(Kind.ENDED).size());
    assertFalse(rig.done(EvseEffect.CloseLink.class).isEmpty());
  }

  /** A connection that breaks while energy flows: off and open, then the vehicle may try again. */
  @Test
  void aBrokenConnectionOpensAtOnceAndIsTriedAgain() {
    chargeAuthorised();
    rig.linkDown(1).run(100 * MILLI);
    assertFalse(rig.closed());
    assertEquals(0, rig.amps());
    assertEquals(new PilotSignal.Steady(), rig.signal());
    rig.pilotVolts = 9;
    rig.run(4 * SECOND);
    assertEquals(new PilotSignal.Pwm(5), rig.signal());
    assertTrue(rig.transactions(Kind.ENDED).isEmpty());
  }

  @Test
  void unpluggingUnderLoadEndsTheTransaction() {
    chargeAuthorised();
    rig.pilotVolts = 12;
    rig.run(100 * MILLI);
    assertFalse(rig.closed(), "IEC 61851-1: open within 100 ms");
    rig.run(SECOND);
    assertEquals(
        Optional.of("EVDisconnected"), rig.transactions(Kind.ENDED).getFirst().stopReason());
  }

  @Test
  void aFullQueueOpensTheContactors() {
    chargeAuthorised();
    rig.input(new EvseInput.QueueFull("readings"));
    assertFalse(rig.evse.contactorsCommanded());
    assertFalse(rig.evse.permission());
  }

  /** A full disk is reported; the running session goes on. */
  @Test
  void aFullDiskIsReportedAndTheSessionGoesOn() {
    chargeAuthorised();
    rig.input(new EvseInput.StorageFailed("disk full")).run(10 * SECOND);
    assertTrue(rig.closed() && rig.amps() > 0);
    assertEquals("ebbflow.StorageFailed", rig.told(StationEvent.Fault.class).getLast().code());
  }

  /** SIGTERM: current to 0, contactors open, the end of the transaction on record, then the end. */
  @Test
  void aShutdownEndsInOrder() {
    chargeAuthorised();
    rig.input(new EvseInput.Shutdown("SIGTERM")).run(100 * MILLI);
    assertEquals(Optional.of(EvseView.Stop.TERMINATE), rig.lastView.stop());
    assertEquals(0, rig.amps());
    assertTrue(rig.done(EvseEffect.Stopped.class).isEmpty());
    rig.says(new SeccEffect.StopEnergyTransfer("stop")).run(SECOND);
    rig.says(new SeccEffect.SessionEnded(false, new byte[8])).run(SECOND);
    assertEquals(Optional.of("Reboot"), rig.transactions(Kind.ENDED).getFirst().stopReason());
    assertEquals(1, rig.done(EvseEffect.Stopped.class).size());
  }

  @Test
  void anImmediateResetEndsTheTransactionBeforeTheRestart() {
    chargeAuthorised();
    rig.command(new BackOfficeCommand.Reset(3, true, 0)).run(SECOND);
    assertTrue(rig.done(EvseEffect.Restart.class).isEmpty());
    rig.says(new SeccEffect.StopEnergyTransfer("stop")).run(SECOND);
    rig.says(new SeccEffect.SessionEnded(false, new byte[8])).run(SECOND);
    assertEquals(
        Optional.of("ImmediateReset"), rig.transactions(Kind.ENDED).getFirst().stopReason());
    assertEquals(1, rig.done(EvseEffect.Restart.class).size());
  }

  @Test
  void aConnectionWithoutAVehicleIsRefused() {
    rig.run(SECOND).linkUp(1);
    assertEquals(1, rig.done(EvseEffect.CloseLink.class).size());
  }

  @Test
  void aRejectedTokenKeepsTheSessionWithoutEnergy() {
    rig.plug().linkUp(1);
    long question = rig.told(StationEvent.AuthorisationQuestion.class).getLast().request();
    rig.command(new BackOfficeCommand.AuthorisationAnswer(question, false, "Blocked")).run(SECOND);
    assertEquals(EvseView.Authorisation.REJECTED, rig.lastView.authorisation());
    assertTrue(rig.transactions(Kind.STARTED).isEmpty());
    assertEquals(1, rig.told(StationEvent.AuthorisationQuestion.class).size());
  }

  /** A link that is down is no refusal: the token is asked again when the back office is there. */
  @Test
  void aTokenIsAskedAgainOnceTheBackOfficeIsThere() {
    rig.plug().linkUp(1);
    long question = rig.told(StationEvent.AuthorisationQuestion.class).getLast().request();
    rig.command(new BackOfficeCommand.AuthorisationAnswer(question, false, "Offline")).run(SECOND);
    assertEquals(EvseView.Authorisation.PENDING, rig.lastView.authorisation());
    assertEquals(1, rig.told(StationEvent.AuthorisationQuestion.class).size());
    rig.command(new BackOfficeCommand.LinkChanged(true, "accepted")).run(SECOND);
    assertEquals(2, rig.told(StationEvent.AuthorisationQuestion.class).size());
    rig.acceptLastQuestion();
    assertEquals(1, rig.transactions(Kind.STARTED).size());
  }

  /** 30 s: one step before it the question is open, at it the answer is no. */
  @Test
  void aSilentBackOfficeIsANo() {
    rig.plug().linkUp(1);
    rig.run(Users.ANSWER_NANOS - 2 * SECOND);
    assertEquals(EvseView.Authorisation.PENDING, rig.lastView.authorisation());
    rig.run(2 * SECOND);
    assertEquals(EvseView.Authorisation.REJECTED, rig.lastView.authorisation());
  }

  private void chargeAuthorised() {
    rig.plug().acceptLastQuestion();
    rig.charge();
    assertTrue(rig.closed() && rig.amps() > 0, "the rig charges");
  }

  private void setpoint(double watts, Optional<Instant> until) {
    rig.command(
            new BackOfficeCommand.PowerBounds(
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Quantity(watts, Unit.WATT)),
                "CentralSetpoint",
                "7",
                until))
        .run(100 * MILLI);
  }
}
