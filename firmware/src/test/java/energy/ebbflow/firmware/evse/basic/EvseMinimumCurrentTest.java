package energy.ebbflow.firmware.evse.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.config.UserNeeds;
import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.evse.basic.PilotCar.Habit;
import energy.ebbflow.firmware.vehicles.KnownVehicle;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.PauseCause;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Reason;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Verdict;
import energy.ebbflow.iec61851.tolerance.ToleranceConfig;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R2 through the whole outlet: who gets the floor, who a pause, and what is told of it. */
class EvseMinimumCurrentTest {
  private static final long HOUR = 3600;

  private static BasicSettings staying(long seconds) {
    return new BasicSettings(
        ToleranceConfig.standard(),
        BasicSettings.Rule.LEARN,
        false,
        Optional.of(seconds),
        Optional.empty(),
        false);
  }

  private static BasicSettings ruled(BasicSettings.Rule rule) {
    return new BasicSettings(
        ToleranceConfig.standard(), rule, false, Optional.empty(), Optional.empty(), false);
  }

  private static BasicRig charging(BasicSettings settings, Habit habit) {
    BasicRig rig = new BasicRig(settings);
    rig.plug(new PilotCar(habit, 40)).run(20);
    assertTrue(rig.car.drawing(), "the rig charges");
    return rig;
  }

  /** R2: an unknown vehicle gets the floor, and what it draws above the request is told. */
  @Test
  void anUnknownVehicleGetsTheFloorAndTheExcessIsTold() {
    BasicRig rig = charging(BasicSettings.STANDARD, Habit.INTOLERANT);
    rig.request(4).run(600);
    assertEquals(6, rig.dutyAmps(), 0.01);
    assertTrue(rig.car.drawing());
    BasicReport.AboveRequest above = rig.reported(BasicReport.AboveRequest.class).getFirst();
    assertEquals(Reason.VEHICLE_NOT_TESTED, above.why());
    assertEquals(4 * 690, above.requestWatts(), 1);
    assertEquals(6 * 690, above.offeredWatts(), 1);
    StationEvent.MinimumCurrent told = rig.told.getFirst();
    assertEquals("AboveRequest", told.event());
    assertEquals("VEHICLE_NOT_TESTED", told.reason());
    assertEquals(Optional.of(6 * 690.0), told.offeredWatts());
    rig.request(16).run(30);
    double excess = rig.reported(BasicReport.AboveRequestEnded.class).getFirst().wattHours();
    assertEquals(2 * 690 / 6.0, excess, 10, "2 A above the request for ten minutes");
  }

  /** The same excess is told once, not in every pass. */
  @Test
  void anExcessThatStaysIsToldOnce() {
    BasicRig rig = charging(BasicSettings.STANDARD, Habit.TOLERANT);
    rig.request(4).run(1800);
    assertEquals(1, rig.reported(BasicReport.AboveRequest.class).size());
  }

  /** R2: the floor never beats a hard limit; then there is a pause, and it is told. */
  @Test
  void aHardLimitBelowTheFloorPausesAtOnce() {
    BasicRig rig = charging(BasicSettings.STANDARD, Habit.TOLERANT);
    rig.hardLimit(5.9).run(1);
    assertEquals(new PilotSignal.Steady(), rig.signal());
    rig.run(7);
    assertFalse(rig.closed(), "IEC 61851-1 Table A.6 sequence 10.2: forced open after 6 s");
    assertEquals(PauseCause.HARD_LIMIT, rig.reported(BasicReport.Paused.class).getFirst().cause());
    assertEquals("Paused", rig.told.getLast().event());
    assertEquals("SuspendedEVSE", rig.transactions.getLast().chargingState());
    rig.hardLimit(6).run(90);
    assertEquals(6, rig.dutyAmps(), 0.01);
    assertTrue(rig.car.drawing());
  }

  /** At exactly the floor a hard limit leaves room: no pause. */
  @Test
  void aHardLimitAtTheFloorIsNoPause() {
    BasicRig rig = charging(BasicSettings.STANDARD, Habit.TOLERANT);
    rig.hardLimit(6).run(30);
    assertEquals(6, rig.dutyAmps(), 0.01);
    assertTrue(rig.reported(BasicReport.Paused.class).isEmpty());
  }

