package energy.ebbflow.ocpp.billing;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.device.ClockVariables;
import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.Key;
import energy.ebbflow.ocpp.device.TariffVariables;
import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Moment;
import energy.ebbflow.ocpp.profile.Refusal;
import energy.ebbflow.ocpp.tariff.Payment;
import energy.ebbflow.ocpp.tariff.TariffBook;
import energy.ebbflow.ocpp.tariff.TariffRules;
import energy.ebbflow.ocpp.token.TokenVerdict;
import energy.ebbflow.ocpp.upkeep.Effect;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.upkeep.Service;
import energy.ebbflow.ocpp.v2.authorization.AdditionalInfo;
import energy.ebbflow.ocpp.v2.operation.EventData;
import energy.ebbflow.ocpp.v2.operation.EventNotification;
import energy.ebbflow.ocpp.v2.operation.EventTrigger;
import energy.ebbflow.ocpp.v2.operation.NotifyEvent;
import energy.ebbflow.ocpp.v2.tariff.Tariff;
import energy.ebbflow.ocpp.v2.transaction.TransactionLimit;
import energy.ebbflow.ocpp.v2.type.Component;
import energy.ebbflow.ocpp.v2.type.Variable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Tariffs that the back office gives and takes, running costs, and bounds of transactions (blocks
 * E16, I). Confined to the link's thread; the accounts themselves are the {@link Ledger}'s.
 */
public final class Tariffs implements Service {
  /** Bounds, and the time to tell a cost, are looked at so often while there are any. */
  private static final long LOOK_NANOS = 1_000_000_000L;

  private static final String INTERNAL_TARIFF = "TariffFailed";
  private static final int MAX_TEXT = 500;
  private static final RecordReader READER = RecordReader.strict(WireVersion.V21);

  private final OcppConfig config;
  private final DeviceModel device;
  private final TariffShelf shelf;
  private final Ledger ledger;
  private final IntSupplier eventIds;
  private final Consumer<Effect> effects;
  private BiConsumer<Bill, Moment> closed = (bill, now) -> {};

  public Tariffs(
      OcppConfig config,
      DeviceModel device,
      TariffShelf shelf,
      Ledger ledger,
      IntSupplier eventIds,
      Consumer<Effect> effects) {
    this.config = config;
    this.device = device;
    this.shelf = shelf;
    this.ledger = ledger;
    this.eventIds = eventIds;
    this.effects = effects;
  }

  /** Who hears of transactions whose end is on disk. */
  public void closed(BiConsumer<Bill, Moment> hears) {
    closed = hears;
  }

  /** Whether the station reckons by itself. */
  public boolean enabled() {
    return device.flag(TariffVariables.TARIFF_ENABLED);
  }

  /** Open transactions as they stand. */
  public List<Bill> open() {
    return ledger.open();
  }

  public Optional<Bill> find(String transaction) {
    return ledger.find(transaction);
  }

  /** The default tariff of an outlet now. */
  public Optional<Tariff> defaultAt(int evse, Instant now) {
    return enabled() ? shelf.book().at(evse, now) : Optional.empty();
  }

  /** The default tariffs, those that will never count again left out. */
  public TariffBook book(Instant now) {
    shelf.book(shelf.book().pruned(now));
    return shelf.book();
  }

  /** Replaces the default tariffs, on disk first. */
  public void book(TariffBook next) {
    shelf.book(next);
  }

  /** Tariffs of users that are known here. */
  public List<TariffShelf.Driver> drivers() {
    return shelf.drivers();
  }

  /** Nothing holds for any user (C11). */
  public void forgetDrivers() {
    shelf.forgetDrivers();
  }

  /** A running transaction has another tariff; that is told (I11.FR.07). */
  public void change(Bill bill, Tariff tariff, Instant now) {
    ledger.change(bill.transaction(), tariff, now);
    effects.accept(new Effect.TellTransaction(bill.evse(), "TariffChanged"));
  }

  /** Why a variable cannot have a value that looks well formed. */
  public Optional<Refusal> unfit(Key key, String value) {
    if (key.folded().equals(TariffVariables.CURRENCY.folded()) && !value.matches("[A-Z]{3}")) {
      return Optional.of(new Refusal("InvalidValue", "expected three capital letters"));
    }
    if (key.folded().equals(ClockVariables.TIME_ZONE.folded()) && !zone(value)) {
      return Optional.of(new Refusal("InvalidValue", "expected a time zone as Europe/Berlin"));
    }
    return Optional.empty();
  }

