package energy.ebbflow.firmware.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** R16: the sum stays within the circuit, at every moment and however late a message is. */
class CircuitTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long TURN = 900 * SECOND;

  private Circuit circuit = Circuit.initial(16, TURN);

  private double claim(int evse, double wanted, double held, double obeyed, long seconds) {
    Circuit.Step step =
        circuit.claimed(new Claim(evse, wanted, 6, true, held, obeyed), seconds * SECOND);
    circuit = step.next();
    Grant grant = step.grants().get(evse);
    return grant == null ? -1 : grant.amps();
  }

  @Test
  void anOutletAloneGetsWhatItWantsUpToTheCapacity() {
    assertEquals(16, claim(1, 32, 0, 0, 0));
    assertEquals(10, claim(1, 10, 16, 16, 1));
  }

  /** The second one waits until the first is known to use less. */
  @Test
  void nobodyGetsMoreBeforeTheOthersUseLess() {
    claim(1, 32, 0, 0, 0);
    assertEquals(0, claim(2, 32, 0, 0, 1), "the first may still draw 16 A");
    assertEquals(8, claim(1, 32, 16, 16, 2), "its share is 8 A now");
    assertEquals(0, claim(2, 32, 0, 0, 3), "it has not said that it obeys");
    assertEquals(8, claim(1, 32, 16, 8, 4));
    assertEquals(0, claim(2, 32, 0, 0, 5), "its vehicle has not followed");
    assertEquals(8, claim(1, 32, 8, 8, 6));
    assertEquals(8, claim(2, 32, 0, 0, 7));
  }

  /** Two vehicles of 6 A do not fit in 10 A: they take turns, and nobody is rounded up. */
  @Test
  void belowTwoMinimaTheOutletsTakeTurns() {
    circuit = Circuit.initial(10, TURN);
    double[] obeyed = {0, 0};
    double[] served = {0, 0};
    for (long second = 0; second < 4 * 3600; second++) {
      for (int evse = 1; evse <= 2; evse++) {
        double now = claim(evse, 16, obeyed[evse - 1], obeyed[evse - 1], second);
        assertTrue(now == 0 || now >= 6, "a share is of use or nothing");
        obeyed[evse - 1] = now;
        served[evse - 1] += now;
      }
      assertTrue(obeyed[0] + obeyed[1] <= 10 + 1e-9);
    }
    assertEquals(served[0], served[1], 0.1 * served[0], "both have their turns");
    assertTrue(served[0] > 1.5 * 3600 * 10, "the circuit is used");
  }

  /** A silent outlet keeps its share until its grant, its vehicle and its contactors are done. */
  @Test
  void theShareOfASilentOutletIsFreeAfterTwentySeconds() {
    claim(1, 32, 0, 0, 0);
    assertEquals(0, claim(2, 32, 0, 0, 19));
    assertEquals(16, claim(2, 32, 0, 0, 20));
  }

  @Test
  void aGrantEndsAtItsVeryInstant() {
    Grant grant = new Grant(16, 5 * SECOND);
    assertEquals(16, grant.ampsAt(5 * SECOND - 1));
    assertEquals(0, grant.ampsAt(5 * SECOND));
    assertEquals(0, Grant.NOTHING.ampsAt(0));
    assertEquals(0, Grant.NOTHING.ampsAt(Long.MIN_VALUE / 4));
  }

  /** A smaller capacity takes effect with the next claims. */
  @Test
  void theGridOperatorMayLimitTheCircuit() {
    claim(1, 32, 0, 0, 0);
    circuit = circuit.limited(7);
    assertEquals(7, claim(1, 32, 16, 16, 1));
    circuit = circuit.limited(5);
    assertEquals(0, claim(1, 32, 7, 7, 2), "less than the minimum is a pause");
  }

  /** Who keeps what he has does so only while a lower capacity is being followed. */
  @Test
  void whoDrawsTooMuchIsMadeRoomFor() {
    circuit = Circuit.initial(32, TURN);
    assertEquals(32, claim(1, 32, 0, 0, 0));
    claim(2, 32, 0, 0, 1);
    assertEquals(16, claim(1, 32, 32, 32, 2));
    claim(1, 32, 16, 16, 3);
    assertEquals(16, claim(2, 32, 0, 0, 4));
    claim(2, 32, 18, 16, 5);
    assertEquals(14, claim(1, 32, 16, 16, 6), "the other one draws 18 A");
    circuit = circuit.limited(31);
    assertEquals(14, claim(1, 32, 14, 14, 7), "all may follow at once");
    claim(2, 32, 18, 15.5, 16);
    assertEquals(13, claim(1, 32, 14, 14, 17), "and after 10 s nobody is excused");
  }

  /** Nobody who can be charged with less is paused because the others have not followed yet. */
  @Test
  void aLoweredCapacityLowersEverybodyAtOnce() {
    circuit = Circuit.initial(40, TURN);
    claim(1, 16, 0, 0, 0);
    assertEquals(16, claim(1, 16, 16, 16, 1));
    claim(2, 24, 0, 0, 1);
    assertEquals(24, claim(2, 24, 24, 24, 2));
    circuit = circuit.limited(18);
    assertEquals(9, claim(1, 16, 16, 16, 3));
    assertEquals(9, claim(2, 24, 24, 24, 3));
    // Who was not there before still waits for room.
    assertEquals(0, claim(3, 16, 0, 0, 3));
  }

  /**
   * Outlets with delays of their own, wishes that change, and messages that arrive late: what they
   * may draw together, once everybody has been told to use less, stays within the circuit.
   */
  @Test
  void theSumStaysWithinTheCircuitHoweverLateMessagesAre() {
    for (long seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Circuit now = Circuit.initial(20, 60 * SECOND);
      double[] obeyed = new double[3];
      double[] drawn = new double[3];
      double[] wanted = new double[3];
      List<List<Grant>> late = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        late.add(new ArrayList<>());
      }
      for (long step = 1; step < 2_000; step++) {
        int evse = random.nextInt(3);
        if (random.nextInt(20) == 0) {
          wanted[evse] = random.nextInt(3) * 12;
        }
        // Grants arrive in their order, some of them later.
        for (int i = 0; i < 3; i++) {
          while (!late.get(i).isEmpty() && random.nextInt(3) > 0) {
            obeyed[i] = late.get(i).removeFirst().amps();
          }
          // A vehicle rises at once and follows downwards after a while.
          drawn[i] = Math.max(obeyed[i], random.nextInt(4) == 0 ? obeyed[i] : drawn[i]);
        }
        long at = step * SECOND / 5;
        // An outlet reads its grants before it claims.
        while (!late.get(evse).isEmpty()) {
          obeyed[evse] = late.get(evse).removeFirst().amps();
        }
        drawn[evse] = Math.max(drawn[evse], obeyed[evse]);
        Circuit.Step next =
            now.claimed(new Claim(evse + 1, wanted[evse], 6, true, drawn[evse], obeyed[evse]), at);
        now = next.next();
        for (Map.Entry<Integer, Grant> grant : next.grants().entrySet()) {
          late.get(grant.getKey() - 1).add(grant.getValue());
        }
        double sum = drawn[0] + drawn[1] + drawn[2];
        assertTrue(sum <= 20 + 1e-9, "seed " + seed + ", step " + step + ": " + sum + " A");
      }
    }
  }
}