  /** The test: two pauses on two occasions make the verdict, and it is remembered. */
  @Test
  void aVehicleThatComesBackIsLearnedAsTolerantAndPausedFromThenOn() {
    BasicRig rig = charging(staying(12 * HOUR), Habit.TOLERANT);
    rig.request(0).run(200);
    assertEquals(PauseCause.TEST, rig.reported(BasicReport.Paused.class).getFirst().cause());
    rig.run(240);
    assertEquals(Verdict.ON_TEST, rig.known().verdict());
    rig.request(16).unplug();
    rig.restart();
    rig.run(12);
    rig.plug(new PilotCar(Habit.TOLERANT, 40)).run(20);
    rig.request(0).run(500);
    assertEquals(Verdict.TOLERANT, rig.known().verdict());
    assertEquals(2, rig.known().evidence().size());
    rig.request(16).unplug();
    rig.plug(new PilotCar(Habit.TOLERANT, 40)).run(20);
    rig.request(0).run(200);
    assertEquals(PauseCause.REQUEST, rig.reported(BasicReport.Paused.class).getLast().cause());
    assertFalse(rig.car.drawing());
  }

  /** A vehicle that does not come back is woken, and never paused by a service again. */
  @Test
  void aVehicleThatDoesNotComeBackIsWokenAndKeepsTheFloor() {
    BasicRig rig = charging(staying(12 * HOUR), Habit.INTOLERANT);
    rig.request(0).run(480);
    assertTrue(rig.car.drawing(), "the ladder woke it");
    assertEquals(1, rig.reported(BasicReport.WakingUp.class).size());
    assertEquals(Verdict.INTOLERANT, rig.known().verdict());
    rig.run(1800);
    assertEquals(1, rig.reported(BasicReport.Paused.class).size());
    assertEquals(6, rig.dutyAmps(), 0.01);
    assertTrue(rig.transactions.stream().noneMatch(t -> t.stopReason().isPresent()));
  }

  /** Without two hours to spare there is no test: the user's goal goes first. */
  @Test
  void withoutTimeThereIsNoTest() {
    BasicRig rig = charging(staying(7_300), Habit.TOLERANT);
    rig.request(0).run(600);
    assertTrue(
        rig.reported(BasicReport.Paused.class).isEmpty(), "after the hold less than 2 h are left");
    BasicRig enough = charging(staying(7_500), Habit.TOLERANT);
    enough.request(0).run(600);
    assertEquals(1, enough.reported(BasicReport.Paused.class).size());
  }

  /** From the rig's 18:00 on. */
  private static BasicRig leavingAt(String time, BasicSettings settings) {
    UserNeeds needs =
        new UserNeeds(
            List.of(),
            Optional.of(LocalTime.parse(time)),
            EnumSet.allOf(DayOfWeek.class),
            ZoneOffset.UTC,
            Optional.empty(),
            Optional.empty());
    BasicRig rig = new BasicRig(settings, List.of(needs));
    rig.plug(new PilotCar(Habit.TOLERANT, 40)).run(20);
    return rig;
  }

  /** The board file knows when the users of this outlet leave; both sides of two hours. */
  @Test
  void theDepartureOfTheBoardFilePermitsOrForbidsTheTest() {
    BasicRig soon = leavingAt("20:03", BasicSettings.STANDARD);
    soon.request(0).run(600);
    assertTrue(soon.reported(BasicReport.Paused.class).isEmpty(), "less than 2 h after the hold");
    BasicRig later = leavingAt("20:05", BasicSettings.STANDARD);
    later.request(0).run(600);
    assertEquals(PauseCause.TEST, later.reported(BasicReport.Paused.class).getFirst().cause());
  }

  /** Whoever has said when he leaves is not measured by how long people usually stay. */
  @Test
  void aKnownDepartureGoesBeforeTheUsualStay() {
    BasicRig rig = leavingAt("19:00", staying(12 * HOUR));
    rig.request(0).run(600);
    assertTrue(rig.reported(BasicReport.Paused.class).isEmpty());
  }

  /** A vehicle that is still there after its departure leaves any moment, and not tomorrow. */
  @Test
  void aDepartureThatHasPassedIsNow() {
    BasicRig rig = leavingAt("18:10", BasicSettings.STANDARD);
    rig.run(900).request(0).run(600);
    assertTrue(rig.reported(BasicReport.Paused.class).isEmpty());
    rig.unplug();
    rig.plug(new PilotCar(Habit.TOLERANT, 40)).run(20);
    rig.request(0).run(600);
    assertEquals(1, rig.reported(BasicReport.Paused.class).size(), "the next one leaves tomorrow");
  }

