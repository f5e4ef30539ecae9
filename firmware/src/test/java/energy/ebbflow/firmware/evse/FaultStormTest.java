package energy.ebbflow.firmware.evse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.supervisor.Reaction;
import energy.ebbflow.firmware.supervisor.Recovery;
import energy.ebbflow.firmware.supervisor.StationFault;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Each fault at random moments of a visit, AC and DC, in virtual time, from a seed: contactors open
 * in their time and stay open, nothing is lost that could go on, and the next vehicle is charged.
 *
 * <p>More of it: {@code ./ebbflow test --fuzz SECONDS}, or {@code -Debbflow.stormSeeds=N
 * -Debbflow.stormSeed=FIRST}.
 */
class FaultStormTest {
  private static final long SEEDS = Long.getLong("ebbflow.stormSeeds", 400);
  private static final long SECONDS = Long.getLong("ebbflow.fuzzSeconds", 0);
  private static final long FIRST =
      Long.getLong("ebbflow.stormSeed", Long.getLong("ebbflow.fuzzSeed", 1));

  private static final long MILLI = EvseRig.MILLI;

  /** Two steps of the rig, and one for the look of the supervisor. */
  private static final long SLACK_MILLIS = 30;

  /** The contacts of the rig need 30 ms. */
  private static final long CONTACTS_MILLIS = 40;

  /** An ordered end: 15 s for the vehicle, then power is switched off. */
  private static final long ORDERED_MILLIS = 20_000;

  /** Recovery of 5 s, and reports of devices that count for 30 s. */
  private static final long CALM_MILLIS = 40_000;

  private static final long CHARGES_WITHIN_MILLIS = 15_000;

  /** Breaks a rule: what was expected, and what came. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String what) {
      super(what);
    }
  }

  /** What a seed did, for the test that the dice leave nothing out. */
  private record Scene(Mishap mishap, boolean underPower) {}

  private static void expect(boolean rule, String what) {
    if (!rule) {
      throw new Broken(what);
    }
  }

  @Test
  void eachFaultAtRandomMomentsLeavesAnOutletThatChargesTheNextVehicle() {
    List<String> failures = new ArrayList<>();
    Map<Mishap, Integer> underPower = new EnumMap<>(Mishap.class);
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    long seed = FIRST;
    while (seed < FIRST + SEEDS || SECONDS > 0 && System.nanoTime() - end < 0) {
      Storm storm = new Storm(seed);
      try {
        Scene scene = storm.run();
        if (scene.underPower()) {
          underPower.merge(scene.mishap(), 1, Integer::sum);
        }
      } catch (Broken | IllegalStateException broken) {
        failures.add("seed " + seed + ", " + storm + ": " + broken.getMessage());
      }
      seed++;
    }
    if (SECONDS > 0) {
      System.out.printf(
          "FUZZ faults at random moments: %,d seeds from %d, %d failures%n",
          seed - FIRST, FIRST, failures.size());
    }
    assertTrue(failures.isEmpty(), () -> String.join("\n", failures));
    for (Mishap mishap : Mishap.values()) {
      assertTrue(
          underPower.getOrDefault(mishap, 0) > 0 || SEEDS < 400,
          () -> "the dice have left out " + mishap + " under power");
    }
  }

  @Test
  void seedReplaysExactly() {
    assertEquals(new Storm(7).run(), new Storm(7).run());
  }

  /** One seed. */
  private static final class Storm {
    private final SplittableRandom dice;
    private final boolean dc;
    private final Mishap mishap;
    private final long beginMillis;
    private final long lastsMillis;
    private final EvseRig rig;

    Storm(long seed) {
      dice = new SplittableRandom(seed);
      dc = dice.nextBoolean();
      List<Mishap> fitting = new ArrayList<>();
      for (Mishap one : Mishap.values()) {
        if (one.fits(dc)) {
          fitting.add(one);
        }
      }
      mishap = fitting.get((int) (seed % fitting.size()));
      beginMillis = dice.nextLong(0, 8_000);
      lastsMillis = dice.nextLong(50, 15_000);
      rig = dc ? EvseRig.dc(Optional.of(EvseRig.TOKEN)) : EvseRig.ac(Optional.of(EvseRig.TOKEN));
      rig.residualTripped = Optional.of(false);
      rig.afterStep = this::rules;
    }

    @Override
    public String toString() {
      return (dc ? "DC " : "AC ") + mishap + " at " + beginMillis + " ms for " + lastsMillis;
    }

    /** What holds at every moment. */
    private void rules() {
      Optional<StationFault> worst = rig.evse.worstFault();
      boolean opens = worst.filter(any -> any.reaction() == Reaction.OPEN_NOW).isPresent();
      expect(
          !(opens && rig.evse.contactorsCommanded()), "contactors are told to close with " + worst);
      expect(
          rig.closed() || !rig.batteryConnected || !dc || rig.amps() == 0,
          "current over open contacts");
    }

