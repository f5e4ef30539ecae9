package energy.ebbflow.iec61851.tolerance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iec61851.PilotOffer;
import energy.ebbflow.iec61851.PilotState;
import energy.ebbflow.iec61851.tolerance.Car.Habit;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.AboveRequest;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.AboveRequestEnded;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.DoesNotResume;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Learned;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.PauseCause;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Paused;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Reason;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.Resumed;
import energy.ebbflow.iec61851.tolerance.MinimumCurrentEffect.WakingUp;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Origin;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Verdict;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The minimum-current policy, second by second. */
class MinimumCurrentPolicyTest {
  private static final PilotOffer NONE = new PilotOffer.None();
  private static final Goal NO_TIME = new Goal(OptionalLong.of(7200), 3600, true);
  private static final Goal GUEST = new Goal(OptionalLong.of(86_400), 0, false);

  private static PilotOffer basic(double amps) {
    return new PilotOffer.Basic(amps);
  }

  private static PauseTolerance verdict(Verdict verdict) {
    return PauseTolerance.preset(verdict, Origin.LEARNED, 6, PolicyRig.START);
  }

  private static PauseTolerance fleet(Verdict verdict) {
    return PauseTolerance.preset(verdict, Origin.FLEET, 6, PolicyRig.START);
  }

