package energy.ebbflow.firmware.backoffice;

import energy.ebbflow.ocpp.domain.BackOfficeCommand.PriorityAnswer;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Where people at the station ask for priority of a transaction (OCPP 2.1 K22), and hear what
 * became of it. At most one question of an outlet waits: a newer one takes its place. Thread-safe,
 * never blocks.
 */
public final class PriorityDesk {
  private final int outlets;
  private final Consumer<StationEvent> report;
  private final Map<Integer, Consumer<Optional<String>>> waiting = new ConcurrentHashMap<>();

  /**
   * Makes the desk.
   *
   * @param outlets how many there are; they are numbered from 1
   * @param report tells the back office's link
   */
  public PriorityDesk(int outlets, Consumer<StationEvent> report) {
    this.outlets = outlets;
    this.report = report;
  }

  /**
   * Asks.
   *
   * @param answer hears why there is none, or nothing where it is done
   */
  public void ask(int evse, boolean active, Consumer<Optional<String>> answer) {
    if (evse < 1 || evse > outlets) {
      answer.accept(Optional.of("expected an outlet of 1 to " + outlets + ", got " + evse));
      return;
    }
    Consumer<Optional<String>> before = waiting.put(evse, answer);
    if (before != null) {
      before.accept(Optional.of("it was asked again"));
    }
    report.accept(new StationEvent.PriorityWish(evse, active));
  }

  /** The link has answered. */
  void answered(PriorityAnswer answer) {
    Consumer<Optional<String>> asking = waiting.remove(answer.evse());
    if (asking != null) {
      asking.accept(answer.refusal());
    }
  }
}
