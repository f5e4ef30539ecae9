package energy.ebbflow.ocpp.display;

import energy.ebbflow.ocpp.billing.Bill;
import energy.ebbflow.ocpp.billing.Tariffs;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.DisplayVariables;
import energy.ebbflow.ocpp.device.Key;
import energy.ebbflow.ocpp.device.TariffVariables;
import energy.ebbflow.ocpp.domain.StationEvent.ConnectorStatus;
import energy.ebbflow.ocpp.link.Moment;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.profile.Refusal;
import energy.ebbflow.ocpp.tariff.Invoice;
import energy.ebbflow.ocpp.tariff.Reading;
import energy.ebbflow.ocpp.upkeep.Effect;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.upkeep.Service;
import energy.ebbflow.ocpp.v2.authorization.MessageContent;
import energy.ebbflow.ocpp.v2.authorization.MessageFormat;
import energy.ebbflow.ocpp.v2.display.GetDisplayMessages;
import energy.ebbflow.ocpp.v2.display.MessageInfo;
import energy.ebbflow.ocpp.v2.display.MessageState;
import energy.ebbflow.ocpp.v2.display.NotifyDisplayMessages;
import energy.ebbflow.ocpp.v2.tariff.Tariff;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What the screen of the station shows: messages of the back office that take turns (O01, O02),
 * what users were told of their tariff (I01, I04, I06), what it costs (I02, I03, I05), and where to
 * pay (C25). Confined to the link's thread; without a screen it shows nothing.
 */
public final class Front implements Service {
  /** Messages of the same priority take turns after this. */
  static final long TURN_NANOS = 10_000_000_000L;

  /** Words to a user whose transaction has ended, or never began, are gone after this. */
  static final long WORDS_NANOS = 120_000_000_000L;

  private static final long LOOK_NANOS = 1_000_000_000L;
  private static final long LONGEST_MILLIS = 60_000;

  /** Messages in one NotifyDisplayMessages. */
  private static final int PART = 10;

  private final OcppConfig config;
  private final DeviceModel device;
  private final Tariffs tariffs;
  private final Supplier<List<ConnectorStatus>> statuses;
  private final Consumer<Effect> effects;
  private final Optional<Screen> screen;
  private final Optional<Messages> messages;
  private final WebPayments web;
  private final Map<Integer, Words> words = new HashMap<>();
  private List<Screen.Line> shown = List.of();
  private int turn;
  private OptionalLong turnedNanos = OptionalLong.empty();
  private boolean turning;

  /** An answer is as old as the last look, some seconds at most while anything moves. */
  private long lookedNanos;

  /** What somebody at an outlet was told, and when. */
  private record Words(Optional<String> text, Optional<String> cost, long sinceNanos) {}

  public Front(
      OcppConfig config,
      StationStore store,
      DeviceModel device,
      Tariffs tariffs,
      Optional<Screen> screen,
      Supplier<List<ConnectorStatus>> statuses,
      Consumer<Effect> effects) {
    this.config = config;
    this.device = device;
    this.tariffs = tariffs;
    this.statuses = statuses;
    this.effects = effects;
    this.screen = screen;
    this.messages = screen.map(s -> new Messages(store, device, s.ability()));
    this.web = new WebPayments(config, device);
  }

  /** Whether there is a screen. */
  public boolean present() {
    return screen.isPresent();
  }

  public WebPayments web() {
    return web;
  }

  private Messages messages() {
    return messages.orElseThrow(() -> new IllegalStateException("there is no screen"));
  }

  /** Why a variable cannot have a value that looks well formed. */
  public Optional<Refusal> unfit(Key key, String value) {
    boolean template = key.folded().equals(DisplayVariables.URL_TEMPLATE.folded());
    return template && value.contains("{roamingevseid}")
        ? Optional.of(
            new Refusal("UnsupportedParam", "the station fills in no {roamingevseid}; use {evse}"))
        : Optional.empty();
  }

  /** The back office sets a message (O01, O02, O06); only where there is a screen. */
  public Messages.Verdict set(MessageInfo message, Instant now) {
    return messages().set(message, now, tariffs.open(), config.outlets().size());
  }

  /** The back office takes a message back (O05). */
  public boolean clear(int id) {
    return messages().clear(id);
  }