  /** A guest's vehicle, and one whose user has opted out, are never tested. */
  @Test
  void guestsAndUsersWhoOptedOutAreNotTested() {
    BasicRig guest = new BasicRig(staying(12 * HOUR));
    guest.remembers = false;
    guest.plug(new PilotCar(Habit.TOLERANT, 40)).run(20);
    guest.request(0).run(900);
    assertTrue(guest.reported(BasicReport.Paused.class).isEmpty());
    BasicRig optedOut = new BasicRig(staying(12 * HOUR));
    KnownVehicle known = KnownVehicle.unknown(optedOut.key(), BasicRig.START);
    optedOut.memory.put(
        optedOut.key(), new KnownVehicle(optedOut.key(), known.tolerance(), false, false, ""));
    optedOut.plug(new PilotCar(Habit.TOLERANT, 40)).run(20);
    optedOut.request(0).run(900);
    assertTrue(optedOut.reported(BasicReport.Paused.class).isEmpty());
    assertEquals(6, optedOut.dutyAmps(), 0.01);
  }

  /** A Zoe wants 8 A: that is learned, offered the next time, and a limit below it is a pause. */
  @Test
  void aMinimumOfEightAmpsIsLearned() {
    BasicRig rig = new BasicRig(BasicSettings.STANDARD);
    rig.request(6).plug(new PilotCar(Habit.EIGHT_AMPS, 40)).run(300);
    assertEquals(8, rig.known().minimumAmps());
    assertTrue(rig.car.drawing());
    rig.unplug();
    rig.restart();
    rig.run(12);
    rig.request(6).plug(new PilotCar(Habit.EIGHT_AMPS, 40)).run(20);
    assertEquals(8, rig.dutyAmps(), 0.01);
    rig.hardLimit(7.9).run(2);
    assertEquals(new PilotSignal.Steady(), rig.signal());
  }

  /** A person's word goes before everything that was learned, also in the middle of a session. */
  @Test
  void aWordOfAPersonTakesEffectAtOnce() {
    BasicRig rig = charging(BasicSettings.STANDARD, Habit.TOLERANT);
    rig.request(0).run(300);
    assertTrue(rig.car.drawing());
    rig.preset(Verdict.TOLERANT, 6);
    rig.input(
        new EvseInput.Remembered(
            Optional.empty(), java.util.Objects.requireNonNull(rig.memory.get(rig.key()))));
    rig.run(700);
    assertEquals(PauseCause.REQUEST, rig.reported(BasicReport.Paused.class).getFirst().cause());
    assertFalse(rig.car.drawing());
  }

  /** The rules for stations that do not want to learn. */
  @Test
  void theStationsRuleStandsInForAVerdict() {
    BasicRig pausing = charging(ruled(BasicSettings.Rule.PAUSE), Habit.TOLERANT);
    pausing.request(0).run(200);
    assertEquals(PauseCause.REQUEST, pausing.reported(BasicReport.Paused.class).getFirst().cause());
    BasicRig floor = charging(ruled(BasicSettings.Rule.FLOOR), Habit.TOLERANT);
    floor.request(0).run(900);
    assertTrue(floor.reported(BasicReport.Paused.class).isEmpty());
    assertEquals(
        Reason.VEHICLE_INTOLERANT, floor.reported(BasicReport.AboveRequest.class).getLast().why());
  }

  /** An answer about the vehicle before says nothing about the one that is plugged now. */
  @Test
  void aLateAnswerOfTheMemoryIsNotTheNextVehicles() {
    BasicRig rig = charging(BasicSettings.STANDARD, Habit.TOLERANT);
    rig.unplug();
    rig.remembers = false;
    rig.plug(new PilotCar(Habit.TOLERANT, 40)).run(20);
    rig.preset(Verdict.TOLERANT, 6);
    rig.input(
        new EvseInput.Remembered(
            Optional.of(0L), java.util.Objects.requireNonNull(rig.memory.get(rig.key()))));
    rig.request(0).run(900);
    assertTrue(rig.car.drawing(), "the vehicle is still an unknown one");
  }
}
