package energy.ebbflow.ocpp.reservation;

import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.ReservationVariables;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.ConnectorStatus;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Moment;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.token.KnownTokens;
import energy.ebbflow.ocpp.upkeep.Effect;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.upkeep.Service;
import energy.ebbflow.ocpp.v2.reservation.ReservationStatusUpdate.UpdateStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reservations of the station (block H; 1.6, 5.3 and 5.13). Kept over a restart. The outlets
 * know nothing of them: a token that may not is refused before it reaches them, and a free outlet
 * that is kept is told as reserved. Confined to the link's thread.
 */
public final class Reservations implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(Reservations.class);
  private static final String AREA = "reservation";
  private static final String USED = "used reservation";

  /** Clocks may be set: an end is looked at this often at least. */
  private static final long LONGEST_MILLIS = 60_000;

  private final OcppConfig config;
  private final StationStore store;
  private final DeviceModel device;
  private final KnownTokens tokens;
  private final Consumer<Effect> effects;
  private final Map<Integer, Reservation> held = new TreeMap<>();
  private final Map<String, String> used;
  private final Map<Integer, ConnectorStatus.Status> states = new TreeMap<>();
  private BiConsumer<String, Duration> began = (transaction, kept) -> {};

  public Reservations(
      OcppConfig config,
      StationStore store,
      DeviceModel device,
      KnownTokens tokens,
      Consumer<Effect> effects) {
    this.config = config;
    this.store = store;
    this.device = device;
    this.tokens = tokens;
    this.effects = effects;
    this.used = new TreeMap<>(store.kept(USED));
    RecordReader reader = RecordReader.forgiving(WireVersion.STORE);
    store
        .kept(AREA)
        .forEach(
            (id, row) -> {
              try {
                Reservation one = reader.read(StrictJson.parse(row), Reservation.class);
                held.put(one.id(), one);
              } catch (JsonFault e) {
                LOG.error("reservation {} of the store is dropped: {}", id, e.text());
              }
            });
  }

  /** Who hears how long an outlet was kept for a transaction. */
  public void began(BiConsumer<String, Duration> hears) {
    began = hears;
  }

  /** OCPP's ReserveNowStatusEnumType. */
  public enum Outcome {
    ACCEPTED,
    FAULTED,
    OCCUPIED,
    REJECTED,
    UNAVAILABLE
  }

  /** Keeps an outlet; one with the same number is replaced (H01.FR.02). */
  public Outcome reserve(Reservation asked, Instant now) {
    Reservation wanted = asked.made(now);
    if (!device.flag(ReservationVariables.ENABLED)
        || !now.isBefore(wanted.until())
        || wanted.evse() > config.outlets().size()
        || fitting(wanted).isEmpty()) {
      return Outcome.REJECTED;
    }
    Optional<Reservation> before = Optional.ofNullable(held.get(wanted.id()));
    before.ifPresent(b -> held.remove(b.id()));
    Outcome outcome = wanted.evse() == 0 ? anywhere(wanted) : at(wanted.evse());
    // It holds until the other one is on disk.
    before.ifPresent(b -> held.put(b.id(), b));
    if (outcome == Outcome.ACCEPTED) {
      store.keep(
          AREA,
          Integer.toString(wanted.id()),
          StrictJson.write(new RecordWriter(WireVersion.STORE).write(wanted)));
      held.put(wanted.id(), wanted);
      tellStates();
    }
    return outcome;
  }

  /** Outlets with the wanted kind of connector. */
  private List<Integer> fitting(Reservation wanted) {
    return IntStream.rangeClosed(1, config.outlets().size())
        .filter(evse -> wanted.evse() == 0 || wanted.evse() == evse)
        .filter(
            evse ->
                wanted
                    .connectorType()
                    .map(t -> t.equalsIgnoreCase(config.outlets().get(evse - 1).connectorType()))
                    .orElse(true))
        .boxed()
        .toList();
  }

  private Outcome at(int evse) {
    if (specific(evse).isPresent()) {
      return Outcome.OCCUPIED;
    }
    return switch (state(evse)) {
      case AVAILABLE -> spare() > 0 ? Outcome.ACCEPTED : Outcome.OCCUPIED;
      case OCCUPIED, RESERVED -> Outcome.OCCUPIED;
      case FAULTED -> Outcome.FAULTED;
      case UNAVAILABLE -> Outcome.UNAVAILABLE;
    };
  }

  private Outcome anywhere(Reservation wanted) {
    List<Integer> places = fitting(wanted);
    boolean free =
        places.stream()
            .anyMatch(
                evse ->
                    state(evse) == ConnectorStatus.Status.AVAILABLE && specific(evse).isEmpty());
    if (free && spare() > 0) {
      return Outcome.ACCEPTED;
    }
    // H01.FR.12 to 14: the best that one of them could become.
    List<ConnectorStatus.Status> found = places.stream().map(this::state).toList();
    if (free
        || found.contains(ConnectorStatus.Status.OCCUPIED)
        || found.contains(ConnectorStatus.Status.AVAILABLE)) {
      return Outcome.OCCUPIED;
    }
    return found.contains(ConnectorStatus.Status.UNAVAILABLE)
        ? Outcome.UNAVAILABLE
        : Outcome.FAULTED;
  }

  /** Free outlets that nobody has a claim on. */
  private long spare() {
    long free =
        IntStream.rangeClosed(1, config.outlets().size())
            .filter(evse -> state(evse) == ConnectorStatus.Status.AVAILABLE)
            .filter(evse -> specific(evse).isEmpty())
            .count();
    return free - held.values().stream().filter(r -> r.evse() == 0).count();
  }

  private ConnectorStatus.Status state(int evse) {
    return states.getOrDefault(evse, ConnectorStatus.Status.UNAVAILABLE);
  }

  private Optional<Reservation> specific(int evse) {
    return held.values().stream().filter(r -> r.evse() == evse).findFirst();
  }

  /** Gives an outlet free again (H02). */
  public boolean cancel(int id) {
    if (!held.containsKey(id)) {
      return false;
    }
    remove(id);
    tellStates();
    return true;
  }

  private void remove(int id) {
    store.forget(AREA, Integer.toString(id));
    held.remove(id);
  }

  private void tellStates() {
    for (int evse : states.keySet()) {
      effects.accept(new Effect.TellStatus(evse));
    }
  }

  /** Whether an outlet is kept for somebody. */
  private boolean kept(int evse) {
    // H01.FR.24: once as many are wanted as are free, each free one is kept.
    return specific(evse).isPresent()
        || (held.values().stream().anyMatch(r -> r.evse() == 0) && spare() <= 0);
  }

  /** The state of an outlet as it is told. */
  public ConnectorStatus shown(ConnectorStatus raw) {
    boolean free = raw.status() == ConnectorStatus.Status.AVAILABLE;
    return free && kept(raw.evse())
        ? new ConnectorStatus(
            raw.evse(), raw.connector(), ConnectorStatus.Status.RESERVED, raw.at())
        : raw;
  }

  /** An outlet has another state; one that fails takes its reservation along (H01.FR.16, 17). */
  public void state(ConnectorStatus raw) {
    states.put(raw.evse(), raw.status());
    boolean lost =
        raw.status() == ConnectorStatus.Status.FAULTED
            || raw.status() == ConnectorStatus.Status.UNAVAILABLE;
    Optional<Reservation> mine = lost ? specific(raw.evse()) : Optional.empty();
    mine.ifPresent(
        r -> {
          remove(r.id());
          effects.accept(
              new Effect.Tell(new Notice.ReservationEnded(r.id(), UpdateStatus.REMOVED)));
        });
  }

  /**
   * Whether somebody may use an outlet.
   *
   * @param group of the token, as far as it is known
   */
  public boolean admits(int evse, IdToken token, Optional<String> group) {
    return !kept(evse) || claim(evse, token, group).isPresent();
  }

  /** Whether asking for the group of a token could change the answer. */
  public boolean dependsOnGroup(int evse) {
    return held.values().stream()
        .anyMatch(r -> (r.evse() == evse || r.evse() == 0) && r.group().isPresent());
  }

  private Optional<Reservation> claim(int evse, IdToken token, Optional<String> group) {
    return held.values().stream()
        .filter(r -> r.evse() == evse || r.evse() == 0)
        .filter(r -> r.admits(token, group))
        // One for this very outlet goes before one for any.
        .min((a, b) -> Integer.compare(b.evse(), a.evse()));
  }

  /**
   * Where somebody may charge who names no outlet.
   *
   * @return 0 where nothing is reserved and the outlets choose themselves; absent where all are
   *     kept
   */
  public Optional<Integer> place(IdToken token, Optional<String> group) {
    if (held.isEmpty()) {
      return Optional.of(0);
    }
    List<Integer> all =
        new ArrayList<>(IntStream.rangeClosed(1, config.outlets().size()).boxed().toList());
    return all.stream()
        .filter(evse -> specific(evse).map(r -> r.admits(token, group)).orElse(false))
        .findFirst()
        .or(
            () ->
                all.stream()
                    .filter(evse -> state(evse) == ConnectorStatus.Status.AVAILABLE)
                    .filter(evse -> admits(evse, token, group))
                    .findFirst())
        .or(() -> all.stream().filter(evse -> admits(evse, token, group)).findFirst());
  }

  /**
   * The reservation that a transaction uses (H03); it is used up with the first event that names
   * its token.
   */
  public Optional<Integer> usedBy(StationEvent.Transaction event) {
    if (event.token().isEmpty()) {
      return Optional.empty();
    }
    String number = used.get(event.transaction());
    if (number != null) {
      return Optional.of(Integer.parseInt(number));
    }
    IdToken token = event.token().get();
    Optional<Reservation> claimed =
        event.kind() == StationEvent.Transaction.Kind.ENDED
            ? Optional.empty()
            : claim(event.evse(), token, tokens.groupOf(token));
    claimed.ifPresent(
        r -> {
          String id = Integer.toString(r.id());
          store.keep(USED, event.transaction(), id);
          used.put(event.transaction(), id);
          remove(r.id());
          tellStates();
          r.since()
              .ifPresent(since -> began.accept(event.transaction(), reserved(since, event.at())));
        });
    return claimed.map(Reservation::id);
  }

  /** A clock that was set back makes no time that is to be paid for. */
  private static Duration reserved(Instant since, Instant until) {
    return until.isBefore(since) ? Duration.ZERO : Duration.between(since, until);
  }

  /** The last event of a transaction is told. */
  public void forget(String transaction) {
    if (used.remove(transaction) != null) {
      store.forget(USED, transaction);
    }
  }

  @Override
  public void tick(Moment now) {
    boolean any = false;
    for (Reservation one : List.copyOf(held.values())) {
      if (!now.instant().isBefore(one.until())) {
        remove(one.id());
        // H04.FR.01.
        effects.accept(
            new Effect.Tell(new Notice.ReservationEnded(one.id(), UpdateStatus.EXPIRED)));
        any = true;
      }
    }
    if (any) {
      tellStates();
    }
  }

  @Override
  public OptionalLong dueNanos(Moment now) {
    return held.values().stream()
        .mapToLong(
            r ->
                now.nanos()
                    + Math.clamp(
                            Duration.between(now.instant(), r.until()).toMillis(),
                            0,
                            LONGEST_MILLIS)
                        * 1_000_000L)
        .min();
  }
}
