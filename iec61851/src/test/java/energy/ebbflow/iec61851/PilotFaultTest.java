package energy.ebbflow.iec61851;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iec61851.PilotEffect.CloseContactors;
import energy.ebbflow.iec61851.PilotEffect.Fault;
import energy.ebbflow.iec61851.PilotEffect.FaultCleared;
import energy.ebbflow.iec61851.PilotEffect.OpenContactors;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each fault of the line: when it is found, what it does, and what ends it. */
class PilotFaultTest {
  private static final PilotOffer SIXTEEN = new PilotOffer.Basic(16);

  private static Optional<Long> found(PilotRig rig, PilotFault fault) {
    return rig.when(e -> e instanceof Fault f && f.fault() == fault);
  }

  @Test
  void aMissingDiodeKeepsTheContactorsOpenUntilUnplugged() {
    PilotRig rig = PilotRig.standard().diode(false).level(9).run(300).permit(true).clear();
    rig.offer(SIXTEEN);
    long start = rig.millis();
    rig.run(1000);
    // 50 ms until the negative half-wave counts, then the debounce.
    assertEquals(Optional.of(start + 300), found(rig, PilotFault.DIODE_MISSING));
    assertEquals(Optional.empty(), rig.machine().dutyPercent(), "PWM is withdrawn");
    rig.diode(true).level(6).run(10_000);
    assertEquals(Optional.empty(), rig.when(CloseContactors.class));
    assertEquals(Set.of(PilotFault.DIODE_MISSING), rig.machine().faults());
    rig.level(12).run(26);
    assertTrue(rig.effects().contains(new FaultCleared(PilotFault.DIODE_MISSING)));
    rig.level(9).run(1000).level(6).run(1000);
    assertTrue(rig.machine().contactorsClosed(), "the next vehicle charges");
  }

