package energy.ebbflow.simulator.csms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.simulator.csms.ledger.Ledger;
import energy.ebbflow.simulator.csms.script.AnswerRule;
import energy.ebbflow.simulator.csms.script.AnswerRule.Treatment;
import energy.ebbflow.simulator.csms.script.CsmsScript;
import energy.ebbflow.simulator.csms.script.ScriptAction;
import energy.ebbflow.simulator.csms.shape.ShapeBook;
import energy.ebbflow.simulator.csms.shape.Violation;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/**
 * The back office's side of one station: answers, asks, books and follows its script. Mutable and
 * without a clock: time is an argument, in virtual ns since the epoch. Owned by one thread.
 */
public final class Desk {
  /** The station answers within this, or the request counts as refused. OCPP-J leaves it open. */
  static final long ANSWER_NANOS_MAX = 30_000_000_000L;

  /** Requests that wait for their turn; a script that piles up more is a mistake. */
  static final int WAITING_MAX = 100;

  /** So many late answers may be under way. */
  static final int DELAYED_MAX = 1000;

  /** So many message ids are remembered to see that none comes twice. */
  static final int IDS_MAX = 50_000;

  /** What a station answers to a request that it does not carry out. */
  private static final Set<String> REFUSALS =
      Set.of(
          "Rejected",
          "Failed",
          "NotSupported",
          "NotImplemented",
          "UnlockFailed",
          "UnknownVendorId",
          "UnknownMessageId");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String GARBAGE = "{\"garbage\": [this is no OCPP";

  private final CsmsScript script;
  private final Instant epoch;
  private final Function<Dialect, ShapeBook> shapes;
  private final Ledger ledger = new Ledger();
  private final DeskFacts facts = new DeskFacts();
  private final Reception reception;
  private final Clerk clerk;
  private final Clerk16 clerk16;

  private Optional<Dialect> dialect = Optional.empty();
  private Optional<Pending> pending = Optional.empty();
  private final Deque<Requests.Request> waiting = new ArrayDeque<>();
  private final PriorityQueue<Delayed> delayed =
      new PriorityQueue<>(Comparator.comparingLong(Delayed::at));
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private int asked;
  private int step;
  private long lastStep;
  private int rejected;
  private List<DeskEffect> effects = new ArrayList<>();

  private record Pending(String id, String action, long since) {}

  private record Delayed(long at, String id, String action, JsonNode payload) {}

  /**
   * A desk that has not heard of its station.
   *
   * @param epoch the instant at which virtual time is 0
   */
  public Desk(CsmsScript script, Instant epoch, Function<Dialect, ShapeBook> shapes) {
    this.script = script;
    this.epoch = epoch;
    this.shapes = shapes;
    this.reception = new Reception(script);
    this.clerk = new Clerk(reception, ledger, facts);
    this.clerk16 =
        new Clerk16(reception, ledger, facts, clerk, () -> shapes.apply(Dialect.OCPP_2_0_1));
  }

  /** What is known of transactions. */
  public Ledger ledger() {
    return ledger;
  }

  /** Messages of the station that broke the standard, and requests that it refused. */
  public int rejected() {
    return rejected;
  }

  /** Steps of the script that have been taken. */
  public int stepsTaken() {
    return step;
  }

  /** Takes one input at a time. */
  public List<DeskEffect> handle(DeskInput input, long now) {
    effects = new ArrayList<>();
    switch (input) {
      case DeskInput.Opened opened -> opened(opened);
      case DeskInput.Text text -> dialect.ifPresent(d -> text(text.text(), d, now));
      case DeskInput.Closed closed -> closed(closed);
      case DeskInput.Tick _ -> {}
    }
    flushDelayed(now);
    expirePending(now);
    facts.refresh(dialect.isPresent(), reception.accepted(), reception.authorised(), ledger, now);
    dialect.ifPresent(
        d -> {
          followScript(d, now);
          ask(now);
        });
    return List.copyOf(effects);
  }

  private void opened(DeskInput.Opened opened) {
    dialect = Optional.of(opened.dialect());
    pending = Optional.empty();
    delayed.clear();
    effects.add(new DeskEffect.Connected(opened.dialect()));
  }

  private void closed(DeskInput.Closed closed) {
    dialect = Optional.empty();
    pending = Optional.empty();
    delayed.clear();
    info("link lost: " + closed.reason());
  }

  private void text(String text, Dialect spoken, long now) {
    switch (FrameReader.read(text, spoken)) {
      case Frame.Call call -> call(call, spoken, now);
      case Frame.Send send -> {
        seen(false, "SEND", send.id(), send.action(), send.payload());
        if (!shapes.apply(spoken).knows(send.action())) {
          reject("SEND of " + send.action() + ": the bench does not know it");
        }
      }
      case Frame.Result result -> result(result, spoken);
      case Frame.Fault fault -> fault(fault);
      case Frame.Broken broken -> {
        effects.add(new DeskEffect.Seen(false, "GARBAGE", broken.id(), "", quoted(text)));
        reject(broken.reason());
        if (spoken != Dialect.OCPP_1_6 || broken.answered16()) {
          error(broken.id(), "", broken.code(), broken.reason());
        }
      }
    }
  }

