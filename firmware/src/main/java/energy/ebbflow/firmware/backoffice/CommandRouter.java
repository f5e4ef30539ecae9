package energy.ebbflow.firmware.backoffice;

import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.ocpp.domain.BackOffice.CommandSink;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Hands commands to the outlets they concern. Questions of authorisation of several outlets are
 * told apart by renumbering. Thread-safe, never blocks.
 */
public final class CommandRouter implements CommandSink {
  private final Map<Integer, Predicate<EvseInput>> outlets;
  private final Consumer<StationEvent> report;
  private final Consumer<BackOfficeCommand.Vehicles> memory;
  private final Optional<Consumer<Optional<Quantity>>> circuit;

  private final PriorityDesk priorities;

  /** At most one transaction and one open question per outlet. */
  private final Map<String, Integer> running = new ConcurrentHashMap<>();

  /** What each outlet was last told of it. */
  private final Map<Integer, BackOfficeCommand.PowerBounds> shares = new HashMap<>();

  /** What was last said of the whole station. */
  private volatile Optional<BackOfficeCommand.PowerBounds> stationBounds = Optional.empty();

  /**
   * Makes the router.
   *
   * @param outlets the loops by number of the outlet
   * @param report answers commands that concern no outlet
   * @param memory answers what is asked of the memory of vehicles
   * @param circuit what divides a limit of the whole station among outlets that share a circuit;
   *     absent: it is divided in equal parts
   * @param priorities where people at the station ask for priority
   */
  public CommandRouter(
      Map<Integer, Predicate<EvseInput>> outlets,
      Consumer<StationEvent> report,
      Consumer<BackOfficeCommand.Vehicles> memory,
      Optional<Consumer<Optional<Quantity>>> circuit,
      PriorityDesk priorities) {
    this.outlets = Map.copyOf(outlets);
    this.report = report;
    this.memory = memory;
    this.circuit = circuit;
    this.priorities = priorities;
  }

  /** Hears what the outlets tell, to know whose transaction is whose. */
  public void heard(StationEvent event) {
    if (event instanceof StationEvent.Transaction transaction) {
      boolean changed =
          transaction.kind() == Kind.ENDED
              ? running.remove(transaction.transaction()) != null
              : running.put(transaction.transaction(), transaction.evse()) == null;
      if (changed) {
        share();
      }
    }
  }

  /**
   * R16: what is said of the whole station is shared by its outlets, in equal parts. An outlet
   * without a transaction hears what it would get if it had one: it never begins with more.
   */
  private synchronized void share() {
    stationBounds.ifPresent(
        whole -> {
          Set<Integer> busy = Set.copyOf(running.values());
          for (int outlet : outlets.keySet()) {
            int users = busy.contains(outlet) ? busy.size() : busy.size() + 1;
            int parts = Math.min(users, outlets.size());
            BackOfficeCommand.PowerBounds own =
                circuit.isPresent() || parts > 1 ? part(whole, parts) : whole;
            if (!own.equals(shares.put(outlet, own))) {
              give(outlet, own);
            }
          }
        });
  }

  private BackOfficeCommand.PowerBounds part(BackOfficeCommand.PowerBounds whole, int parts) {
    return new BackOfficeCommand.PowerBounds(
        whole.evse(),
        // R16: below two minima equal parts would pause everybody; the circuit lets them take
        // turns.
        circuit.isPresent()
            ? Optional.empty()
            : whole.chargeLimit().map(limit -> part(limit, parts)),
        whole.dischargeLimit().map(limit -> part(limit, parts)),
        whole.setpoint().map(wanted -> part(wanted, parts)),
        whole.operationMode(),
        whole.profile() + ", one of " + parts + " parts",
        whole.validUntil(),
        whole.steering());
  }

  private static Quantity part(Quantity whole, int parts) {
    return new Quantity(whole.value() / parts, whole.unit());
  }