  private static boolean zone(String value) {
    try {
      ZoneId.of(value);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** A remote start says by its token how it will be paid. */
  public void announced(int remoteStart, energy.ebbflow.ocpp.v2.authorization.IdToken token) {
    shelf.announce(
        remoteStart, new Payment(info(token, "PaymentBrand"), info(token, "PaymentRecognition")));
  }

  private static Optional<String> info(
      energy.ebbflow.ocpp.v2.authorization.IdToken token, String type) {
    return token.additionalInfo().stream()
        .filter(i -> i.type().equals(type))
        .map(AdditionalInfo::additionalIdToken)
        .findFirst();
  }

  /**
   * The back office said something of a token, perhaps with a tariff (I08). A tariff that cannot be
   * reckoned with is a problem, and what becomes of the user is configured.
   */
  public TokenVerdict judged(
      IdToken token, TokenVerdict said, Optional<JsonNode> tariff, Moment now) {
    if (!said.says(TokenVerdict.ACCEPTED)) {
      return said;
    }
    if (tariff.isEmpty()) {
      shelf.forget(token);
      return said;
    }
    String fault;
    try {
      Tariff read = READER.read(tariff.get(), Tariff.class);
      fault =
          !enabled()
              ? "the station does not reckon by itself"
              : TariffRules.check(read).map(TariffRules.Refusal::text).orElse("");
      if (fault.isEmpty()) {
        shelf.driver(token, Optional.of(read));
        problem(Optional.empty(), now);
        return said;
      }
    } catch (JsonFault e) {
      fault = e.text();
    }
    problem(Optional.of(fault), now);
    return switch (device.value(TariffVariables.FAILED_TARIFF)) {
      case "UseDefaultTariff" -> {
        shelf.forget(token);
        yield said;
      }
      case "CentralCost" -> {
        shelf.driver(token, Optional.empty());
        yield said;
      }
      default -> new TokenVerdict(INTERNAL_TARIFF, Optional.empty());
    };
  }

  /** I08.FR.30, FR.31: told when it comes and when it goes. */
  private void problem(Optional<String> fault, Moment now) {
    boolean before = device.flag(TariffVariables.PROBLEM);
    if (before == fault.isPresent() && fault.isEmpty()) {
      return;
    }
    device.observe(TariffVariables.PROBLEM, Boolean.toString(fault.isPresent()));
    EventData data =
        new EventData(
            eventIds.getAsInt(),
            now.instant(),
            EventTrigger.ALERTING,
            Optional.empty(),
            Boolean.toString(fault.isPresent()),
            fault.map(f -> "UnsupportedParam"),
            fault.map(f -> f.length() > MAX_TEXT ? f.substring(0, MAX_TEXT) : f),
            fault.isPresent() ? Optional.empty() : Optional.of(true),
            Optional.empty(),
            new Component(Optional.empty(), TariffVariables.PROBLEM.component(), Optional.empty()),
            Optional.empty(),
            EventNotification.HARD_WIRED_NOTIFICATION,
            new Variable(TariffVariables.PROBLEM.variable(), Optional.empty()),
            Optional.empty());
    effects.accept(
        new Effect.Tell(
            new Notice.Plain(
                NotifyEvent.ACTION,
                new NotifyEvent.Request(now.instant(), Optional.empty(), 0, List.of(data)),
                true)));
  }

  /** The back office answered an event: what it reckons (I02, I03), and bounds (E16.FR.02). */
  public void heard(
      String transaction, Optional<BigDecimal> cost, Optional<TransactionLimit> limit) {
    cost.ifPresent(c -> costs(transaction, c));
    limit.ifPresent(given -> ledger.alter(transaction, bill -> bill.bounded(given)));
  }

  /** The back office says what a transaction has cost so far. */
  public void costs(String transaction, BigDecimal cost) {
    ledger.alter(transaction, bill -> bill.costs(cost));
  }

  @Override
  public void tick(Moment now) {
    for (Bill bill : ledger.closed()) {
      bill.token().filter(token -> unused(bill, token)).ifPresent(shelf::forget);
      closed.accept(bill, now);
    }
    for (Bill bill : ledger.open()) {
      if (bill.limitUntold()) {
        effects.accept(new Effect.TellTransaction(bill.evse(), "LimitSet"));
      }
      if (ledger.costDue(bill, !bill.account().segments().isEmpty(), now.instant())) {
        effects.accept(new Effect.TellTransaction(bill.evse(), "RunningCost"));
      }
      if (bill.over().isEmpty()) {
        Reached.by(bill, now.instant()).ifPresent(reached -> end(bill, reached));
      }
    }
  }

  /** A driver's tariff goes with the last transaction that uses it, unless the cache keeps it. */
  private boolean unused(Bill bill, IdToken token) {
    return bill.driverTariff()
        && !device.flag(Variables.CACHE_ENABLED)
        && ledger.open().stream().noneMatch(b -> b.token().equals(Optional.of(token)));
  }

  private void end(Bill bill, Reached reached) {
    ledger.alter(bill.transaction(), b -> b.ended(reached.trigger()));
    effects.accept(
        new Effect.Command(
            new BackOfficeCommand.End(
                bill.transaction(), reached.reason(), reached.trigger(), Optional.empty())));
  }

  @Override
  public OptionalLong dueNanos(Moment now) {
    boolean running = device.flag(TariffVariables.RUNNING_COST);
    boolean watched =
        ledger.open().stream()
            .anyMatch(
                b ->
                    b.limitUntold()
                        || (b.limit().isPresent() && b.over().isEmpty())
                        || (running && !b.account().segments().isEmpty()));
    return watched ? OptionalLong.of(now.nanos() + LOOK_NANOS) : OptionalLong.empty();
  }

  /** How many outlets there are. */
  public int outlets() {
    return config.outlets().size();
  }
}
