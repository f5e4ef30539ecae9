package energy.ebbflow.ocpp.billing;

import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.tariff.Payment;
import energy.ebbflow.ocpp.tariff.TariffBook;
import energy.ebbflow.ocpp.v2.tariff.Tariff;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tariffs that wait for transactions: the defaults of the outlets and those of drivers. Both
 * outlive a restart. Thread-safe.
 */
public final class TariffShelf {
  private static final Logger LOG = LoggerFactory.getLogger(TariffShelf.class);
  private static final String DEFAULTS = "default tariff";
  private static final String DRIVERS = "driver tariff";

  /** Drivers' tariffs; the one that was told longest ago goes first. */
  static final int MAX_DRIVERS = 50;

  /** Remote starts whose transaction has not begun yet. */
  private static final int MAX_PAYMENTS = 16;

  private final StationStore store;
  private final Map<String, Driver> drivers = new LinkedHashMap<>();
  private final Map<Integer, Payment> payments = new LinkedHashMap<>();
  private TariffBook book;

  /**
   * What holds for a user.
   *
   * @param tariff absent: the back office reckons alone (HandleFailedTariff CentralCost)
   */
  public record Driver(IdToken token, Optional<Tariff> tariff) {}

  /**
   * The tariff of a transaction that begins.
   *
   * @param driver the user's own, otherwise the default of the outlet
   */
  record Choice(Tariff tariff, boolean driver) {}

  public TariffShelf(StationStore store) {
    this.store = store;
    this.book = new TariffBook(read(store, DEFAULTS, TariffBook.Default.class));
    read(store, DRIVERS, Driver.class).forEach(d -> drivers.put(key(d.token()), d));
  }

  private static <T extends Record> List<T> read(StationStore store, String area, Class<T> type) {
    RecordReader reader = RecordReader.forgiving(WireVersion.STORE);
    return store.kept(area).values().stream()
        .map(
            row -> {
              try {
                return Optional.of(reader.read(StrictJson.parse(row), type));
              } catch (JsonFault e) {
                LOG.error("a {} of the store is dropped: {}", area, e.text());
                return Optional.<T>empty();
              }
            })
        .flatMap(Optional::stream)
        .toList();
  }

  /** Tokens compare without case (OCPP 2.1 part 2, IdTokenType). */
  private static String key(IdToken token) {
    return token.type() + ":" + token.value().toLowerCase(Locale.ROOT);
  }

  synchronized TariffBook book() {
    return book;
  }

  synchronized void book(TariffBook next) {
    if (next.equals(book)) {
      return;
    }
    RecordWriter writer = new RecordWriter(WireVersion.STORE);
    Map<String, String> rows = new TreeMap<>();
    for (int i = 0; i < next.defaults().size(); i++) {
      rows.put("%03d".formatted(i), StrictJson.write(writer.write(next.defaults().get(i))));
    }
    store.keepAll(DEFAULTS, rows);
    book = next;
  }

  /** The tariff for a transaction at an outlet; a user's own goes before the outlet's (I08). */
  synchronized Optional<Choice> choose(int evse, Optional<IdToken> token, Instant now) {
    Optional<Driver> driver = token.map(TariffShelf::key).map(drivers::get);
    if (driver.isPresent()) {
      return driver.get().tariff().map(t -> new Choice(t, true));
    }
    return book.at(evse, now).map(t -> new Choice(t, false));
  }

  /** What holds for the next transactions of a user; {@code tariff} absent: none of the station. */
  synchronized void driver(IdToken token, Optional<Tariff> tariff) {
    Driver next = new Driver(token, tariff);
    String key = key(token);
    if (next.equals(drivers.get(key))) {
      return;
    }
    drivers.remove(key);
    if (drivers.size() >= MAX_DRIVERS) {
      String oldest = drivers.keySet().iterator().next();
      store.forget(DRIVERS, oldest);
      drivers.remove(oldest);
    }
    store.keep(DRIVERS, key, StrictJson.write(new RecordWriter(WireVersion.STORE).write(next)));
    drivers.put(key, next);
  }

  /** The default of the outlets holds for a user again. */
  synchronized void forget(IdToken token) {
    if (drivers.remove(key(token)) != null) {
      store.forget(DRIVERS, key(token));
    }
  }

  /** Nothing holds for any user (C11). */
  public synchronized void forgetDrivers() {
    if (!drivers.isEmpty()) {
      store.keepAll(DRIVERS, Map.of());
      drivers.clear();
    }
  }

  synchronized List<Driver> drivers() {
    return List.copyOf(drivers.values());
  }

  /** How the transaction of a remote start will be paid. */
  public synchronized void announce(int remoteStart, Payment payment) {
    if (payment.equals(Payment.UNKNOWN)) {
      return;
    }
    if (payments.size() >= MAX_PAYMENTS) {
      payments.remove(payments.keySet().iterator().next());
    }
    payments.put(remoteStart, payment);
  }

  synchronized Payment payment(int remoteStart) {
    return Optional.ofNullable(payments.remove(remoteStart)).orElse(Payment.UNKNOWN);
  }
}
