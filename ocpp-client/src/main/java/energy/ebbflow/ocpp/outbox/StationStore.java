package energy.ebbflow.ocpp.outbox;

import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.time.Correction;
import energy.ebbflow.ocpp.time.Timescale;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The durable side of the link. Thread-safe; every method that changes something returns when it is
 * on disk, or throws {@link energy.ebbflow.ocpp.domain.StorageException} and has changed nothing.
 */
public final class StationStore implements AutoCloseable {
  /**
   * How much is kept.
   *
   * @param events on their way; beyond it every second periodic update is thinned out, oldest
   *     first; what begins or ends a transaction, or says why, stays
   * @param refused refused events kept for a person to look at
   * @param security security events, told or not
   * @param fileBytes largest file; what does not fit is refused like on a full disk
   */
  public record Limits(int events, int refused, int security, long fileBytes) {
    /** Weeks of a busy station, some 30 MB. */
    public static final Limits DEFAULT = new Limits(20_000, 500, 1_000, 128L << 20);
  }

  /** The only kind of event that may be thinned out: it begins, ends and explains nothing. */
  static final String PERIODIC = "MeterValuePeriodic";

  private static final Logger LOG = LoggerFactory.getLogger(StationStore.class);
  private static final RecordWriter WRITER = new RecordWriter(WireVersion.STORE);

  private final Database database;
  private final Pages pages;
  private final Limits limits;
  private final Timescale timescale;
  private final StoredTimes times;
  private final SecurityEvents security;
  private final Refusals refusals;
  private final Queue queue;
  private final EndedValues course;
  private volatile Supplier<EndedValues.Intervals> intervals = () -> EndedValues.Intervals.NONE;
  private volatile Companion companion = Companion.NONE;
  private final List<Runnable> releases = new CopyOnWriteArrayList<>();

  /** Where it is kept when the back office was there last. */
  public static final String OFFICE = "back office";

  public static final String LAST_SEEN = "last seen";

  /** Area of the accounts of open transactions, by transaction. */
  public static final String ACCOUNTS = "account";

  private StationStore(Database database, Signer signer, Limits limits, Timescale timescale) {
    this.database = database;
    this.pages = new Pages(database, signer);
    this.limits = limits;
    this.timescale = timescale;
    this.security = new SecurityEvents(database, this, limits.security());
    this.refusals = new Refusals(database, limits.refused());
    this.queue = new Queue(database);
    this.course = new EndedValues(database);
    this.times = new StoredTimes(database, signer, course);
    times.newest(timescale.machine()).ifPresent(timescale::startAfter);
    whenCorrected(this::correct);
  }

  /** Opens the store; the times that it is given are right. */
  public static StationStore open(Path file, Signer signer) {
    return open(file, signer, Limits.DEFAULT);
  }

  static StationStore open(Path file, Signer signer, Limits limits) {
    return open(file, signer, limits, Timescale.fixed());
  }

  /** Opens the store; the times that it is given are those of {@code timescale}. */
  public static StationStore open(Path file, Signer signer, Timescale timescale) {
    return open(file, signer, Limits.DEFAULT, timescale);
  }

  static StationStore open(Path file, Signer signer, Limits limits, Timescale timescale) {
    Database database = Database.open(file, limits.fileBytes());
    try {
      return new StationStore(database, signer, limits, timescale);
    } catch (StorageException e) {
      database.close();
      throw e;
    }
  }

  /** Time of the station, which is corrected together with what is stored. */
  public Timescale timescale() {
    return timescale;
  }

  /** Who keeps times beside this store, as long as it is open. */
  public void whenCorrected(Consumer<Correction> keeper) {
    releases.add(timescale.keeper(keeper));
  }

  /** Whether the link of this store is the one that keeps the time right, while it is open. */
  public boolean keepsTime() {
    boolean first = timescale.keep();
    if (first) {
      releases.add(timescale::release);
    }
    return first;
  }

  /** Everything that this run recorded had a wrong time. */
  private void correct(Correction correction) {
    Companion hears = companion;
    Map<String, String> accounts = hears.corrected(correction);
    try {
      synchronized (this) {
        times.correct(correction, accounts);
      }
    } catch (StorageException e) {
      hears.corrected(correction.undone());
      throw e;
    }
  }

  /** How often values are gathered for the end of a transaction, in s; thread-safe. */
  public void courseEvery(IntSupplier sampledSeconds, IntSupplier clockSeconds) {
    intervals = () -> new EndedValues.Intervals(sampledSeconds.getAsInt(), clockSeconds.getAsInt());
  }

  /** Who hears of events and samples before they are stored. */
  public void companion(Companion hears) {
    companion = hears;
  }

  /**
   * Queues an event: gives it its number, signs the values that begin and end the transaction, and
   * keeps its newest sample. A transaction is started and ended once: a second start becomes an
   * update, and an event of a transaction that does not run is not told.
   *
   * @param reported with steady times, see {@link Timescale}
   * @return the same with corrected times
   */
  public StationEvent.Transaction add(StationEvent.Transaction reported, boolean offline) {
    return timescale.recording(() -> addNow(timescale.correction().of(reported), offline));
  }