    Scene run() {
      Visit visit = new Visit(rig, 1, dice.nextInt(10) < 7);
      visit.run(beginMillis);
      boolean underPower = visit.charging();
      Optional<String> transaction = rig.evse.transaction();
      mishap.begin(rig);
      long patience = Math.max(0, mishap.patienceMillis);
      if (underPower && lastsMillis > patience + SLACK_MILLIS) {
        reacts(visit, patience, transaction);
      } else {
        visit.run(Math.min(lastsMillis, 2_000));
        visit.waits(Math.max(0, lastsMillis - 2_000));
      }
      boolean showsLater = mishap.patienceMillis < 0;
      if (!showsLater) {
        mishap.end(rig);
      }
      if (underPower && !mishap.fault.reaction().atLeast(Reaction.STOP)) {
        visit.run(8_000);
        expect(rig.evse.transaction().equals(transaction), "the transaction was lost");
        expect(visit.charging(), "charging does not go on after the fault");
      }
      visit.run(200);
      visit.leave();
      visit.run(2_000);
      if (showsLater) {
        // A weld is found when the contactors are told to open.
        expect(!underPower || worst() == mishap.fault, "what shows later is not seen");
        mishap.end(rig);
      }
      visit.waits(CALM_MILLIS);
      calm();
      nextCharges(2);
      ledger();
      return new Scene(mishap, underPower);
    }

    private void reacts(Visit visit, long patience, Optional<String> transaction) {
      visit.run(patience + SLACK_MILLIS);
      boolean open = !rig.evse.contactorsCommanded();
      switch (mishap.fault.reaction()) {
        case OPEN_NOW -> {
          if (mishap.patienceMillis >= 0) {
            expect(open, "contactors are still told to be closed after " + patience + " ms");
            visit.run(CONTACTS_MILLIS);
            expect(!rig.closed(), "contacts are closed");
          }
          visit.run(Math.max(0, lastsMillis - patience));
        }
        case STOP -> {
          visit.waits(Math.max(ORDERED_MILLIS, lastsMillis));
          expect(!rig.evse.contactorsCommanded(), "contactors stay closed");
          expect(!rig.evse.transaction().equals(transaction), "the transaction is not ended");
        }
        case HOLD -> {
          visit.run(200);
          expect(!open, "contactors are opened without need");
          expect(!dc || Math.abs(rig.amps()) < 0.5, "power flows that should be held");
          visit.waits(Math.max(0, lastsMillis - patience));
        }
        case WARN -> {
          expect(!open, "contactors are opened without need");
          visit.waits(Math.max(0, lastsMillis - patience));
          expect(visit.charging(), "charging does not go on");
        }
      }
    }

    private @Nullable StationFault worst() {
      return rig.evse.worstFault().orElse(null);
    }

    private void calm() {
      Optional<StationFault> worst = rig.evse.worstFault();
      boolean welded = worst.filter(any -> any.recovery() == Recovery.RESTART).isPresent();
      if (welded) {
        expect(mishap.fault == StationFault.CONTACTOR_WELDED, "a weld is seen that is none");
        Visit refused = new Visit(rig, 9, true);
        refused.run(6_000);
        expect(!rig.evse.contactorsCommanded(), "a vehicle is charged over a weld");
        refused.leave();
        refused.run(2_000);
        rig.restart();
        rig.run(3_000 * MILLI);
        return;
      }
      expect(worst.isEmpty(), worst + " stays after its cause");
      expect(rig.evse.transaction().isEmpty(), "a transaction goes on without a vehicle");
      expect(!rig.closed() && !rig.locked(), "an outlet without a vehicle is not free");
    }

    private void nextCharges(long link) {
      Visit next = new Visit(rig, link, true);
      for (long waited = 0; waited < CHARGES_WITHIN_MILLIS && !next.charging(); waited += 100) {
        next.run(100);
      }
      expect(next.charging(), "the next vehicle is not charged");
      next.leave();
      next.run(2_000);
      expect(!rig.closed(), "contacts are closed after the plug was pulled");
      next.waits(3_000);
    }

    /** Every transaction begins and ends once, except one that a restart cut. */
    private void ledger() {
      Map<String, Integer> seen = new HashMap<>();
      for (StationEvent.Transaction event : rig.told(StationEvent.Transaction.class)) {
        int before = seen.getOrDefault(event.transaction(), 0);
        boolean started = event.kind() == StationEvent.Transaction.Kind.STARTED;
        expect(started == (before == 0), event.kind() + " of a transaction out of order");
        expect(before < 2, "a transaction goes on after its end");
        seen.put(event.transaction(), event.kind() == StationEvent.Transaction.Kind.ENDED ? 2 : 1);
      }
      expect(seen.values().stream().allMatch(state -> state == 2), "a transaction never ended");
    }
  }
}
