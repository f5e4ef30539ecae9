package energy.ebbflow.simulator.facts;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.simulator.trace.TraceEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything a run amounts to, kept up event by event. Mutable; owned by one thread. */
public final class RunFacts {
  /** A pilot line that changes more often than this is not listed state by state. */
  static final int PILOT_STATES_MAX = 1000;

  /** Lines of the processes' logs that are kept; a run says less. */
  static final int SAID_MAX = 5000;

  /** A smaller step of the energy decision is none worth telling. */
  private static final double DECISION_KILOWATTS_MIN = 1;

  private static final String BASIC = "IEC 61851";

  private final LinkBook link = new LinkBook();
  private final MeterBook meter = new MeterBook();
  private final PhaseBook phases = new PhaseBook();
  private final ReactionBook reactions = new ReactionBook();
  private final List<String> pilotStates = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private String decidedBy = "";
  private double decidedKilowatts;
  private final Map<String, List<String>> said = new LinkedHashMap<>();

  /** By the actions and triggers of OCPP, of which there are few. */
  private final Map<String, Integer> calls = new LinkedHashMap<>();

  private Optional<Double> plugged = Optional.empty();
  private Optional<Double> dutyMax = Optional.empty();
  private Optional<Double> dutyMin = Optional.empty();
  private Optional<Double> varsMax = Optional.empty();
  private Optional<Double> varsMin = Optional.empty();
  private Optional<Boolean> contactorsClosed = Optional.empty();
  private Optional<Boolean> locked = Optional.empty();
  private int contactorCycles;
  private String protocol = "";
  private String service = "";
  private String control = "";
  private String transport = "";
  private String dialect = "";
  private Optional<JsonNode> ledger = Optional.empty();
  private double last;

  private @Nullable RunFacts second;

  /** What is known of the second outlet; what the whole station tells counts for both. */
  public RunFacts second() {
    RunFacts known = second;
    if (known == null) {
      known = new RunFacts();
      second = known;
    }
    return known;
  }

  /** Takes the next event. */
  public void take(TraceEvent event) {
    if (event.ofSecond()) {
      second().own(event.alone());
      last = Math.max(last, event.t());
      return;
    }
    own(event);
    boolean shared = event.who().equals("csms") || event.who().equals("bench");
    if (shared && second != null) {
      second.own(event);
    }
  }

  private void own(TraceEvent event) {
    last = Math.max(last, event.t());
    link.take(event);
    meter.take(event);
    phases.take(event);
    reactions.take(event);
    switch (event.kind()) {
      case "pilot" -> pilot(event);
      case "contactor" -> {
        boolean closed = event.flag("closed");
        if (closed && !contactorsClosed.orElse(false)) {
          contactorCycles++;
        }
        contactorsClosed = Optional.of(closed);
      }
      case "lock" -> locked = Optional.of(event.flag("locked"));
      case "session" -> {
        protocol = event.text("protocol");
        service = event.text("service");
        control = event.text("control");
      }
      case "fault" -> {
        if (!event.flag("cleared")) {
          faults.add(event.text("code"));
        }
      }
      case "transport" -> transport = event.text("protocol");
      // What a station tells of the minimum current has a kind of its own.
      case "log", "basic" -> said(event.who(), event.text("text"));
      case "decision" -> decided(event);
      case "ledger" -> ledger = Optional.of(event.body());
      case "link" -> dialect = event.text("dialect");
      case "ocpp" -> called(event);
      case "vehicle" -> reactive(event);
      default -> {}
    }
  }

  /** Absent phases are none. */
  private void reactive(TraceEvent event) {
    Optional<Double> first = event.number("presentVarsL1");
    first.ifPresent(
        l1 -> {
          double vars =
              l1
                  + event.number("presentVarsL2").orElse(0.0)
                  + event.number("presentVarsL3").orElse(0.0);
          varsMax = Optional.of(Math.max(vars, varsMax.orElse(vars)));
          varsMin = Optional.of(Math.min(vars, varsMin.orElse(vars)));
        });
  }