  private void call(Frame.Call call, Dialect spoken, long now) {
    seen(false, "CALL", call.id(), call.action(), call.payload());
    if (ids.size() < IDS_MAX && !ids.add(call.id())) {
      warn("message id " + call.id() + " came twice (" + call.action() + ")");
    }
    ShapeBook book = shapes.apply(spoken);
    if (!book.knows(call.action())) {
      reject(call.action() + " is not an action of OCPP " + spoken.version() + " known here");
      error(call.id(), call.action(), "NotImplemented", "no such action");
      return;
    }
    List<Violation> violations = book.checkRequest(call.action(), call.payload());
    if (!violations.isEmpty()) {
      Violation first = violations.getFirst();
      reject(call.action() + ": " + first + more(violations));
      error(call.id(), call.action(), first.code().word(), first.toString());
      return;
    }
    if (!reception.accepted() && !call.action().equals("BootNotification")) {
      // B02.FR.02, B03.FR.02: before it is accepted a station sends nothing but its boot.
      reject(call.action() + " before the station was accepted");
      error(call.id(), call.action(), "SecurityError", "boot first");
      return;
    }
    int number = numbers.merge(call.action(), 1, Integer::sum);
    Optional<Treatment> treatment =
        script.answers().stream()
            .filter(rule -> rule.covers(call.action(), number))
            .map(AnswerRule::treatment)
            .findFirst();
    if (treatment.isPresent() && treatment.get() instanceof Treatment.Refuse refuse) {
      info("script: " + call.action() + " " + number + " refused with " + refuse.code());
      error(call.id(), call.action(), refuse.code(), "as the script says");
      return;
    }
    Optional<Answer> answer =
        spoken == Dialect.OCPP_1_6
            ? clerk16.answer(call.action(), call.payload(), instant(now))
            : clerk.answer(call.action(), call.payload(), instant(now));
    if (answer.isEmpty()) {
      reject(call.action() + " is sent by a back office, not by a station");
      error(call.id(), call.action(), "NotSupported", "not offered");
      return;
    }
    answer.get().booked().ifPresent(t -> effects.add(new DeskEffect.Booked(t)));
    treat(call, number, treatment, answer.get().payload(), now);
  }

  private void treat(
      Frame.Call call, int number, Optional<Treatment> treatment, JsonNode payload, long now) {
    if (treatment.isEmpty()) {
      answer(call.id(), call.action(), payload);
      return;
    }
    String what = "script: " + call.action() + " " + number + " ";
    switch (treatment.get()) {
      case Treatment.Drop _ -> info(what + "stays without an answer");
      case Treatment.Delay delay -> {
        info(what + "is answered " + delay.seconds() + " s late");
        if (delayed.size() < DELAYED_MAX) {
          delayed.add(new Delayed(now + nanos(delay.seconds()), call.id(), call.action(), payload));
        } else {
          warn("more than " + DELAYED_MAX + " late answers; this one is dropped");
        }
      }
      case Treatment.Garbage _ -> {
        info(what + "is answered with garbage");
        garbage(GARBAGE);
      }
      case Treatment.Malformed _ -> {
        info(what + "is answered against the standard");
        answer(call.id(), call.action(), JSON.createObjectNode().put("nonsense", 1));
      }
      case Treatment.Disconnect disconnect -> {
        info(what + "ends the link");
        effects.add(new DeskEffect.Close("as the script says", disconnect.seconds()));
      }
      case Treatment.Refuse _ -> throw new IllegalStateException("refused before it was booked");
    }
  }

  private void result(Frame.Result result, Dialect spoken) {
    String action = pendingAction(result.id());
    seen(false, "CALLRESULT", result.id(), action, result.payload());
    if (action.isEmpty()) {
      reject("an answer to " + result.id() + ", which was not asked");
      return;
    }
    pending = Optional.empty();
    ShapeBook book = shapes.apply(spoken);
    if (!book.knows(action)) {
      return;
    }
    List<Violation> violations = book.checkResponse(action, result.payload());
    if (!violations.isEmpty()) {
      reject(action + " answer: " + violations.getFirst() + more(violations));
      return;
    }
    String status = result.payload().path("status").asText("");
    if (REFUSALS.contains(status)) {
      String inside = result.payload().path("data").asText("no reason");
      String reason = result.payload().path("statusInfo").path("reasonCode").asText(inside);
      reject("the station refused " + action + " (" + reason + ")");
    }
  }