  @Override
  public void offer(BackOfficeCommand command) {
    switch (command) {
      case BackOfficeCommand.LinkChanged link -> all(link);
      case BackOfficeCommand.AuthorisationAnswer answer -> answer(answer);
      case BackOfficeCommand.Deauthorise deauthorise ->
          ofTransaction(deauthorise.transaction()).ifPresent(outlet -> give(outlet, deauthorise));
      case BackOfficeCommand.End end ->
          ofTransaction(end.transaction()).ifPresent(outlet -> give(outlet, end));
      case BackOfficeCommand.Start start ->
          one(start.evse() == 0 ? free() : start.evse(), start.command(), start);
      case BackOfficeCommand.Stop stop ->
          ofTransaction(stop.transaction())
              .ifPresentOrElse(
                  outlet -> give(outlet, stop),
                  () -> reject(stop.command(), "no such transaction"));
      case BackOfficeCommand.AllowEnergyTransfer allow ->
          ofTransaction(allow.transaction())
              .ifPresentOrElse(
                  outlet -> give(outlet, allow),
                  () -> reject(allow.command(), "no such transaction"));
      case BackOfficeCommand.Reset reset -> oneOrAll(reset.evse(), reset.command(), reset);
      case BackOfficeCommand.Unlock unlock -> one(unlock.evse(), unlock.command(), unlock);
      case BackOfficeCommand.Availability availability ->
          oneOrAll(availability.evse(), availability.command(), availability);
      // Nobody here asks for certificates.
      case BackOfficeCommand.VehicleCertificateAnswer certificate -> {}
      case BackOfficeCommand.ChainAnswer chain -> {}
      case BackOfficeCommand.Vehicles vehicles -> memory.accept(vehicles);
      case BackOfficeCommand.NeedsAnswer needs -> {
        if (outlets.containsKey(needs.evse())) {
          give(needs.evse(), needs);
        }
      }
      case BackOfficeCommand.PriorityAnswer answer -> {
        if (outlets.containsKey(answer.evse())) {
          give(answer.evse(), answer);
        }
        priorities.answered(answer);
      }
      case BackOfficeCommand.GridRules rules -> all(rules);
      case BackOfficeCommand.PowerCourse course -> {
        if (outlets.containsKey(course.evse())) {
          give(course.evse(), course);
        }
      }
      case BackOfficeCommand.PowerBounds bounds -> {
        if (bounds.evse() == 0) {
          stationBounds = Optional.of(bounds);
          circuit.ifPresent(shared -> shared.accept(bounds.chargeLimit()));
          share();
        } else if (outlets.containsKey(bounds.evse())) {
          give(bounds.evse(), bounds);
        }
      }
    }
  }

  /** Numbers a question so that its answer finds its outlet. */
  public StationEvent.AuthorisationQuestion number(StationEvent.AuthorisationQuestion question) {
    return new StationEvent.AuthorisationQuestion(
        question.request() * SPREAD + question.evse(), question.evse(), question.token());
  }

  /** More than a station has outlets. */
  private static final long SPREAD = 16;

  private void answer(BackOfficeCommand.AuthorisationAnswer answer) {
    int outlet = (int) (answer.request() % SPREAD);
    if (outlets.containsKey(outlet)) {
      give(
          outlet,
          new BackOfficeCommand.AuthorisationAnswer(
              answer.request() / SPREAD, answer.accepted(), answer.status(), answer.allowed()));
    }
  }

  private Optional<Integer> ofTransaction(String transaction) {
    return Optional.ofNullable(running.get(transaction));
  }

  /** The first outlet without a transaction; the first of all if every one has. */
  private int free() {
    return outlets.keySet().stream()
        .sorted()
        .filter(outlet -> !running.containsValue(outlet))
        .findFirst()
        .orElse(1);
  }

  private void one(int outlet, long number, BackOfficeCommand command) {
    if (outlets.containsKey(outlet)) {
      give(outlet, command);
    } else {
      reject(number, "no EVSE " + outlet);
    }
  }

  private void oneOrAll(int outlet, long number, BackOfficeCommand command) {
    if (outlet == 0) {
      all(command);
    } else {
      one(outlet, number, command);
    }
  }

  private void all(BackOfficeCommand command) {
    outlets.keySet().forEach(outlet -> give(outlet, command));
  }

  private void give(int outlet, BackOfficeCommand command) {
    Predicate<EvseInput> loop = outlets.get(outlet);
    if (loop != null) {
      loop.test(new EvseInput.Commanded(command));
    }
  }

  private void reject(long command, String reason) {
    report.accept(new StationEvent.CommandResult(command, false, reason));
  }
}