  /** The same for an event whose times are corrected already. */
  public StationEvent.Transaction addNow(StationEvent.Transaction event, boolean offline) {
    return timescale.recording(
        () -> {
          // Outside the lock: whoever accompanies has one of its own, and takes this one within it.
          add(event, offline, companion.event(event));
          return event;
        });
  }

  /** Somebody knows what time it is: after a restart it is not earlier. */
  public synchronized void known(Instant now) {
    times.known(now);
  }

  private synchronized void add(
      StationEvent.Transaction reported, boolean offline, Companion.Word word) {
    database.atomically(
        "transaction event",
        () -> {
          OptionalInt next = nextSeqNo(reported.transaction());
          if (next.isEmpty() && reported.kind() != Kind.STARTED) {
            LOG.warn("{} of a transaction that does not run; it is not told", reported.kind());
            return false;
          }
          int seq = next.orElse(0);
          StationEvent.Transaction event = next.isPresent() ? resumed(reported) : reported;
          StationEvent.Transaction told = times.asBegun(withoutKnownToken(event));
          List<String> signed = pages.of(event, told.samples());
          List<EndedValue> gathered =
              event.kind() == Kind.ENDED
                  ? times.asBegun(event.transaction(), course.ended(event.transaction()))
                  : List.of();
          database.update(
              "INSERT INTO event (tx, kind, trigger, seq, offline, body, signed)"
                  + " VALUES (?,?,?,?,?,?,?)",
              event.transaction(),
              event.kind().name(),
              event.trigger(),
              seq,
              offline ? 1 : 0,
              StrictJson.write(WRITER.write(told)),
              StrictJson.write(
                  WRITER.write(
                      new Signatures(
                          signed,
                          Optional.of(times.asBegun(event.transaction(), word.addition())),
                          gathered))));
          follow(event, seq);
          if (event.kind() == Kind.UPDATED && !event.samples().isEmpty()) {
            course.take(event.transaction(), event.samples().getLast(), intervals.get());
          }
          if (event.kind() == Kind.ENDED) {
            database.update(
                "DELETE FROM kept WHERE area=? AND name=?", ACCOUNTS, event.transaction());
            times.forget(event.transaction());
          } else {
            keepAccount(event.transaction(), word.account());
          }
          thinOut();
          return true;
        });
  }

  private void keepAccount(String transaction, Optional<String> account) throws SQLException {
    if (account.isPresent()) {
      database.update(
          "INSERT OR REPLACE INTO kept (area, name, value) VALUES (?,?,?)",
          ACCOUNTS,
          transaction,
          account.get());
    }
  }

  /**
   * A token is told once, and again by whom the transaction is stopped (E03, E07): it is personal
   * data and belongs to the moment in which it was shown.
   */
  private StationEvent.Transaction withoutKnownToken(StationEvent.Transaction event)
      throws SQLException {
    if (event.token().isEmpty() || event.trigger().equals("StopAuthorized")) {
      return event;
    }
    try (ResultSet rows =
        database.with("SELECT token FROM tx WHERE id=?", event.transaction()).executeQuery()) {
      if (!rows.next() || !tokenText(event).equals(rows.getString(1))) {
        return event;
      }
    }
    return event.nameless();
  }

  /** A start of a transaction that runs is no second start but a part of it. */
  private static StationEvent.Transaction resumed(StationEvent.Transaction event) {
    return event.kind() == Kind.STARTED ? event.as(Kind.UPDATED) : event;
  }

  private static String tokenText(StationEvent.Transaction event) {
    return event.token().map(t -> StrictJson.write(WRITER.write(t))).orElse("");
  }

  private OptionalInt nextSeqNo(String transaction) throws SQLException {
    try (ResultSet rows =
        database.with("SELECT seq FROM tx WHERE id=?", transaction).executeQuery()) {
      return rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty();
    }
  }

  private void follow(StationEvent.Transaction event, int seq) throws SQLException {
    if (event.kind() == Kind.ENDED) {
      database.update("DELETE FROM tx WHERE id=?", event.transaction());
      return;
    }
    String latest =
        event.samples().isEmpty() ? "" : StrictJson.write(WRITER.write(event.samples().getLast()));
    int known =
        database.update(
            "UPDATE tx SET seq=?, state=?, latest=CASE ? WHEN '' THEN latest ELSE ? END,"
                + " token=CASE ? WHEN '' THEN token ELSE ? END WHERE id=?",
            seq + 1,
            event.chargingState(),
            latest,
            latest,
            tokenText(event),
            tokenText(event),
            event.transaction());
    if (known == 0) {
      database.update(
          "INSERT INTO tx (id, evse, opened, state, latest, seq, token) VALUES (?,?,?,?,?,?,?)",
          event.transaction(),
          event.evse(),
          StrictJson.write(WRITER.write(event)),
          event.chargingState(),
          latest,
          seq + 1,
          tokenText(event));
    }
  }

