package energy.ebbflow.firmware.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of the whole station is shared by its outlets (R16). */
class CommandRouterTest {
  private final Map<Integer, List<Double>> heard = new HashMap<>();
  private final List<StationEvent> wishes = new ArrayList<>();
  private final PriorityDesk priorities = new PriorityDesk(2, wishes::add);
  private final CommandRouter router =
      new CommandRouter(
          Map.of(1, input -> take(1, input), 2, input -> take(2, input)),
          event -> {},
          asked -> {},
          Optional.empty(),
          priorities);

  /** K22: each question is answered once, whatever becomes of it. */
  @Test
  void whoAsksForPriorityHearsWhatBecameOfIt() {
    List<Optional<String>> answers = new ArrayList<>();
    priorities.ask(3, true, answers::add);
    assertEquals(Optional.of("expected an outlet of 1 to 2, got 3"), answers.removeFirst());
    assertEquals(List.of(), wishes);
    priorities.ask(2, true, answers::add);
    assertEquals(List.of(new StationEvent.PriorityWish(2, true)), wishes);
    priorities.ask(2, false, answers::add);
    assertEquals(List.of(Optional.of("it was asked again")), answers);
    router.offer(new BackOfficeCommand.PriorityAnswer(2, false, Optional.empty()));
    router.offer(new BackOfficeCommand.PriorityAnswer(2, false, Optional.empty()));
    assertEquals(List.of(Optional.of("it was asked again"), Optional.empty()), answers);
  }

  @Test
  void anOutletAloneGetsTheWholeLimit() {
    transaction(Kind.STARTED, "a", 1);
    limit(10_000);
    assertEquals(List.of(10_000.0), heard(1));
    assertEquals(List.of(5_000.0), heard(2), "it never begins with more than its share");
  }

  @Test
  void aSecondTransactionHalvesTheShareOfTheFirst() {
    limit(10_000);
    transaction(Kind.STARTED, "a", 1);
    transaction(Kind.STARTED, "b", 2);
    assertEquals(5_000.0, heard(1).getLast());
    assertEquals(5_000.0, heard(2).getLast());
    transaction(Kind.ENDED, "a", 1);
    assertEquals(10_000.0, heard(2).getLast());
    assertEquals(5_000.0, heard(1).getLast());
  }

  /** However transactions come and go, the shares of those that run never exceed the whole. */
  @Test
  void sharesOfRunningTransactionsNeverExceedTheWhole() {
    limit(9_000);
    boolean[] runs = new boolean[3];
    for (int step : new int[] {1, 2, 1, 1, 2, 2, 1, 1, 2}) {
      runs[step] = !runs[step];
      transaction(runs[step] ? Kind.STARTED : Kind.ENDED, "t" + step, step);
      double sum = 0;
      for (int outlet = 1; outlet <= 2; outlet++) {
        sum += runs[outlet] ? heard(outlet).getLast() : 0;
      }
      assertEquals(runs[1] || runs[2] ? 9_000 : 0, sum, "shared out wholly, and no more");
    }
  }

  private List<Double> heard(int outlet) {
    return heard.getOrDefault(outlet, List.of());
  }

  private boolean take(int outlet, EvseInput input) {
    if (input instanceof EvseInput.Commanded(PowerBounds bounds)) {
      heard
          .computeIfAbsent(outlet, any -> new ArrayList<>())
          .add(bounds.chargeLimit().orElseThrow().value());
    }
    return true;
  }

  private void limit(double watts) {
    router.offer(
        new BackOfficeCommand.PowerBounds(
            0,
            Optional.of(new Quantity(watts, Unit.WATT)),
            Optional.empty(),
            Optional.empty(),
            "ChargingOnly",
            "max",
            Optional.empty()));
  }

  private void transaction(Kind kind, String id, int evse) {
    router.heard(
        new StationEvent.Transaction(
            kind,
            id,
            "Authorized",
            "Charging",
            evse,
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Instant.EPOCH,
            List.of()));
  }
}
