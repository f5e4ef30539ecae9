package energy.ebbflow.ocpp.monitoring;

import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.Key;
import energy.ebbflow.ocpp.device.MonitoringVariables;
import energy.ebbflow.ocpp.device.VariableSpec;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Moment;
import energy.ebbflow.ocpp.outbox.OpenTransaction;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.stream.Streams;
import energy.ebbflow.ocpp.upkeep.Effect;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.upkeep.Service;
import energy.ebbflow.ocpp.v2.devicemodel.DataKind;
import energy.ebbflow.ocpp.v2.devicemodel.Mutability;
import energy.ebbflow.ocpp.v2.monitoring.MonitorKind;
import energy.ebbflow.ocpp.v2.operation.EventTrigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The monitors of the station, kept over a restart (N02 to N08). Confined to the link's thread. */
public final class Monitors implements Service {
  /** More monitors than these are refused. */
  public static final int MAX_MONITORS = 200;

  /** Least severe of OCPP. */
  static final int MAX_SEVERITY = 9;

  private static final Logger LOG = LoggerFactory.getLogger(Monitors.class);
  private static final String AREA = "monitor";
  private static final long DAY_MILLIS = 86_400_000L;
  private static final long LONGEST_NANOS = 60_000_000_000L;

  private final StationStore store;
  private final DeviceModel device;
  private final IntSupplier eventNumbers;
  private final Consumer<Effect> effects;
  private final Map<Integer, Monitor> monitors = new TreeMap<>();
  private final Map<Integer, Watch> watches = new HashMap<>();
  private final Map<Integer, Long> due = new HashMap<>();
  private final Streams streams;

  /** Values that changed since the last {@link #tick}; the newest of each variable. */
  private final Map<Key, String> changed = new LinkedHashMap<>();

  /** Hears of every value from now on. */
  public Monitors(
      StationStore store, DeviceModel device, IntSupplier eventNumbers, Consumer<Effect> effects) {
    this.store = store;
    this.device = device;
    this.eventNumbers = eventNumbers;
    this.effects = effects;
    this.streams = new Streams(store, effects);
    RecordReader reader = RecordReader.forgiving(WireVersion.STORE);
    store
        .kept(AREA)
        .forEach(
            (id, row) -> {
              try {
                Monitor one = reader.read(StrictJson.parse(row), Monitor.class);
                monitors.put(one.id(), one);
              } catch (JsonFault e) {
                LOG.error("monitor {} of the store is dropped: {}", id, e.text());
              }
            });
    device.listen(
        (key, value) -> {
          if (!monitors.isEmpty()) {
            changed.put(key, value);
          }
        });
  }

  /** OCPP's SetMonitoringStatusEnumType, as far as the variable exists. */
  public enum Outcome {
    ACCEPTED,
    UNSUPPORTED,
    REJECTED,
    DUPLICATE
  }

  /** What setting came to. */
  public record Answer(Outcome outcome, Optional<Integer> id) {}

  /** Sets a monitor, or another one in its place (N04). */
  public Answer set(
      VariableSpec spec,
      MonitorKind kind,
      double value,
      boolean transaction,
      int severity,
      Optional<Integer> replaced) {
    if (!supported(spec, kind)) {
      return new Answer(Outcome.UNSUPPORTED, Optional.empty());
    }
    boolean known = replaced.map(monitors::containsKey).orElse(true);
    boolean room = replaced.isPresent() || monitors.size() < MAX_MONITORS;
    if (!known || !room || severity > MAX_SEVERITY || !fits(spec, kind, value)) {
      return new Answer(Outcome.REJECTED, Optional.empty());
    }
    int id = replaced.orElseGet(this::free);
    Monitor monitor = new Monitor(id, spec.key(), kind, value, transaction, severity);
    if (monitors.values().stream().anyMatch(monitor::duplicates)) {
      return new Answer(Outcome.DUPLICATE, Optional.empty());
    }
    store.keep(
        AREA,
        Integer.toString(id),
        StrictJson.write(new RecordWriter(WireVersion.STORE).write(monitor)));
    monitors.put(id, monitor);
    streams.cleared(id);
    watches.remove(id);
    due.remove(id);
    // N04.FR.18, FR.19: a value that is beyond already is told at once.
    changed.put(spec.key(), device.value(spec.key()));
    return new Answer(Outcome.ACCEPTED, Optional.of(id));
  }

  private int free() {
    int id = 1;
    while (monitors.containsKey(id)) {
      id++;
    }
    return id;
  }

  private static boolean supported(VariableSpec spec, MonitorKind kind) {
    boolean number = spec.kind() == DataKind.INTEGER || spec.kind() == DataKind.DECIMAL;
    return switch (kind) {
      case UPPER_THRESHOLD, LOWER_THRESHOLD -> number;
      case DELTA, PERIODIC, PERIODIC_CLOCK_ALIGNED -> spec.mutability() != Mutability.WRITE_ONLY;
      // Nothing here has a target beside its actual value.
      case TARGET_DELTA, TARGET_DELTA_RELATIVE -> false;
    };
  }