  private void thinOut() throws SQLException {
    int count = count("SELECT COUNT(*) FROM event");
    if (count <= limits.events()) {
      return;
    }
    // Every second periodic update of the older half: the curve gets coarser, no register is lost.
    database.update(
        "DELETE FROM event WHERE row IN (SELECT row FROM (SELECT row,"
            + " ROW_NUMBER() OVER (ORDER BY row) AS place FROM event WHERE kind='UPDATED'"
            + " AND trigger=? AND row > (SELECT MIN(row) FROM event)"
            + " ORDER BY row LIMIT ?) WHERE place % 2 = 0)",
        PERIODIC, Math.max(2, limits.events() / 2));
  }

  /**
   * The oldest event that is still to be sent. One that cannot be read is kept for people: those
   * behind it get through.
   *
   * @param leaves hears of each such event before it leaves
   */
  public Optional<QueuedEvent> oldest(Consumer<Unreadable> leaves) {
    Queue.Look look = look();
    while (look.unreadable().isPresent()) {
      Unreadable event = look.unreadable().get();
      LOG.error("event {} of the store cannot be read: it leaves", event.row());
      leaves.accept(event);
      refusedForGood(event.row(), "this firmware cannot read it");
      look = look();
    }
    return look.event();
  }

  private synchronized Queue.Look look() {
    return database.reading("the queue", queue::look);
  }

  /** The back office has it. */
  public synchronized void delivered(long row) {
    database.atomically("delivery", () -> database.update("DELETE FROM event WHERE row=?", row));
  }

  /** The back office refused it this time. Returns how often that has happened. */
  public synchronized int refusedOnce(long row) {
    return database.atomically("refusal", () -> refusals.once(row));
  }

  /** The back office will never take it: it leaves the queue and is kept for people. */
  public synchronized void refusedForGood(long row, String reason) {
    database.atomically(
        "refusal",
        () -> {
          refusals.forGood(row, reason);
          return true;
        });
  }

  /** How many events are still to be sent. */
  public synchronized int queued() {
    return database.atomically("reading", () -> count("SELECT COUNT(*) FROM event"));
  }

  /** How many events the back office refused for good and that are still kept. */
  public synchronized int refused() {
    return database.atomically("reading", refusals::kept);
  }

  /** Whether an event of this transaction is still to be sent. */
  public synchronized boolean queued(String transaction) {
    return database.atomically(
        "reading",
        () -> {
          try (ResultSet rows =
              database.with("SELECT 1 FROM event WHERE tx=? LIMIT 1", transaction).executeQuery()) {
            return rows.next();
          }
        });
  }

  private int count(String sql) throws SQLException {
    try (ResultSet rows = database.with(sql).executeQuery()) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  /** The transactions that were started and not ended, oldest first. */
  public synchronized List<OpenTransaction> openTransactions() {
    return database.atomically("reading", () -> OpenTransaction.all(database));
  }

  /** Keeps the newest meter values of an open transaction without sending them. */
  public void keepSample(String transaction, MeterSample sample) {
    timescale.recording(
        () -> {
          MeterSample now = timescale.correction().of(sample);
          return keepSample(transaction, now, companion.sample(transaction, now));
        });
  }

  private synchronized int keepSample(
      String transaction, MeterSample sample, Optional<String> account) {
    return database.atomically(
        "meter sample",
        () -> {
          int open =
              database.update(
                  "UPDATE tx SET latest=? WHERE id=?",
                  StrictJson.write(WRITER.write(sample)),
                  transaction);
          if (open > 0) {
            course.take(transaction, sample, intervals.get());
            keepAccount(transaction, account);
          }
          return open;
        });
  }

  /** What concerns security: queued for the back office, and kept as the station's log. */
  public SecurityEvents security() {
    return security;
  }

  /** A whole area of kept values: profiles, variables. */
  public synchronized Map<String, String> kept(String area) {
    return database.atomically(
        "reading",
        () -> {
          Map<String, String> values = new TreeMap<>();
          try (ResultSet rows =
              database.with("SELECT name, value FROM kept WHERE area=?", area).executeQuery()) {
            while (rows.next()) {
              values.put(rows.getString(1), rows.getString(2));
            }
          }
          return values;
        });
  }

  /** Keeps one value. */
  public synchronized void keep(String area, String name, String value) {
    database.atomically(
        area,
        () ->
            database.update(
                "INSERT OR REPLACE INTO kept (area, name, value) VALUES (?,?,?)",
                area,
                name,
                value));
  }

  /** Forgets one value. */
  public synchronized void forget(String area, String name) {
    database.atomically(
        area, () -> database.update("DELETE FROM kept WHERE area=? AND name=?", area, name));
  }

  /** Replaces a whole area. */
  public synchronized void keepAll(String area, Map<String, String> values) {
    database.atomically(
        area,
        () -> {
          database.update("DELETE FROM kept WHERE area=?", area);
          for (Map.Entry<String, String> value : values.entrySet()) {
            database.update(
                "INSERT INTO kept (area, name, value) VALUES (?,?,?)",
                area,
                value.getKey(),
                value.getValue());
          }
          return values.size();
        });
  }

  @Override
  public void close() {
    // Outside the lock: a correction that is under way takes it.
    releases.forEach(Runnable::run);
    releases.clear();
    synchronized (this) {
      database.close();
    }
  }
}