  @Test
  void aDiodeLostWhileChargingOpensLikeTheLossOfC() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear().diode(false);
    long start = rig.millis();
    rig.run(1000);
    assertEquals(Optional.of(start + 26), rig.when(OpenContactors.class));
    assertEquals(Optional.of(start + 251), found(rig, PilotFault.DIODE_MISSING));
  }

  @Test
  void aShortCircuitIsStateEAndEndsWithAValidLevel() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear().level(0);
    long start = rig.millis();
    rig.run(5000);
    assertEquals(Optional.of(start + 26), rig.when(OpenContactors.class));
    assertEquals(Optional.of(start + 251), found(rig, PilotFault.SHORT_CIRCUIT));
    assertEquals(PilotState.E, rig.machine().state());
    assertEquals(Optional.empty(), rig.machine().dutyPercent());
    rig.clear().level(6).run(250);
    assertEquals(List.of(), rig.effects(), "not before the level is stable");
    rig.run(1000);
    assertTrue(rig.machine().contactorsClosed());
    assertEquals(Set.of(), rig.machine().faults());
  }

  @Test
  void aLevelOutOfRangeIsAFaultAndKeepsTheState() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear().level(14).run(1000);
    assertTrue(found(rig, PilotFault.LEVEL_OUT_OF_RANGE).isPresent());
    assertEquals(PilotState.C, rig.machine().state());
    assertFalse(rig.machine().contactorsClosed());
    assertEquals(Set.of(), rig.level(9).run(300).machine().faults());
  }

  @Test
  void aLineThatIsNoLongerMeasuredOpensAfterHalfASecond() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear().sampling(false).run(499);
    assertEquals(List.of(), rig.effects());
    rig.run(1);
    assertFalse(rig.machine().contactorsClosed());
    assertEquals(Set.of(PilotFault.NO_SAMPLES), rig.machine().faults());
    rig.sampling(true).run(1);
    assertEquals(Set.of(), rig.machine().faults());
    rig.run(249);
    assertFalse(rig.machine().contactorsClosed(), "C must be stable anew");
    assertTrue(rig.run(60).machine().contactorsClosed());
  }

  @Test
  void aStartingBoardHasThirtySecondsToItsFirstSample() {
    PilotRig rig = PilotRig.standard().sampling(false).permit(true).offer(SIXTEEN).run(29_999);
    assertEquals(Set.of(), rig.machine().faults());
    assertEquals(Optional.empty(), rig.when(CloseContactors.class));
    rig.run(1);
    assertEquals(Set.of(PilotFault.NO_SAMPLES), rig.machine().faults());
    PilotRig other = PilotRig.standard().run(1).sampling(false).run(500);
    assertEquals(
        Set.of(PilotFault.NO_SAMPLES), other.machine().faults(), "after the first, 500 ms");
  }

  @Test
  void aLoopThatSleptItselfDoesNotBlameTheLine() {
    // Stepped 600 ms after the last sample, 100 ms past the deadline: the drivers get 100 ms.
    PilotRig rig = PilotRig.charging(SIXTEEN).clear().stall(600);
    assertEquals(List.of(), rig.effects());
    rig.run(1000);
    assertEquals(List.of(), rig.effects());

    PilotRig late = PilotRig.charging(SIXTEEN).clear().stall(599);
    assertEquals(Set.of(PilotFault.NO_SAMPLES), late.machine().faults(), "99 ms is no sleep");

    PilotRig dead = PilotRig.charging(SIXTEEN).clear().sampling(false).stall(5000).run(99);
    assertTrue(dead.machine().contactorsClosed());
    dead.run(1);
    assertEquals(Set.of(PilotFault.NO_SAMPLES), dead.machine().faults(), "but only once");
  }

  @Test
  void aLoopThatSleptItselfDoesNotBlameTheContactors() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear().stickContactor().level(9).run(26);
    rig.stall(600).releaseContactor().run(1000);
    assertEquals(Set.of(), rig.machine().faults());
    PilotRig welded = PilotRig.charging(SIXTEEN).clear().stickContactor().level(9).run(26);
    welded.stall(600).run(99);
    assertEquals(Set.of(), welded.machine().faults());
    welded.run(1);
    assertEquals(Set.of(PilotFault.CONTACTOR_DOES_NOT_FOLLOW), welded.machine().faults());
  }

  @Test
  void aVehicleThatLeftWhileTheLoopSleptIsSwitchedOffByTheFirstSamples() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear().stall(3000).level(9).run(26);
    assertEquals(List.of(new OpenContactors("vehicle left C/D")), rig.effects());
  }

  @Test
  void aContactorThatDoesNotCloseIsFoundAfterHalfASecond() {
    PilotRig rig = PilotRig.standard().level(9).run(300).offer(SIXTEEN).permit(true).run(100);
    rig.stickContactor().level(6).run(251).clear().run(499);
    assertEquals(List.of(), rig.effects());
    rig.run(1);
    assertTrue(found(rig, PilotFault.CONTACTOR_DOES_NOT_FOLLOW).isPresent());
    assertFalse(rig.machine().contactorsClosed());
    rig.run(20_000);
    assertEquals(Optional.empty(), rig.when(CloseContactors.class), "it is not tried again");
    rig.level(12).run(100);
    assertEquals(Set.of(), rig.machine().faults());
  }

  @Test
  void aContactorThatOpensByItselfIsFound() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear().contactorOpensByItself().run(499);
    assertEquals(List.of(), rig.effects());
    rig.run(1);
    assertTrue(found(rig, PilotFault.CONTACTOR_DOES_NOT_FOLLOW).isPresent());
  }

  @Test
  void aWeldedContactorIsFoundAndNotForgivenWhileItIsWelded() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear().stickContactor().level(9).run(26);
    rig.run(499);
    assertEquals(Optional.empty(), found(rig, PilotFault.CONTACTOR_DOES_NOT_FOLLOW));
    rig.run(1);
    assertTrue(found(rig, PilotFault.CONTACTOR_DOES_NOT_FOLLOW).isPresent());
    rig.level(12).run(5000).level(9).run(5000).level(6).run(5000);
    assertEquals(Set.of(PilotFault.CONTACTOR_DOES_NOT_FOLLOW), rig.machine().faults());
    assertEquals(Optional.empty(), rig.when(CloseContactors.class));
    rig.releaseContactor().level(12).run(26);
    assertEquals(Set.of(), rig.machine().faults());
  }

  /** Who is not heard says nothing about the contacts: no weld, until the contacts say one. */
  @Test
  void aMirrorContactThatIsLostIsNoWeldAndAWeldThatItShowsAfterwardsIs() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear().stickContactor();
    rig.permit(false).step(new PilotInput.ContactorFeedbackLost());
    rig.run(10_000);
    assertEquals(Set.of(), rig.machine().faults());
    rig.step(new PilotInput.ContactorFeedback(true));
    rig.run(499);
    assertEquals(Set.of(), rig.machine().faults());
    rig.run(1);
    assertEquals(Set.of(PilotFault.CONTACTOR_DOES_NOT_FOLLOW), rig.machine().faults());
  }

  /** The layer above opens at once; without it the machine does, after its patience. */
  @Test
  void contactorsDoNotStayClosedUnseen() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear().stickContactor();
    rig.step(new PilotInput.ContactorFeedbackLost());
    rig.run(499);
    assertTrue(rig.machine().contactorsClosed());
    rig.run(1);
    assertFalse(rig.machine().contactorsClosed());
  }

  @Test
  void theTextOfAFaultSaysWhatWasExpected() {
    PilotRig rig = PilotRig.charging(SIXTEEN).clear().stickContactor().level(9).run(1000);
    assertTrue(
        rig.effects()
            .contains(
                new Fault(
                    PilotFault.CONTACTOR_DOES_NOT_FOLLOW,
                    "expected contactors open within 500 ms, feedback says otherwise; no energy"
                        + " until the vehicle is unplugged")));
  }
}