  private static boolean fits(VariableSpec spec, MonitorKind kind, double value) {
    return switch (kind) {
      case UPPER_THRESHOLD, LOWER_THRESHOLD ->
          value >= spec.min().orElse(Double.NEGATIVE_INFINITY)
              && value <= spec.max().orElse(Double.POSITIVE_INFINITY);
      case DELTA -> value >= 0;
      case PERIODIC, PERIODIC_CLOCK_ALIGNED -> value >= 1 && value <= DAY_MILLIS / 1_000.0;
      case TARGET_DELTA, TARGET_DELTA_RELATIVE -> false;
    };
  }

  /** Removes one (N06); returns whether there was one. */
  public boolean clear(int id) {
    if (!monitors.containsKey(id)) {
      return false;
    }
    store.forget(AREA, Integer.toString(id));
    monitors.remove(id);
    streams.cleared(id);
    watches.remove(id);
    due.remove(id);
    return true;
  }

  /** Removes all (N03: this station has none of its own beside them). */
  public void clearAll() {
    List.copyOf(monitors.keySet()).forEach(this::clear);
  }

  /** The streams that carry values of monitors. */
  public Streams streams() {
    return streams;
  }

  /** All monitors, by their numbers. */
  public List<Monitor> all() {
    return List.copyOf(monitors.values());
  }

  @Override
  public void tick(Moment now) {
    if (monitors.isEmpty()) {
      changed.clear();
      return;
    }
    Map<Key, String> values = new LinkedHashMap<>(changed);
    changed.clear();
    for (Monitor monitor : all()) {
      if (monitor.periodic()) {
        periodic(monitor, now);
      } else {
        String value = values.get(monitor.key());
        if (value != null) {
          see(monitor, value, now);
        }
      }
    }
  }

  private void see(Monitor monitor, String value, Moment now) {
    Watch.Step step = watches.getOrDefault(monitor.id(), Watch.NEW).see(monitor, value);
    watches.put(monitor.id(), step.next());
    EventTrigger trigger =
        monitor.kind() == MonitorKind.DELTA ? EventTrigger.DELTA : EventTrigger.ALERTING;
    switch (step.verdict()) {
      case NOTHING -> {}
      case EVENT -> tell(monitor, value, trigger, false, now);
      case CLEARED -> tell(monitor, value, trigger, true, now);
    }
  }

  private void periodic(Monitor monitor, Moment now) {
    long seconds = (long) monitor.value();
    Long at = due.get(monitor.id());
    if (at != null && now.nanos() - at < 0) {
      return;
    }
    due.put(monitor.id(), next(monitor, seconds, now));
    if (at != null) {
      tell(monitor, device.value(monitor.key()), EventTrigger.PERIODIC, false, now);
    }
  }

  /** Clock aligned means multiples of the interval since midnight UTC. */
  private static long next(Monitor monitor, long seconds, Moment now) {
    if (monitor.kind() == MonitorKind.PERIODIC) {
      return now.nanos() + seconds * 1_000_000_000L;
    }
    long interval = seconds * 1_000;
    long ofDay = Math.floorMod(now.instant().toEpochMilli(), DAY_MILLIS);
    long wait = Math.min(interval - ofDay % interval, DAY_MILLIS - ofDay);
    return now.nanos() + wait * 1_000_000L;
  }

  private void tell(
      Monitor monitor, String value, EventTrigger trigger, boolean cleared, Moment now) {
    boolean wanted = monitor.severity() <= device.number(MonitoringVariables.LEVEL);
    List<OpenTransaction> open = store.openTransactions();
    boolean running =
        open.stream().anyMatch(t -> monitor.key().evse() == 0 || t.evse() == monitor.key().evse());
    boolean told = wanted && (running || !monitor.transaction());
    if (told && !(monitor.periodic() && streams.takes(monitor.id(), value, now))) {
      effects.accept(
          new Effect.Tell(
              new Notice.Event(
                  eventNumbers.getAsInt(),
                  monitor.key(),
                  value,
                  trigger,
                  cleared,
                  monitor.id(),
                  monitor.severity(),
                  now.instant())));
    }
  }

  @Override
  public OptionalLong dueNanos(Moment now) {
    List<Long> times = new ArrayList<>(due.values());
    boolean unseen =
        monitors.values().stream().anyMatch(m -> m.periodic() && !due.containsKey(m.id()));
    if (unseen || (!changed.isEmpty() && !monitors.isEmpty())) {
      return OptionalLong.of(now.nanos());
    }
    return times.stream().mapToLong(t -> Math.min(t, now.nanos() + LONGEST_NANOS)).min();
  }
}
