package energy.ebbflow.ocpp.display;

import energy.ebbflow.ocpp.billing.Bill;
import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.DisplayVariables;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.v2.authorization.MessageContent;
import energy.ebbflow.ocpp.v2.display.MessageInfo;
import energy.ebbflow.ocpp.v2.display.MessagePriority;
import energy.ebbflow.ocpp.v2.display.MessageState;
import energy.ebbflow.ocpp.v2.display.SetDisplayMessage.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The back office's messages (block O). They outlive a restart. Confined to the link's thread. */
public final class Messages {
  private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
  private static final String AREA = "display message";

  /** Messages at one time (NumberOfDisplayMessages). */
  public static final int MAX = 50;

  private final StationStore store;
  private final DeviceModel device;
  private final Screen.Ability ability;
  private final Map<Integer, MessageInfo> held = new TreeMap<>();

  /**
   * What the back office hears of a message.
   *
   * @param reason a code; empty where it was accepted
   */
  public record Verdict(Status status, String reason, String text) {
    static final Verdict YES = new Verdict(Status.ACCEPTED, "", "");
  }

  Messages(StationStore store, DeviceModel device, Screen.Ability ability) {
    this.store = store;
    this.device = device;
    this.ability = ability;
    RecordReader reader = RecordReader.forgiving(WireVersion.STORE);
    store
        .kept(AREA)
        .forEach(
            (id, row) -> {
              try {
                MessageInfo one = reader.read(StrictJson.parse(row), MessageInfo.class);
                held.put(one.id(), one);
              } catch (JsonFault e) {
                LOG.error("display message {} of the store is dropped: {}", id, e.text());
              }
            });
    count();
  }

  private void count() {
    device.observe(DisplayVariables.MESSAGES, Integer.toString(held.size()));
  }

  /** Takes a message; one with the same number is replaced (O06). */
  Verdict set(MessageInfo message, Instant now, List<Bill> open, int outlets) {
    Verdict verdict = check(message, now, open, outlets);
    if (verdict.status() != Status.ACCEPTED) {
      return verdict;
    }
    if (message.priority() == MessagePriority.ALWAYS_FRONT) {
      // There is one that is always in front: the newest.
      List.copyOf(held.values()).stream()
          .filter(m -> m.priority() == MessagePriority.ALWAYS_FRONT)
          .forEach(m -> clear(m.id()));
    }
    store.keep(
        AREA,
        Integer.toString(message.id()),
        StrictJson.write(new RecordWriter(WireVersion.STORE).write(message)));
    held.put(message.id(), message);
    count();
    return verdict;
  }

  private Verdict check(MessageInfo message, Instant now, List<Bill> open, int outlets) {
    List<MessageContent> contents =
        Stream.concat(Stream.of(message.message()), message.messageExtra().stream()).toList();
    for (MessageContent content : contents) {
      if (!ability.formats().contains(content.format())) {
        return new Verdict(
            Status.NOT_SUPPORTED_MESSAGE_FORMAT,
            "UnsupportedParam",
            "the screen shows no " + content.format().wire());
      }
    }
    Optional<String> strange =
        contents.stream()
            .map(MessageContent::language)
            .flatMap(Optional::stream)
            .filter(l -> !ability.languages().contains(l))
            .findFirst();
    if (strange.isPresent()) {
      return new Verdict(
          Status.LANGUAGE_NOT_SUPPORTED, "UnsupportedParam", "no language " + strange.get());
    }
    if (message
        .transactionId()
        .filter(id -> open.stream().noneMatch(b -> b.transaction().equals(id)))
        .isPresent()) {
      return new Verdict(Status.UNKNOWN_TRANSACTION, "TxNotFound", "no such transaction runs");
    }
    if (message.endDateTime().filter(end -> !end.isAfter(now)).isPresent()) {
      return new Verdict(Status.REJECTED, "InvalidValue", "endDateTime has passed");
    }
    if (evse(message) > outlets) {
      return new Verdict(Status.REJECTED, "UnknownEvse", "no EVSE " + evse(message));
    }
    return held.size() >= MAX && !held.containsKey(message.id())
        ? new Verdict(Status.REJECTED, "OutOfStorage", "at most " + MAX + " messages")
        : Verdict.YES;
  }

  /** The outlet at whose screen it is shown; 0: everywhere. */
  static int evse(MessageInfo message) {
    return message.display().flatMap(d -> d.evse()).map(e -> e.id()).orElse(0);
  }

  boolean clear(int id) {
    if (held.remove(id) == null) {
      return false;
    }
    store.forget(AREA, Integer.toString(id));
    count();
    return true;
  }

  /** Those that a request names; no bound is a wish for all (O03, O04). */
  List<MessageInfo> chosen(
      List<Integer> ids, Optional<MessagePriority> priority, Optional<MessageState> state) {
    return held.values().stream()
        .filter(m -> ids.isEmpty() || ids.contains(m.id()))
        .filter(m -> priority.isEmpty() || priority.get() == m.priority())
        .filter(m -> state.isEmpty() || state.equals(m.state()))
        .toList();
  }

  /** Forgets what has ended, by time or with its transaction (O01.FR.07, O02.FR.02). */
  void expire(Instant now, List<Bill> open) {
    for (MessageInfo one : List.copyOf(held.values())) {
      boolean late = one.endDateTime().filter(end -> !end.isAfter(now)).isPresent();
      boolean orphan =
          one.transactionId()
              .filter(id -> open.stream().noneMatch(b -> b.transaction().equals(id)))
              .isPresent();
      if (late || orphan) {
        clear(one.id());
      }
    }
  }

  /** When one begins or ends next. */
  Optional<Instant> nextEdge(Instant now) {
    return held.values().stream()
        .flatMap(m -> Stream.of(m.startDateTime(), m.endDateTime()))
        .flatMap(Optional::stream)
        .filter(now::isBefore)
        .min(Instant::compareTo);
  }

  /**
   * The messages that take turns on a screen: the one that is always in front, or those in front,
   * or the others.
   *
   * @param applies whether an outlet, or any (0), is in this state now
   */
  List<MessageInfo> turn(Instant now, Predicate<MessageInfo> applies) {
    List<MessageInfo> due = new ArrayList<>();
    for (MessagePriority priority : MessagePriority.values()) {
      held.values().stream()
          .filter(m -> m.priority() == priority)
          .filter(m -> m.startDateTime().filter(now::isBefore).isEmpty())
          .filter(applies)
          .forEach(due::add);
      if (!due.isEmpty()) {
        return due;
      }
    }
    return due;
  }

  /** Its text in a language, or as it was written first. */
  static MessageContent content(MessageInfo message, String language) {
    return Stream.concat(Stream.of(message.message()), message.messageExtra().stream())
        .filter(c -> c.language().equals(Optional.of(language)))
        .findFirst()
        .orElse(message.message());
  }
}