  /** Calls of OCPP as the back office saw them; events of transactions also by their trigger. */
  private void called(TraceEvent event) {
    if (event.who().equals("csms") && event.text("type").equals("CALL")) {
      String action = event.text("action");
      calls.merge(action, 1, Integer::sum);
      String trigger = event.body().at("/payload/triggerReason").asText();
      if (!trigger.isEmpty()) {
        calls.merge(action + ":" + trigger, 1, Integer::sum);
      }
    }
  }

  private void said(String who, String text) {
    List<String> lines = said.computeIfAbsent(who, _ -> new ArrayList<>());
    if (lines.size() < SAID_MAX) {
      lines.add(text);
    }
  }

  /** Another limit, or a step of the power, is worth a line. */
  private void decided(TraceEvent event) {
    String limit = event.text("limit");
    double kilowatts = event.number("watts").orElse(0.0) / 1000;
    boolean step = Math.abs(kilowatts - decidedKilowatts) >= DECISION_KILOWATTS_MIN;
    if (step || !limit.equals(decidedBy)) {
      decidedBy = limit;
      decidedKilowatts = kilowatts;
      said(event.who(), String.format(Locale.ROOT, "decision %+.2f kW by %s", kilowatts, limit));
    }
  }

  private void pilot(TraceEvent event) {
    String state = event.text("state");
    if (pilotStates.isEmpty() || !pilotStates.getLast().equals(state)) {
      if (pilotStates.size() < PILOT_STATES_MAX) {
        pilotStates.add(state);
      } else {
        pilotStates.set(PILOT_STATES_MAX - 1, state);
      }
    }
    if (plugged.isEmpty() && !state.equals("A")) {
      plugged = Optional.of(event.t());
    }
    event
        .number("dutyPercent")
        .filter(duty -> duty > 0 && duty < 100)
        .ifPresent(
            duty -> {
              dutyMax = Optional.of(Math.max(duty, dutyMax.orElse(duty)));
              dutyMin = Optional.of(Math.min(duty, dutyMin.orElse(duty)));
            });
  }

  /** The value of a fact; empty where the run did not tell. */
  public Optional<Object> value(Fact fact) {
    return switch (fact) {
      case PROTOCOL -> text(protocol.isEmpty() && chargedInSilence() ? BASIC : protocol);
      case SERVICE -> text(service);
      case CONTROL -> text(control);
      case TRANSPORT -> text(transport);
      case PILOT -> pilotStates.isEmpty() ? Optional.empty() : text(pilotStates.getLast());
      case PILOT_STATES -> text(String.join(" ", pilotStates));
      case CONTACTORS -> contactorsClosed.map(closed -> closed ? "closed" : "open");
      case LOCK -> locked.map(l -> l ? "locked" : "released");
      case DIALECT -> text(dialect);
      case STOPPED_REASON ->
          text(
              transactions().isEmpty()
                  ? ""
                  : transactions().getLast().path("stoppedReason").asText());
      case IMPORTED_WH -> number(meter.importedWh());
      case EXPORTED_WH -> number(meter.exportedWh());
      case SOC_START -> meter.socStart().map(v -> v);
      case SOC_END -> meter.socEnd().map(v -> v);
      case WATTS_MAX -> number(meter.wattsMax());
      case WATTS_MIN -> number(meter.wattsMin());
      case VARS_MAX -> varsMax.map(v -> v);
      case VARS_MIN -> varsMin.map(v -> v);
      case VOLTS_MAX -> number(meter.voltsMax());
      case AMPS_MAX -> number(meter.ampsMax());
      case MESSAGES -> number(link.messages());
      case RESPONSE_P50 -> link.responses().map(Percentiles::p50);
      case RESPONSE_P99 -> link.responses().map(Percentiles::p99);
      case RESPONSE_MAX -> link.responses().map(Percentiles::max);
      case CONTACTOR_CYCLES -> number(contactorCycles);
      case PLUG_TO_POWER_MILLIS ->
          plugged.flatMap(p -> meter.firstFlow().map(flow -> (flow - p) * 1000));
      case STOP_TO_OPEN_MILLIS -> reactions.stopToOpenMillis().map(v -> v);
      case SILENCE_TO_OPEN_MILLIS -> reactions.silenceToOpenMillis().map(v -> v);
      case SETPOINT_TO_POWER_MILLIS -> reactions.setpointToPowerMillis().map(v -> v);
      case TRANSACTIONS -> number(transactions().size());
      case TRANSACTIONS_ENDED ->
          number(transactions().stream().filter(t -> t.path("ended").asBoolean()).count());
      case REJECTED -> number(ledger.map(l -> l.path("rejected").asDouble()).orElse(0.0));
      case SEQUENCE_GAPS ->
          // OCPP 1.6 has no numbers; a hole cannot be seen there.
          transactions().stream().allMatch(t -> t.has("gaps"))
              ? number(sum("gaps"))
              : Optional.empty();
      case DUPLICATES -> number(sum("duplicates"));
      case BILLED_IMPORT_WH -> number(sum("importedWh"));
      case BILLED_EXPORT_WH -> number(sum("exportedWh"));
      case SIGNED_VALUES -> number(sum("signedValues"));
      case SCRIPT_STEPS -> number(ledger.map(l -> l.path("stepsTaken").asDouble()).orElse(0.0));
      case FAULTS -> number(faults.size());
      case DUTY_MAX -> dutyMax.map(v -> v);
      case DUTY_MIN -> dutyMin.map(v -> v);
    };
  }

