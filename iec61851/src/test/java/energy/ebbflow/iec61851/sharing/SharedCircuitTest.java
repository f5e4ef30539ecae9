package energy.ebbflow.iec61851.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Sharing and taking turns. */
class SharedCircuitTest {
  private static final long MINUTE = 60_000_000_000L;
  private static final long TURN = 15 * MINUTE;

  private static Member member(int id, double wanted) {
    return new Member(id, wanted, 6, 0, true);
  }

  private static Map<Integer, Double> divide(double capacity, Member... members) {
    return SharedCircuit.initial(TURN).divide(capacity, List.of(members), 0).amps();
  }

  @Test
  void equalsShareEqually() {
    assertEquals(Map.of(1, 16.0, 2, 16.0), divide(32, member(1, 32), member(2, 32)));
  }

  @Test
  void whatOneDoesNotWantGoesToTheOthers() {
    assertEquals(
        Map.of(1, 8.0, 2, 12.0, 3, 12.0), divide(32, member(1, 8), member(2, 32), member(3, 32)));
  }

  @Test
  void priorityIsServedFirstButLeavesTheMinimum() {
    Member important = new Member(1, 32, 6, 5, true);
    assertEquals(Map.of(1, 26.0, 2, 6.0), divide(32, important, member(2, 32)));
  }

  @Test
  void aSecondMinimumThatDoesNotFitIsAPauseAndNotRoundedUp() {
    assertEquals(Map.of(1, 11.9, 2, 0.0), divide(11.9, member(1, 16), member(2, 16)));
    assertEquals(Map.of(1, 6.0, 2, 6.0), divide(12, member(1, 16), member(2, 16)));
  }

  @Test
  void aCapacityBelowOneMinimumPausesAll() {
    SharedCircuit.Division division =
        SharedCircuit.initial(TURN).divide(5.9, List.of(member(1, 16), member(2, 16)), 0);
    assertEquals(Map.of(1, 0.0, 2, 0.0), division.amps());
    assertEquals(List.of(1, 2), division.waiting());
  }

  @Test
  void vehiclesThatDoNotBearPausesAreServedBeforeOthers() {
    Member fragile = new Member(2, 16, 6, 0, false);
    assertEquals(Map.of(1, 0.0, 2, 10.0), divide(10, member(1, 16), fragile));
  }

  @Test
  void aTurnLastsItsTimeAndThenTheNextHasIt() {
    List<Member> members = List.of(member(1, 16), member(2, 16));
    SharedCircuit.Division first = SharedCircuit.initial(TURN).divide(10, members, 0);
    assertEquals(Map.of(1, 10.0, 2, 0.0), first.amps());
    SharedCircuit.Division still = first.next().divide(10, members, TURN - 1);
    assertEquals(Map.of(1, 10.0, 2, 0.0), still.amps());
    SharedCircuit.Division other = still.next().divide(10, members, TURN);
    assertEquals(Map.of(1, 0.0, 2, 10.0), other.amps());
    SharedCircuit.Division back = other.next().divide(10, members, 2 * TURN);
    assertEquals(Map.of(1, 10.0, 2, 0.0), back.amps());
  }

  @Test
  void fiveVehiclesOnTwoPlacesAreServedFairly() {
    List<Member> members = new ArrayList<>();
    for (int id = 1; id <= 5; id++) {
      members.add(member(id, 16));
    }
    SharedCircuit circuit = SharedCircuit.initial(TURN);
    Map<Integer, Integer> minutes = new HashMap<>();
    for (int minute = 0; minute < 5 * 15 * 8; minute++) {
      SharedCircuit.Division division = circuit.divide(13, members, minute * MINUTE);
      circuit = division.next();
      division.amps().forEach((id, amps) -> minutes.merge(id, amps > 0 ? 1 : 0, Integer::sum));
    }
    minutes.forEach((id, served) -> assertEquals(240, served, 16, "member " + id));
  }

  @Test
  void aMemberThatStopsWantingGivesItsTurnAway() {
    SharedCircuit.Division first =
        SharedCircuit.initial(TURN).divide(10, List.of(member(1, 16), member(2, 16)), 0);
    assertEquals(
        Map.of(1, 0.0, 2, 10.0),
        first.next().divide(10, List.of(member(1, 0), member(2, 16)), MINUTE).amps());
  }

  @Test
  void nonsenseIsRefused() {
    SharedCircuit circuit = SharedCircuit.initial(TURN);
    assertThrows(IllegalArgumentException.class, () -> circuit.divide(-1, List.of(), 0));
    assertThrows(IllegalArgumentException.class, () -> circuit.divide(Double.NaN, List.of(), 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> circuit.divide(10, List.of(member(1, 6), member(1, 6)), 0));
    assertThrows(IllegalArgumentException.class, () -> SharedCircuit.initial(0));
  }

  @Property
  void theSumNeverExceedsTheCapacityAndAShareIsNothingOrEnough(
      @ForAll @DoubleRange(min = 0, max = 200) double capacity,
      @ForAll @Size(max = 12) List<@DoubleRange(min = 0, max = 80) Double> wants,
      @ForAll @Size(min = 12, max = 12) List<@DoubleRange(min = 6, max = 10) Double> minima,
      @ForAll @Size(min = 12, max = 12) List<@IntRange(max = 3) Integer> priorities,
      @ForAll @Size(min = 3, max = 3) List<@IntRange(max = 60) Integer> gaps) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < wants.size(); i++) {
      members.add(
          new Member(i, wants.get(i), minima.get(i), priorities.get(i), priorities.get(i) == 1));
    }
    SharedCircuit circuit = SharedCircuit.initial(TURN);
    long now = 0;
    for (int gap : gaps) {
      now += gap * MINUTE;
      SharedCircuit.Division division = circuit.divide(capacity, members, now);
      circuit = division.next();
      double sum = division.amps().values().stream().mapToDouble(a -> a).sum();
      assertTrue(sum <= capacity + 1e-6, () -> sum + " A of " + capacity + " A");
      for (Member member : members) {
        double share = Objects.requireNonNull(division.amps().get(member.id()));
        assertTrue(share == 0 || share >= member.minimumAmps(), "less than the minimum");
        double most = Math.max(member.wantedAmps(), member.minimumAmps());
        assertTrue(share <= most + 1e-6, "more than wanted");
      }
    }
  }
}
