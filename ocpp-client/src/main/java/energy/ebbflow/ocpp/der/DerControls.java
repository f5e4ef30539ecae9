package energy.ebbflow.ocpp.der;

import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.GridRule;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Moment;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.profile.Refusal;
import energy.ebbflow.ocpp.upkeep.Effect;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.upkeep.Service;
import energy.ebbflow.ocpp.v2.der.DerStatus;
import energy.ebbflow.ocpp.v2.der.SetDerControl;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The DER controls of the station, kept over a restart (OCPP 2.1, block R). Tells the outlets what
 * holds, and the back office what begins and ends. Confined to the link's thread.
 */
public final class DerControls implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(DerControls.class);
  private static final String AREA = "der control";

  /** Clocks may be set: a wait is looked at this often at least. */
  private static final long LONGEST_MILLIS = 60_000;

  private final StationStore store;
  private final Set<DerControl> modes = EnumSet.noneOf(DerControl.class);
  private final Consumer<Effect> effects;
  private DerBook book;
  private Optional<List<GridRule>> told = Optional.empty();

  /**
   * Continues what an earlier run left.
   *
   * @param outlets what each can; a control may be set that one of them carries out
   */
  public DerControls(StationStore store, List<DerSupport> outlets, Consumer<Effect> effects) {
    this.store = store;
    outlets.forEach(outlet -> modes.addAll(outlet.modes()));
    this.effects = effects;
    this.book = read(store);
  }

  private static DerBook read(StationStore store) {
    RecordReader reader = RecordReader.forgiving(WireVersion.STORE);
    List<DerKept> kept = new ArrayList<>();
    store
        .kept(AREA)
        .forEach(
            (id, row) -> {
              try {
                kept.add(reader.read(StrictJson.parse(row), DerKept.class));
              } catch (JsonFault e) {
                LOG.error("DER control {} of the store is dropped: {}", id, e.text());
              }
            });
    kept.sort(Comparator.comparingLong(DerKept::number));
    return new DerBook(kept);
  }

  private void keep(DerBook next) {
    if (next.equals(book)) {
      return;
    }
    RecordWriter writer = new RecordWriter(WireVersion.STORE);
    Map<String, String> rows = new TreeMap<>();
    for (DerKept control : next.controls()) {
      rows.put(control.request().controlId(), StrictJson.write(writer.write(control)));
    }
    store.keepAll(AREA, rows);
    book = next;
  }

  /** Whether one of the outlets carries it out. */
  public boolean supports(DerControl kind) {
    return modes.contains(kind);
  }

  /**
   * What setting came to.
   *
   * @param why absent where it is accepted
   * @param superseded ids that are superseded from now on; perhaps the new one's own
   */
  public record Answer(DerStatus status, Optional<Refusal> why, List<String> superseded) {
    public Answer {
      superseded = List.copyOf(superseded);
    }
  }

  /** The back office sets a control. */
  public Answer set(SetDerControl.Request request, Instant now) {
    if (!supports(request.controlType())) {
      return new Answer(
          DerStatus.NOT_SUPPORTED,
          Optional.of(
              new Refusal(
                  "UnsupportedParam",
                  request.controlType().wire() + " is not in ModesSupported of any outlet")),
          List.of());
    }
    Optional<Refusal> fault = DerRules.fault(request, now);
    if (fault.isEmpty() && book.full(request)) {
      fault =
          Optional.of(
              new Refusal(
                  "TooManyElements", "at most " + DerBook.MAX_OF_A_KIND + " controls of one type"));
    }
    if (fault.isPresent()) {
      return new Answer(DerStatus.REJECTED, fault, List.of());
    }
    DerBook.Taken taken = book.set(request, now);
    keep(taken.next());
    return new Answer(DerStatus.ACCEPTED, Optional.empty(), taken.superseded());
  }

  /** Those that fit, oldest first. */
  public List<DerKept> matching(
      Optional<Boolean> isDefault, Optional<DerControl> kind, Optional<String> id) {
    return book.matching(isDefault, kind, id);
  }

  /** Removes those that fit; returns how many there were. */
  public int clear(boolean isDefault, Optional<DerControl> kind, Optional<String> id) {
    List<DerKept> gone = book.matching(Optional.of(isDefault), kind, id);
    keep(book.without(gone));
    return gone.size();
  }

  /** An outlet tells that a rule took over, or does not any more. */
  public void alarm(StationEvent.GridAlarm alarm) {
    effects.accept(new Effect.Tell(new Notice.DerAlarm(alarm)));
  }

  @Override
  public void tick(Moment now) {
    DerBook.Tick tick = book.tick(now.instant());
    keep(tick.next());
    for (DerBook.Change change : tick.changes()) {
      effects.accept(
          new Effect.Tell(
              new Notice.DerStartStop(
                  change.control(), change.started(), change.superseded(), now.instant())));
    }
    if (modes.isEmpty()) {
      return;
    }
    List<GridRule> rules =
        ReactiveRules.one(book.holding(now.instant()).values()).stream()
            .map(DerCurves::rule)
            .flatMap(Optional::stream)
            .toList();
    if (told.isEmpty() || !told.get().equals(rules)) {
      told = Optional.of(rules);
      effects.accept(new Effect.Command(new BackOfficeCommand.GridRules(rules)));
    }
  }

  @Override
  public OptionalLong dueNanos(Moment now) {
    return book.due()
        .map(
            at ->
                OptionalLong.of(
                    now.nanos()
                        + Math.clamp(
                                Duration.between(now.instant(), at).toMillis(), 0, LONGEST_MILLIS)
                            * 1_000_000L))
        .orElse(OptionalLong.empty());
  }
}