  /** A vehicle that is there and never spoke is charged by the pilot line alone. */
  private boolean chargedInSilence() {
    return plugged.isPresent() && link.messages() == 0;
  }

  /** The number of a fact; empty where it is none. */
  public Optional<Double> number(Fact fact) {
    return value(fact).filter(v -> v instanceof Number).map(v -> ((Number) v).doubleValue());
  }

  /** The text of a fact; empty text where the run did not tell. */
  public String text(Fact fact) {
    return value(fact).map(Object::toString).orElse("");
  }

  /** Every fact that is known. */
  public Map<Fact, Object> all() {
    Map<Fact, Object> all = new LinkedHashMap<>();
    for (Fact fact : Fact.values()) {
      value(fact).ifPresent(value -> all.put(fact, value));
    }
    return all;
  }

  /** Names of the messages in their order, repeated exchanges kept once. */
  public List<String> messageOrder() {
    return link.order();
  }

  /**
   * How many messages of a name passed between vehicle and station, or calls of this action of OCPP
   * between station and back office.
   */
  public int messageCount(String name) {
    return link.count(name) + calls.getOrDefault(name, 0);
  }

  /** What a process (ev, evse, csms) told in its log. */
  public List<String> said(String who) {
    return List.copyOf(said.getOrDefault(who, List.of()));
  }

  /** Response times of the station. */
  public Optional<Percentiles> responses() {
    return link.responses();
  }

  /** Response times by the response's name. */
  public Map<String, Percentiles> responsesByName() {
    return link.responsesByName();
  }

  /** The phases in the order in which they began. */
  public List<PhaseSpan> phases() {
    return phases.spans();
  }

  /** The signed power now, in W. */
  public double watts() {
    return meter.watts();
  }

  /** When power first flowed, in virtual s. */
  public Optional<Double> firstPower() {
    return meter.firstFlow();
  }

  /** The last event's time, in virtual s. */
  public double now() {
    return last;
  }

  /** The transactions as the back office has them. */
  public List<JsonNode> transactions() {
    List<JsonNode> list = new ArrayList<>();
    ledger.ifPresent(l -> l.path("transactions").forEach(list::add));
    return list;
  }

  private double sum(String field) {
    return transactions().stream().mapToDouble(t -> t.path(field).asDouble()).sum();
  }

  private static Optional<Object> text(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private static Optional<Object> number(double value) {
    return Optional.of(value);
  }
}