  private void fault(Frame.Fault fault) {
    ObjectNode shown = JSON.createObjectNode().put("code", fault.code()).put("text", fault.text());
    String action = fault.ofResult() ? "" : pendingAction(fault.id());
    seen(false, "CALLERROR", fault.id(), action, shown);
    reject("the station refused " + action + " with " + fault.code() + ": " + fault.text());
    if (!action.isEmpty()) {
      pending = Optional.empty();
    }
  }

  private String pendingAction(String id) {
    return pending.filter(p -> p.id().equals(id)).map(Pending::action).orElse("");
  }

  private void followScript(Dialect spoken, long now) {
    while (step < script.steps().size()) {
      CsmsScript.Step next = script.steps().get(step);
      if (!next.trigger().holds(facts.circumstances(ledger, lastStep, now))) {
        return;
      }
      step++;
      lastStep = now;
      take(next, spoken, now);
    }
  }

  private void take(CsmsScript.Step next, Dialect spoken, long now) {
    info("script: " + next.when() + " → " + next.action().text());
    switch (next.action()) {
      case ScriptAction.Disconnect disconnect ->
          effects.add(new DeskEffect.Close("as the script says", disconnect.seconds()));
      case ScriptAction.Garbage garbage -> garbage(garbage.text());
      case ScriptAction action -> {
        asked++;
        Requests.Context context =
            new Requests.Context(spoken, ledger.open().map(t -> t.id()), asked, instant(now));
        Optional<Requests.Request> request = Requests.of(action, context);
        if (request.isEmpty()) {
          warn("no request for this step: no open transaction, or no words in " + spoken.version());
        } else if (waiting.size() < WAITING_MAX) {
          waiting.add(request.get());
        } else {
          warn("more than " + WAITING_MAX + " requests wait; this one is dropped");
        }
      }
    }
  }

  /** OCPP-J 4.1.1: one request at a time in each direction. */
  private void ask(long now) {
    if (pending.isPresent() || waiting.isEmpty()) {
      return;
    }
    Requests.Request request = waiting.remove();
    String id =
        "csms-" + epoch.toEpochMilli() % 1_000_000_000 + "-" + numbers.merge("", 1, Integer::sum);
    pending = Optional.of(new Pending(id, request.action(), now));
    ArrayNode frame = JSON.createArrayNode().add(2).add(id).add(request.action());
    frame.add(request.payload());
    effects.add(new DeskEffect.Send(frame.toString()));
    seen(true, "CALL", id, request.action(), request.payload());
  }

  private void expirePending(long now) {
    pending
        .filter(p -> now - p.since() >= ANSWER_NANOS_MAX)
        .ifPresent(
            p -> {
              reject("the station did not answer " + p.action() + " within 30 s");
              pending = Optional.empty();
            });
  }

  private void flushDelayed(long now) {
    while (true) {
      Delayed first = delayed.peek();
      if (first == null || first.at() > now) {
        return;
      }
      delayed.remove();
      answer(first.id(), first.action(), first.payload());
    }
  }

  private void answer(String id, String action, JsonNode payload) {
    ArrayNode frame = JSON.createArrayNode().add(3).add(id).add(payload);
    effects.add(new DeskEffect.Send(frame.toString()));
    seen(true, "CALLRESULT", id, action, payload);
  }

  private void error(String id, String action, String word, String text) {
    String code = dialect.map(d -> d.errorCode(word)).orElse(word);
    String description = text.length() > 255 ? text.substring(0, 255) : text;
    ArrayNode frame = JSON.createArrayNode().add(4).add(id).add(code).add(description);
    frame.addObject();
    effects.add(new DeskEffect.Send(frame.toString()));
    ObjectNode shown = JSON.createObjectNode().put("code", code).put("text", description);
    seen(true, "CALLERROR", id, action, shown);
  }

  private void garbage(String text) {
    effects.add(new DeskEffect.Send(text));
    effects.add(new DeskEffect.Seen(true, "GARBAGE", "", "", quoted(text)));
  }

  private void seen(boolean toStation, String type, String id, String action, JsonNode payload) {
    effects.add(new DeskEffect.Seen(toStation, type, id, action, payload.toString()));
  }

  private void reject(String why) {
    rejected++;
    warn("rejected: " + why);
  }

  private void info(String text) {
    effects.add(new DeskEffect.Note(DeskEffect.Level.INFO, text));
  }

  private void warn(String text) {
    effects.add(new DeskEffect.Note(DeskEffect.Level.WARNING, text));
  }

  private Instant instant(long now) {
    return epoch.plusMillis(now / 1_000_000);
  }

  private static long nanos(double seconds) {
    return (long) (seconds * 1e9);
  }

  private static String more(List<Violation> violations) {
    return violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more)";
  }

  private static String quoted(String text) {
    return JSON.createObjectNode().textNode(text).toString();
  }
}
