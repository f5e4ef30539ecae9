package energy.ebbflow.ocpp.billing;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.device.ClockVariables;
import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.TariffVariables;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.outbox.Companion;
import energy.ebbflow.ocpp.outbox.OpenTransaction;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.tariff.Account;
import energy.ebbflow.ocpp.tariff.AccountState;
import energy.ebbflow.ocpp.tariff.Invoice;
import energy.ebbflow.ocpp.tariff.Payment;
import energy.ebbflow.ocpp.tariff.Reading;
import energy.ebbflow.ocpp.time.Correction;
import energy.ebbflow.ocpp.v2.tariff.EvseKind;
import energy.ebbflow.ocpp.v2.tariff.Tariff;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts of the open transactions. Each is kept together with the event or the sample that
 * moves it, so that a transaction that outlives a crash costs what it costs. Thread-safe: readings
 * come on the thread that reports them, everything else on the link's.
 */
public final class Ledger implements Companion {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
  private static final String CHARGING = "Charging";

  /** Events that say what the transaction costs now, however short ago that was said. */
  private static final Set<String> TELLING = Set.of("RunningCost", "TariffChanged");

  /** Our own: a station that runs keeps a sample every 5 s. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final OcppConfig config;
  private final StationStore store;
  private final DeviceModel device;
  private final TariffShelf shelf;
  private final Map<String, Bill> bills = new TreeMap<>();
  private final Set<String> ended = new TreeSet<>();

  public Ledger(OcppConfig config, StationStore store, DeviceModel device, TariffShelf shelf) {
    this.config = config;
    this.store = store;
    this.device = device;
    this.shelf = shelf;
    Set<String> open = transactions(store);
    RecordReader reader = RecordReader.forgiving(WireVersion.STORE);
    store
        .kept(StationStore.ACCOUNTS)
        .forEach(
            (id, row) -> {
              try {
                if (open.contains(id)) {
                  bills.put(id, reader.read(StrictJson.parse(row), Bill.class));
                } else {
                  store.forget(StationStore.ACCOUNTS, id);
                }
              } catch (JsonFault e) {
                LOG.error("the account of a transaction cannot be read: {}", e.text());
              }
            });
    store.companion(this);
  }

  private static String text(Record record) {
    return StrictJson.write(new RecordWriter(WireVersion.STORE).write(record));
  }

  /** Zone of the times in tariffs. */
  private ZoneId zone() {
    try {
      return ZoneId.of(device.value(ClockVariables.TIME_ZONE));
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  @Override
  public synchronized Word event(StationEvent.Transaction event) {
    Bill bill = bills.get(event.transaction());
    if (bill == null) {
      if (event.kind() == Kind.ENDED) {
        return new Word(Addition.NONE, Optional.empty());
      }
      bill = opened(event);
    } else {
      bill = owned(moved(bill, event), event);
    }
    Addition addition = addition(bill, event);
    boolean cost = addition.costDetails().isPresent();
    bill =
        bill.told(
            cost ? Optional.of(event.at()) : Optional.empty(),
            bill.limitUntold() && addition.limit().isEmpty());
    bills.put(event.transaction(), bill);
    if (event.kind() == Kind.ENDED) {
      // Until it is on disk it may be reported again.
      ended.add(event.transaction());
      return new Word(addition, Optional.empty());
    }
    return new Word(addition, Optional.of(text(bill)));
  }

  private Bill opened(StationEvent.Transaction event) {
    Payment payment = event.remoteStart().map(shelf::payment).orElse(Payment.UNKNOWN);
    EvseKind kind =
        config.outlets().get(event.evse() - 1).directCurrent() ? EvseKind.DC : EvseKind.AC;
    Account account = new Account(AccountState.initial(kind, payment));
    boolean charging = event.chargingState().equals(CHARGING);
    Reading first =
        event.samples().isEmpty()
            ? new Reading(event.at(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, charging)
            : reading(event.samples().getFirst(), charging);
    // A transaction of a firmware that kept no accounts has no beginning that could be priced.
    boolean begins = event.kind() == Kind.STARTED;
    Optional<TariffShelf.Choice> choice =
        begins && device.flag(TariffVariables.TARIFF_ENABLED)
            ? shelf.choose(event.evse(), event.token(), event.at())
            : Optional.empty();
    account.begin(first, choice.map(TariffShelf.Choice::tariff), zone());
    return Bill.opened(
            event.transaction(), event.evse(), event.at(), event.token(), account.state())
        .owned(choice.filter(TariffShelf.Choice::driver).isPresent())
        .seen(charging, soc(event.samples()));
  }

  /** An event may tell once more what was counted before. */
  private static boolean known(Bill bill, Reading next, Instant told) {
    return !next.at().isAfter(bill.heard()) && next.at().isBefore(told);
  }

  /** Time in which the station was dead is nobody's; the energy of its meter was delivered. */
  private static boolean interrupted(Bill bill, Reading next, StationEvent.Transaction event) {
    return event.kind() == Kind.ENDED
        && event.trigger().equals("AbnormalCondition")
        && Duration.between(bill.heard(), next.at()).compareTo(SILENCE) > 0;
  }

  private static Optional<Double> soc(List<MeterSample> samples) {
    return samples.isEmpty() ? Optional.empty() : samples.getLast().socPercent();
  }

  private Bill moved(Bill bill, StationEvent.Transaction event) {
    Account account = new Account(bill.account());
    boolean after = event.chargingState().equals(CHARGING);
    for (int i = 0; i < event.samples().size(); i++) {
      MeterSample sample = event.samples().get(i);
      boolean last = i == event.samples().size() - 1;
      Reading next = reading(sample, last ? after : bill.charging());
      if (!known(bill, next, event.at())) {
        account.advance(interrupted(bill, next, event) ? next.at(bill.heard()) : next, zone());
      }
    }
    return bill.with(account.state()).seen(after, soc(event.samples()));
  }

  /** A user who shows up in a transaction that runs brings the own tariff along. */
  private Bill owned(Bill bill, StationEvent.Transaction event) {
    if (bill.token().isPresent() || event.token().isEmpty()) {
      return bill;
    }
    Bill owned = bill.of(event.token().get());
    Optional<TariffShelf.Choice> choice =
        device.flag(TariffVariables.TARIFF_ENABLED)
            ? shelf
                .choose(event.evse(), event.token(), event.at())
                .filter(TariffShelf.Choice::driver)
            : Optional.empty();
    if (choice.isEmpty()) {
      return owned;
    }
    Account account = new Account(owned.account());
    account.change(choice.get().tariff(), event.at());
    return owned.with(account.state()).owned(true);
  }

  private static Reading reading(MeterSample sample, boolean charging) {
    return new Reading(
        sample.at(),
        BigDecimal.valueOf(sample.importedWh()).subtract(BigDecimal.valueOf(sample.exportedWh())),
        BigDecimal.valueOf(sample.powerWatts()),
        sample.phaseAmps().stream()
            .map(BigDecimal::valueOf)
            .reduce(BigDecimal.ZERO, BigDecimal::add),
        charging);
  }

  private Addition addition(Bill bill, StationEvent.Transaction event) {
    boolean whole = event.kind() == Kind.ENDED;
    boolean named =
        whole || event.kind() == Kind.STARTED || event.trigger().equals("TariffChanged");
    boolean wanted =
        whole
            || (device.flag(TariffVariables.RUNNING_COST)
                && (TELLING.contains(event.trigger()) || costDue(bill, event.at())));
    return new Addition(
        named ? bill.account().tariff().map(Tariff::tariffId) : Optional.empty(),
        wanted
            ? Invoice.of(bill.account(), whole).map(new RecordWriter(WireVersion.STORE)::write)
            : Optional.<JsonNode>empty(),
        bill.limitUntold() && event.trigger().equals("LimitSet") ? bill.limit() : Optional.empty());
  }

  private boolean costDue(Bill bill, Instant now) {
    int seconds = device.number(TariffVariables.COST_INTERVAL);
    return bill.costTold().map(t -> !now.isBefore(t.plusSeconds(seconds))).orElse(true);
  }

  @Override
  public synchronized Optional<String> sample(String transaction, MeterSample sample) {
    Bill bill = bills.get(transaction);
    if (bill == null) {
      return Optional.empty();
    }
    Account account = new Account(bill.account());
    account.advance(reading(sample, bill.charging()), zone());
    Bill next = bill.with(account.state()).seen(bill.charging(), sample.socPercent());
    bills.put(transaction, next);
    return Optional.of(text(next));
  }

  /** Open transactions as they stand. */
  public synchronized List<Bill> open() {
    return bills.values().stream().filter(b -> !ended.contains(b.transaction())).toList();
  }

  /** Forgets those whose end is on disk, and says which they were. */
  synchronized List<Bill> closed() {
    if (ended.isEmpty()) {
      return List.of();
    }
    Set<String> open = transactions(store);
    List<Bill> closed =
        ended.stream()
            .filter(id -> !open.contains(id))
            .map(bills::get)
            .filter(Objects::nonNull)
            .toList();
    closed.forEach(
        b -> {
          ended.remove(b.transaction());
          bills.remove(b.transaction());
        });
    return closed;
  }

  @Override
  public synchronized Map<String, String> corrected(Correction correction) {
    Map<String, String> texts = new TreeMap<>();
    bills.replaceAll((id, bill) -> bill.corrected(correction));
    bills.forEach((id, bill) -> texts.put(id, text(bill)));
    return texts;
  }

  private static Set<String> transactions(StationStore store) {
    return store.openTransactions().stream()
        .map(OpenTransaction::transaction)
        .collect(Collectors.toSet());
  }

  public synchronized Optional<Bill> find(String transaction) {
    return Optional.ofNullable(bills.get(transaction));
  }

  /** Another tariff counts from now on (I11.FR.08). */
  void change(String transaction, Tariff tariff, Instant now) {
    alter(
        transaction,
        bill -> {
          Account account = new Account(bill.account());
          account.change(tariff, now);
          return bill.with(account.state()).owned(true);
        });
  }

  /** An outlet was kept for the transaction before it began (I12.FR.07). */
  public void reserved(String transaction, Duration time) {
    alter(
        transaction,
        bill -> {
          Account account = new Account(bill.account());
          account.reserved(time);
          return bill.with(account.state());
        });
  }

  /** Keeps a bill that has changed; one that is gone, or is as before, is left alone. */
  synchronized void alter(String transaction, UnaryOperator<Bill> change) {
    Bill before = bills.get(transaction);
    if (before == null) {
      return;
    }
    Bill after = change.apply(before);
    if (!after.equals(before)) {
      store.keep(StationStore.ACCOUNTS, transaction, text(after));
      bills.put(transaction, after);
    }
  }

  /** Whether the running cost of a transaction is to be told. */
  boolean costDue(Bill bill, boolean reckoned, Instant now) {
    return reckoned && device.flag(TariffVariables.RUNNING_COST) && costDue(bill, now);
  }
}