  /** The messages that are asked for are told, in parts; false where there are none (O03, O04). */
  public boolean tell(GetDisplayMessages.Request request) {
    List<MessageInfo> found = messages().chosen(request.id(), request.priority(), request.state());
    for (int from = 0; from < found.size(); from += PART) {
      int to = Math.min(found.size(), from + PART);
      effects.accept(
          new Effect.Tell(
              new Notice.Plain(
                  NotifyDisplayMessages.ACTION,
                  new NotifyDisplayMessages.Request(
                      found.subList(from, to), request.requestId(), Optional.of(to < found.size())),
                  false)));
    }
    return !found.isEmpty();
  }

  /** A user was answered: by words of the own, or by those for everybody (I01, I04). */
  public void greeted(int evse, Optional<String> personal, boolean online, Moment now) {
    if (present()) {
      Optional<String> text =
          personal
              .or(() -> online ? Optional.empty() : text(DisplayVariables.OFFLINE_FALLBACK))
              .or(() -> text(DisplayVariables.TARIFF_FALLBACK));
      words.put(evse, new Words(text, Optional.empty(), now.nanos()));
    }
  }

  private Optional<String> text(Key key) {
    return Optional.of(device.value(key)).filter(t -> !t.isEmpty());
  }

  /**
   * The back office answered an event of a transaction.
   *
   * @param cost so far, or in the end, with tax
   * @param said another word on the tariff (I06), in the languages it has
   */
  public void said(int evse, Optional<BigDecimal> cost, List<MessageContent> said) {
    if (present() && (cost.isPresent() || !said.isEmpty())) {
      Optional<Words> before = Optional.ofNullable(words.get(evse));
      words.put(
          evse,
          new Words(
              chosen(said).or(() -> before.flatMap(Words::text)),
              cost.map(c -> amount(c, device.value(TariffVariables.CURRENCY)))
                  .or(() -> before.flatMap(Words::cost)),
              lookedNanos));
    }
  }

  private Optional<String> chosen(List<MessageContent> said) {
    Optional<String> own = Optional.of(device.value(DisplayVariables.LANGUAGE));
    return said.stream()
        .filter(c -> c.language().equals(own))
        .findFirst()
        .or(() -> said.stream().findFirst())
        .map(MessageContent::content);
  }

  private static String amount(BigDecimal cost, String currency) {
    return cost.setScale(2, RoundingMode.HALF_UP).toPlainString() + " " + currency;
  }

  /** What a transaction costs by the station's own reckoning, or by what it was told. */
  private Optional<String> cost(Bill bill) {
    String currency =
        bill.account()
            .tariff()
            .map(Tariff::currency)
            .orElseGet(() -> device.value(TariffVariables.CURRENCY));
    return Invoice.total(bill.account()).or(bill::officeCost).map(c -> amount(c, currency));
  }

  /** A transaction ended: what it cost is shown for a while (I03), or that nobody knows (I05). */
  public void closed(Bill bill, Moment now) {
    if (present()) {
      Optional<Words> before = Optional.ofNullable(words.get(bill.evse()));
      words.put(
          bill.evse(),
          new Words(
              before.flatMap(Words::text),
              cost(bill)
                  .or(() -> before.flatMap(Words::cost))
                  .or(() -> text(DisplayVariables.COST_FALLBACK)),
              now.nanos()));
    }
  }

  @Override
  public void tick(Moment now) {
    lookedNanos = now.nanos();
    tariffs.open().forEach(b -> web.begun(b.evse()));
    if (screen.isEmpty()) {
      return;
    }
    messages().expire(now.instant(), tariffs.open());
    words
        .entrySet()
        .removeIf(
            e ->
                bill(e.getKey()).isEmpty()
                    && now.nanos() - e.getValue().sinceNanos() >= WORDS_NANOS);
    List<Screen.Line> next = device.flag(DisplayVariables.ENABLED) ? lines(now) : List.of();
    if (!next.equals(shown)) {
      shown = next;
      screen.get().show(next);
    }
  }

  private Optional<Bill> bill(int evse) {
    return tariffs.open().stream().filter(b -> b.evse() == evse).findFirst();
  }