  @Test
  void nothingIsOfferedWithoutASession() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).run(100);
    assertEquals(NONE, rig.offered());
  }

  @Test
  void aRequestAboveTheFloorIsOfferedAsItIs() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).begin();
    assertEquals(basic(16), rig.offered());
    assertEquals(basic(6), rig.request(6).run(1).offered());
    assertEquals(List.of(), rig.all(AboveRequest.class));
  }

  @Test
  void theHardLimitCapsTheRequest() {
    assertEquals(basic(10), new PolicyRig(Habit.TOLERANT).begin().hard(10).run(1).offered());
  }

  // ---- the floor

  @Test
  void anUntestedVehicleWithoutTimeGetsTheFloorAndThatIsReported() {
    PolicyRig rig = new PolicyRig(Habit.INTOLERANT).goal(NO_TIME).begin().clear();
    rig.request(2).run(3600);
    assertEquals(basic(6), rig.offered());
    assertEquals(
        List.of(new AboveRequest(2, 6, Reason.VEHICLE_NOT_TESTED)), rig.all(AboveRequest.class));
    rig.clear().request(8).run(1);
    assertEquals(List.of(new AboveRequestEnded()), rig.all(AboveRequestEnded.class));
  }

  @Test
  void aGuestWhoOptedOutIsNeverTested() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).goal(GUEST).begin().request(0).run(20_000);
    assertEquals(List.of(), rig.all(Paused.class));
  }

  @Test
  void aVehicleWhoseDepartureNobodyKnowsIsNotTested() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).goal(Goal.OPEN).begin().request(0).run(20_000);
    assertEquals(List.of(), rig.all(Paused.class));
  }

  @Test
  void theMarginBeforeDepartureIsTwoHoursBeyondTheNeed() {
    Goal justNot = new Goal(OptionalLong.of(3600 + 7199), 3600, true);
    Goal just = new Goal(OptionalLong.of(3600 + 7200), 3600, true);
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).goal(justNot).begin().request(0).run(1000);
    assertEquals(List.of(), rig.all(Paused.class));
    rig.goal(just).run(1);
    assertEquals(List.of(new Paused(PauseCause.TEST)), rig.all(Paused.class));
  }

  @Test
  void anIntolerantVehicleGetsTheFloor() {
    PolicyRig rig = new PolicyRig(Habit.INTOLERANT).know(verdict(Verdict.INTOLERANT)).begin();
    rig.request(0).run(10_000);
    assertTrue(rig.drawing());
    assertEquals(
        new AboveRequest(0, 6, Reason.VEHICLE_INTOLERANT), rig.all(AboveRequest.class).getLast());
  }

  // ---- the hard limit

  @Test
  void aHardLimitBelowTheFloorPausesEvenAnIntolerantVehicle() {
    PolicyRig rig = new PolicyRig(Habit.INTOLERANT).know(verdict(Verdict.INTOLERANT)).begin();
    rig.clear().hard(5.9).run(1);
    assertEquals(NONE, rig.offered());
    assertEquals(List.of(new Paused(PauseCause.HARD_LIMIT)), rig.all(Paused.class));
    assertEquals(basic(6), new PolicyRig(Habit.INTOLERANT).begin().hard(6).run(1).offered());
  }

  @Test
  void afterAHardLimitTheVehicleIsWokenAndTheSessionGoesOn() {
    PolicyRig rig = new PolicyRig(Habit.INTOLERANT).know(verdict(Verdict.INTOLERANT)).begin();
    rig.hard(0).run(600).clear().hard(32);
    rig.run(60);
    assertEquals(NONE, rig.offered(), "a limit that trembles must not wake and stop the vehicle");
    rig.run(1).run(120);
    assertEquals(List.of(new WakingUp(1)), rig.all(WakingUp.class));
    assertTrue(rig.drawing());
  }

  /** A share of a circuit comes a moment after the session begins: nobody waits for it twice. */
  @Test
  void aLimitAtTheStartOfASessionIsNotHeldAgainstItWhenItIsLifted() {
    PolicyRig rig = new PolicyRig(Habit.INTOLERANT).hard(0).begin();
    assertEquals(NONE, rig.offered());
    rig.hard(32).run(1);
    assertEquals(basic(16), rig.offered());
    rig.hard(0).run(1).hard(32).run(60);
    assertEquals(NONE, rig.offered(), "from then on a limit that trembles is held");
  }

  /** Nothing charges yet: there is nothing that a holding time could protect. */
  @Test
  void aRequestOfNothingAtTheStartOfASessionPausesAtOnceAndIsNotHeldWhenItRises() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).know(verdict(Verdict.TOLERANT)).request(0);
    rig.begin();
    assertEquals(NONE, rig.offered());
    assertEquals(List.of(new Paused(PauseCause.REQUEST)), rig.all(Paused.class));
    assertEquals(List.of(), rig.all(AboveRequest.class));
    rig.request(16).run(1);
    assertEquals(basic(16), rig.offered());
    rig.run(600).request(0).run(180);
    assertEquals(basic(6), rig.offered(), "now it charges: a request that trembles is held");
    assertEquals(NONE, rig.run(1).run(100).offered());
    rig.request(16).run(60);
    assertEquals(NONE, rig.offered(), "and so is one that rises");
    assertEquals(basic(16), rig.run(1).offered());
  }

  /** A vehicle that waits in state C draws nothing while nothing is on offer. */
  @Test
  void stateCBeforeAnyOfferIsNoCurrent() {
    OptionalDouble unmeasured = OptionalDouble.empty();
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).know(verdict(Verdict.TOLERANT));
    rig.step(new MinimumCurrentInput.Line(PilotState.C, unmeasured));
    rig.step(new MinimumCurrentInput.Demand(0, 32, PolicyRig.PLENTY_OF_TIME));
    rig.step(new MinimumCurrentInput.Begin());
    assertEquals(NONE, rig.offered());
    assertEquals(List.of(), rig.all(AboveRequest.class));
  }

  /** A session that follows another while current flows: its end would interrupt the vehicle. */
  @Test
  void aCurrentThatFlowsWhenTheSessionBeginsIsHeldAsAnyOther() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).know(verdict(Verdict.TOLERANT));
    rig.step(new MinimumCurrentInput.Line(PilotState.C, OptionalDouble.of(6)));
    rig.step(new MinimumCurrentInput.Demand(0, 32, PolicyRig.PLENTY_OF_TIME));
    rig.step(new MinimumCurrentInput.Begin());
    assertEquals(basic(6), rig.offered());
    assertEquals(List.of(new AboveRequest(0, 6, Reason.HOLDING)), rig.all(AboveRequest.class));
  }

  @Test
  void aHardLimitDuringTheLadderDoesNotForgetThatTheVehicleSleeps() {
    PolicyRig rig = new PolicyRig(Habit.INTOLERANT).know(verdict(Verdict.INTOLERANT)).begin();
    rig.hard(0).run(600).hard(32).run(93).hard(0).run(100);
    assertEquals(NONE, rig.offered());
    rig.hard(32).run(300);
    assertTrue(rig.drawing());
  }

  /**
   * A restart of the station is an interruption that nobody saw: who sleeps is woken after 30 s.
   */
  @Test
  void aVehicleThatSleptThroughARestartIsWoken() {
    PolicyRig rig = new PolicyRig(Habit.INTOLERANT).begin();
    rig.step(new MinimumCurrentInput.End());
    rig.run(10).clear().step(new MinimumCurrentInput.Begin(true));
    rig.run(29);
    assertEquals(List.of(), rig.all(WakingUp.class));
    rig.run(2);
    assertEquals(List.of(new WakingUp(1)), rig.all(WakingUp.class));
    rig.run(20);
    assertTrue(rig.drawing());
    assertEquals(List.of(), rig.all(Learned.class), "nobody saw how it bore the interruption");
  }

  /** A vehicle that has only just been plugged is left in peace: it may wait for its own timer. */
  @Test
  void aVehicleThatWasJustPluggedIsNotWoken() {
    PolicyRig rig = new PolicyRig(Habit.INTOLERANT).begin();
    rig.step(new MinimumCurrentInput.End());
    rig.run(10).clear().step(new MinimumCurrentInput.Begin());
    rig.run(600);
    assertEquals(List.of(), rig.all(WakingUp.class));
  }

  // ---- learning

  @Test
  void twoSurvivedTestsMakeAVehicleTolerant() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).begin().clear();
    rig.request(0).run(179);
    assertEquals(List.of(), rig.all(Paused.class), "the request must stay low for 3 min");
    rig.run(2);
    assertEquals(List.of(new Paused(PauseCause.TEST)), rig.all(Paused.class));
    rig.run(200);
    assertEquals(List.of(new Resumed(180, 5)), rig.all(Resumed.class));
    assertEquals(Verdict.ON_TEST, rig.known().verdict());
    rig.run(1000);
    assertEquals(Verdict.TOLERANT, rig.known().verdict());
    assertEquals(2, rig.all(Learned.class).size());
    rig.clear().run(610);
    assertEquals(
        List.of(new Paused(PauseCause.REQUEST)), rig.all(Paused.class), "no longer a test");
  }

  @Test
  void aVehicleThatMustBeWokenIsIntolerantAndItsSessionGoesOnAtTheFloor() {
    PolicyRig rig = new PolicyRig(Habit.INTOLERANT).begin().clear();
    // The request is seen after 1 s, held for 180 s; then the pause of 180 s, and 30 s of PWM.
    rig.request(0).run(1 + 180 + 180 + 29);
    assertEquals(List.of(), rig.all(WakingUp.class), "it has 30 s to come back by itself");
    rig.run(1);
    assertEquals(List.of(new WakingUp(1)), rig.all(WakingUp.class));
    rig.run(60);
    assertEquals(Verdict.INTOLERANT, rig.known().verdict());
    assertTrue(rig.drawing());
    assertEquals(List.of(), rig.all(DoesNotResume.class));
    rig.clear().run(20_000);
    assertEquals(List.of(), rig.all(Paused.class), "it is not interrupted again");
  }

  @Test
  void aLongerPauseIsRiskedOnlyStepByStep() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).know(verdict(Verdict.TOLERANT)).begin().clear();
    rig.request(0).run(181 + 180 + 10);
    assertEquals(180, rig.all(Resumed.class).getLast().pauseSeconds());
    rig.run(601 + 720 + 10);
    assertEquals(720, rig.all(Resumed.class).getLast().pauseSeconds());
    rig.run(601 + 2880 + 10);
    assertEquals(2880, rig.all(Resumed.class).getLast().pauseSeconds());
  }

  @Test
  void aDeepSleeperKeepsItsShortPauses() {
    PolicyRig rig =
        new PolicyRig(Habit.DEEP_SLEEPER).know(verdict(Verdict.TOLERANT)).begin().clear();
    rig.request(0).run(8000);
    // It bears 180 s and 720 s, sleeps at the next step, and the second rung wakes it.
    assertEquals(List.of(new WakingUp(1), new WakingUp(2)), rig.all(WakingUp.class));
    assertEquals(Verdict.TOLERANT, rig.known().verdict());
    assertEquals(720, rig.known().pauseLimitSeconds());
    assertTrue(rig.known().evidence().stream().anyMatch(e -> e.pauseSeconds() == 2880));
  }

  @Test
  void aVehicleIsNotInterruptedMoreOftenThanItsBudget() {
    PolicyRig rig = new PolicyRig(Habit.FIVE_STRIKES).know(fleet(Verdict.TOLERANT)).begin();
    for (int i = 0; i < 20; i++) {
      rig.request(0).run(1000).request(16).run(1000);
    }
    assertEquals(3, rig.all(Paused.class).size());
    assertTrue(rig.drawing());
    rig.request(0).run(10);
    assertEquals(
        new AboveRequest(0, 6, Reason.INTERRUPTIONS_SPENT), rig.all(AboveRequest.class).getLast());
  }

  @Test
  void theNextSessionHasANewBudget() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).know(fleet(Verdict.TOLERANT)).begin();
    for (int i = 0; i < 10; i++) {
      rig.request(0).run(1000).request(16).run(1000);
    }
    rig.unplug().step(new MinimumCurrentInput.End());
    rig.clear().know(fleet(Verdict.TOLERANT)).begin().request(0).run(1000);
    assertEquals(List.of(new Paused(PauseCause.REQUEST)), rig.all(Paused.class));
  }

  @Test
  void aVehicleThatDrawsNothingAtTheFloorIsOfferedMoreAndItsMinimumIsLearned() {
    PolicyRig rig = new PolicyRig(Habit.EIGHT_AMPS).goal(NO_TIME).begin().clear();
    // The offer goes down after 1 s, the vehicle stops a second later.
    rig.request(6).run(2 + 59);
    assertEquals(basic(6), rig.offered());
    rig.run(1);
    assertEquals(basic(7), rig.offered());
    rig.run(60);
    assertEquals(basic(8), rig.offered());
    assertEquals(
        new AboveRequest(6, 8, Reason.SEEKING_MINIMUM), rig.all(AboveRequest.class).getLast());
    rig.run(10);
    assertEquals(8, rig.known().minimumAmps());
    assertEquals(basic(8), rig.run(1000).offered());
    assertTrue(rig.drawing());
  }

  @Test
  void seekingTheMinimumStopsAtTheHardLimit() {
    PolicyRig rig = new PolicyRig(Habit.EIGHT_AMPS).goal(NO_TIME).begin();
    rig.request(6).hard(7).run(1000);
    assertEquals(6, rig.anyKnown().map(PauseTolerance::minimumAmps).orElse(6.0));
    assertEquals(basic(6), rig.offered());
  }

  @Test
  void aFullVehicleTeachesNothing() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).car(new Car(Habit.TOLERANT, 16 * 600));
    rig.goal(NO_TIME).begin().run(1000).request(6).run(10_000);
    assertFalse(rig.drawing());
    assertTrue(rig.anyKnown().isEmpty());
    assertEquals(List.of(), rig.all(WakingUp.class));
    assertEquals(basic(6), rig.offered());
  }

  /**
   * Hard limits come and go in the night. Whoever is full slept before, and is woken once: the
   * second limit is no interruption that it could fail to bear.
   */
  @Test
  void aFullVehicleTeachesNothingHoweverOftenAHardLimitComes() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).car(new Car(Habit.TOLERANT, 16 * 600));
    rig.begin().run(700).clear();
    for (int limit = 0; limit < 3; limit++) {
      rig.hard(0).run(600).hard(32).run(900);
    }
    assertEquals(List.of(), rig.all(Learned.class));
    assertEquals(WakeUpLadder.RUNGS.size(), rig.all(WakingUp.class).size(), "one ladder");
    assertEquals(basic(16), rig.offered());
  }

  /** The same of one that was lost in a pause: its failure counts once. */
  @Test
  void aLostVehicleIsHeldOneFailureOnly() {
    Car dead = new Car(Habit.FIVE_STRIKES, Double.MAX_VALUE);
    PolicyRig rig = new PolicyRig(Habit.FIVE_STRIKES).know(verdict(Verdict.TOLERANT)).car(dead);
    rig.begin();
    for (int strike = 0; strike < 8; strike++) {
      rig.hard(0).run(100).hard(32).run(700);
    }
    assertFalse(rig.drawing());
    assertEquals(
        1,
        rig.known().evidence().stream().filter(e -> e.outcome() == Evidence.Outcome.LOST).count());
    assertEquals(Verdict.TOLERANT, rig.known().verdict(), "it bears pauses, if not so many");
  }

  @Test
  void aFullVehicleIsSoughtAtMostOnce() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).car(new Car(Habit.TOLERANT, 6 * 600));
    rig.goal(NO_TIME).request(6).begin().run(10_000);
    long tries =
        rig.all(AboveRequest.class).stream()
            .filter(a -> a.reason() == Reason.SEEKING_MINIMUM)
            .count();
    assertEquals(4, tries, "7, 8, 9 and 10 A, once");
    assertTrue(rig.anyKnown().isEmpty());
  }

  // ---- presets, ageing

  @Test
  void whatIsSeenDoesNotChangeAManualVerdict() {
    PauseTolerance manual =
        PauseTolerance.preset(Verdict.TOLERANT, Origin.MANUAL, 6, PolicyRig.START);
    PolicyRig rig = new PolicyRig(Habit.INTOLERANT).know(manual).begin();
    rig.request(0).run(1000).request(16).run(300);
    assertEquals(Verdict.TOLERANT, rig.known().verdict());
    assertFalse(rig.known().evidence().isEmpty(), "but it is remembered");
    assertTrue(rig.drawing());
  }

  @Test
  void aManualChangeCountsAtOnce() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).goal(NO_TIME).begin().request(0).run(1000);
    assertEquals(basic(6), rig.offered());
    rig.know(PauseTolerance.preset(Verdict.TOLERANT, Origin.MANUAL, 6, rig.wall())).run(1);
    assertEquals(NONE, rig.offered());
  }

  @Test
  void aTolerantVerdictAges180DaysAndAnIntolerantOne365() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).daysPass(179);
    rig.know(verdict(Verdict.TOLERANT)).begin().run(1);
    assertEquals(Verdict.TOLERANT, rig.known().verdict());
    rig.daysPass(1).run(1);
    assertEquals(Verdict.ON_TEST, rig.known().verdict());

    PolicyRig other = new PolicyRig(Habit.TOLERANT).daysPass(364);
    other.know(verdict(Verdict.INTOLERANT)).begin().run(1);
    assertEquals(Verdict.INTOLERANT, other.known().verdict());
    other.daysPass(1).run(1);
    assertEquals(Verdict.ON_TEST, other.known().verdict());
  }

  @Test
  void aFleetVerdictDoesNotAge() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).daysPass(5000);
    rig.know(fleet(Verdict.TOLERANT)).begin().run(1);
    assertEquals(Verdict.TOLERANT, rig.known().verdict());
  }

  // ---- the ladder

  @Test
  void theLadderEndsAndTheMinimumStaysOnOffer() {
    Car dead = new Car(Habit.FIVE_STRIKES, Double.MAX_VALUE);
    for (int i = 0; i < 4; i++) {
      for (int s = 0; s < 10; s++) {
        dead.second(basic(16));
      }
      dead.second(NONE);
    }
    PolicyRig rig = new PolicyRig(Habit.FIVE_STRIKES).car(dead).begin();
    rig.request(0).run(2000);
    assertEquals(WakeUpLadder.RUNGS.size(), rig.all(WakingUp.class).size());
    assertEquals(List.of(new DoesNotResume(180)), rig.all(DoesNotResume.class));
    assertEquals(Verdict.INTOLERANT, rig.known().verdict());
    assertEquals(basic(6), rig.offered());
    rig.clear().run(10_000);
    assertEquals(List.of(), rig.effects(), "nothing is tried any more");
  }

  @Test
  void unpluggingEndsEverything() {
    PolicyRig rig = new PolicyRig(Habit.INTOLERANT).begin().request(0).run(400).unplug();
    assertEquals(NONE, rig.offered());
  }

  /** While the phases are changed nothing is on offer; who sleeps afterwards is woken. */
  @Test
  void aVehicleThatSleepsThroughAChangeOfThePhasesIsWokenAndNothingIsLearned() {
    PolicyRig rig = new PolicyRig(Habit.INTOLERANT).begin().clear();
    rig.step(new MinimumCurrentInput.Withheld(true));
    rig.run(90);
    assertEquals(NONE, rig.offered());
    assertEquals(List.of(), rig.all(AboveRequest.class), "no minimum is sought meanwhile");
    rig.step(new MinimumCurrentInput.Withheld(false));
    rig.run(29);
    assertEquals(List.of(), rig.all(WakingUp.class));
    rig.run(30);
    assertEquals(List.of(new WakingUp(1)), rig.all(WakingUp.class));
    assertTrue(rig.drawing());
    assertEquals(List.of(), rig.all(Learned.class));
  }

  /** It is one of those that a vehicle bears only so often. */
  @Test
  void aChangeOfThePhasesIsOneOfTheInterruptionsOfASession() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).know(verdict(Verdict.TOLERANT)).begin().clear();
    for (int change = 0; change < 3; change++) {
      rig.step(new MinimumCurrentInput.Withheld(true));
      rig.run(20);
      rig.step(new MinimumCurrentInput.Withheld(false));
      rig.run(700);
    }
    rig.request(0).run(3600);
    assertEquals(List.of(), rig.all(Paused.class));
    assertEquals(basic(6), rig.offered());
  }

  @Test
  void aHardLimitWhileThePhasesAreChangedIsAPauseOfItsOwn() {
    PolicyRig rig = new PolicyRig(Habit.TOLERANT).begin().clear();
    rig.step(new MinimumCurrentInput.Withheld(true));
    rig.run(5).hard(0).run(5);
    rig.step(new MinimumCurrentInput.Withheld(false));
    rig.run(100);
    assertEquals(List.of(new Paused(PauseCause.HARD_LIMIT)), rig.all(Paused.class));
    assertEquals(NONE, rig.offered());
    rig.hard(32).run(70);
    assertTrue(rig.drawing());
  }
}