  private List<Screen.Line> lines(Moment now) {
    List<Screen.Line> lines = new ArrayList<>();
    List<MessageInfo> turns = messages().turn(now.instant(), this::applies);
    turning = turns.size() > 1;
    if (turnedNanos.isEmpty() || now.nanos() - turnedNanos.getAsLong() >= TURN_NANOS) {
      turnedNanos = OptionalLong.of(now.nanos());
      turn++;
    }
    if (!turns.isEmpty()) {
      MessageInfo message = turns.get(Math.floorMod(turn, turns.size()));
      MessageContent content = Messages.content(message, device.value(DisplayVariables.LANGUAGE));
      lines.add(new Screen.Line(place(message), content.format(), content.content()));
    }
    for (int evse = 1; evse <= config.outlets().size(); evse++) {
      outlet(lines, evse, now);
    }
    return lines;
  }

  private void outlet(List<Screen.Line> lines, int at, Moment now) {
    Optional<Bill> bill = bill(at);
    Optional<Words> said = Optional.ofNullable(words.get(at));
    said.flatMap(Words::text)
        .or(() -> description(bill, at, now))
        .ifPresent(t -> lines.add(new Screen.Line(at, MessageFormat.UTF8, t)));
    bill.flatMap(this::cost)
        .or(() -> said.flatMap(Words::cost))
        .ifPresent(c -> lines.add(new Screen.Line(at, MessageFormat.UTF8, c)));
    boolean free =
        bill.isEmpty()
            && !web.at(at, now.instant())
            && status(at)
                .filter(
                    s ->
                        s == ConnectorStatus.Status.FAULTED
                            || s == ConnectorStatus.Status.UNAVAILABLE)
                .isEmpty();
    if (free) {
      web.address(at, now.instant())
          .ifPresent(a -> lines.add(new Screen.Line(at, MessageFormat.QRCODE, a)));
    }
  }

  /** What a tariff says of itself: that of the transaction, or of the outlet (I07). */
  private Optional<String> description(Optional<Bill> bill, int at, Moment now) {
    return bill.flatMap(b -> b.account().tariff())
        .or(() -> bill.isEmpty() ? tariffs.defaultAt(at, now.instant()) : Optional.empty())
        .map(Tariff::description)
        .flatMap(this::chosen);
  }

  /** The outlet at which a message is shown: its own, or that of its transaction. */
  private int place(MessageInfo message) {
    return message
        .transactionId()
        .flatMap(tariffs::find)
        .map(Bill::evse)
        .orElseGet(() -> Messages.evse(message));
  }

  private boolean applies(MessageInfo message) {
    int at = place(message);
    return message.state().isEmpty()
        || IntStream.rangeClosed(1, config.outlets().size())
            .filter(evse -> at == 0 || at == evse)
            .anyMatch(evse -> state(evse) == message.state().get());
  }

  private Optional<ConnectorStatus.Status> status(int evse) {
    return statuses.get().stream()
        .filter(s -> s.evse() == evse)
        .map(ConnectorStatus::status)
        .findFirst();
  }

  private MessageState state(int evse) {
    Optional<Bill> bill = bill(evse);
    return switch (status(evse).orElse(ConnectorStatus.Status.UNAVAILABLE)) {
      case FAULTED -> MessageState.FAULTED;
      case UNAVAILABLE -> MessageState.UNAVAILABLE;
      case AVAILABLE, RESERVED -> MessageState.IDLE;
      case OCCUPIED -> {
        if (bill.isEmpty()) {
          yield MessageState.IDLE;
        }
        boolean out =
            bill.get().account().last().map(Reading::watts).filter(w -> w.signum() < 0).isPresent();
        yield !bill.get().charging()
            ? MessageState.SUSPENDED
            : out ? MessageState.DISCHARGING : MessageState.CHARGING;
      }
    };
  }

  @Override
  public OptionalLong dueNanos(Moment now) {
    if (screen.isEmpty()) {
      return OptionalLong.empty();
    }
    boolean moves =
        turning
            || !words.isEmpty()
            || shown.stream().anyMatch(l -> l.format() == MessageFormat.QRCODE);
    if (moves) {
      return OptionalLong.of(now.nanos() + LOOK_NANOS);
    }
    return messages()
        .nextEdge(now.instant())
        .map(
            edge ->
                OptionalLong.of(
                    now.nanos()
                        + Math.clamp(
                                Duration.between(now.instant(), edge).toMillis(), 0, LONGEST_MILLIS)
                            * 1_000_000L))
        .orElse(OptionalLong.empty());
  }
}
