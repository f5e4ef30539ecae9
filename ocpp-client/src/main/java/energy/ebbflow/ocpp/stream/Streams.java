package energy.ebbflow.ocpp.stream;

import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Moment;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.upkeep.Effect;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.upkeep.NoticeAnswer;
import energy.ebbflow.ocpp.upkeep.Service;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The periodic event streams of the station (OCPP 2.1, N11 to N15), kept over a restart. A stream
 * is opened by the station and used once the back office has agreed; until then, and where it does
 * not agree, its values are told as events. Confined to the link's thread.
 */
public final class Streams implements Service {
  /** More streams are not opened; their monitors tell events. */
  public static final int MAX_STREAMS = 16;

  /** Values that wait in one stream; beyond it the oldest go, and the log says so. */
  static final int MAX_WAITING = 1_000;

  /** Values in one message. */
  static final int MAX_IN_MESSAGE = 100;

  /** Longest interval, in s. */
  public static final int MAX_INTERVAL = 86_400;

  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
  private static final String AREA = "stream";
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private record Value(Instant at, String text) {}

  private static final class Running {
    Stream stream;
    boolean open;
    boolean asked;
    long sentNanos;
    final Deque<Value> waiting = new ArrayDeque<>();

    Running(Stream stream) {
      this.stream = stream;
    }
  }

  private final StationStore store;
  private final Consumer<Effect> effects;
  private final Map<Integer, Running> streams = new TreeMap<>();
  private boolean listening;

  /** Continues what an earlier run left. */
  public Streams(StationStore store, Consumer<Effect> effects) {
    this.store = store;
    this.effects = effects;
    RecordReader reader = RecordReader.forgiving(WireVersion.STORE);
    store
        .kept(AREA)
        .forEach(
            (id, row) -> {
              try {
                Stream one = reader.read(StrictJson.parse(row), Stream.class);
                streams.put(one.id(), new Running(one));
              } catch (JsonFault e) {
                LOG.error("stream {} of the store is dropped: {}", id, e.text());
              }
            });
  }

  private void keep(Stream stream) {
    store.keep(
        AREA,
        Integer.toString(stream.id()),
        StrictJson.write(new RecordWriter(WireVersion.STORE).write(stream)));
  }

  /** Whether a stream can be like this. */
  public static boolean sound(Optional<Integer> interval, Optional<Integer> values) {
    return interval.orElse(0) <= MAX_INTERVAL && values.orElse(0) <= MAX_IN_MESSAGE;
  }

  /** A monitor gets a stream, where there is room for another one (N11). */
  public void add(int monitor, Optional<Integer> interval, Optional<Integer> values) {
    cleared(monitor);
    if (streams.size() >= MAX_STREAMS) {
      LOG.warn("more than {} streams: monitor {} tells events", MAX_STREAMS, monitor);
      return;
    }
    int id = 1;
    while (streams.containsKey(id)) {
      id++;
    }
    Stream stream = new Stream(id, monitor, interval, values);
    keep(stream);
    streams.put(id, new Running(stream));
  }

  /** A monitor is no more, and its stream with it (N13). */
  public void cleared(int monitor) {
    ofMonitor(monitor)
        .ifPresent(
            running -> {
              int id = running.stream.id();
              store.forget(AREA, Integer.toString(id));
              streams.remove(id);
              if (running.open || running.asked) {
                effects.accept(new Effect.Tell(new Notice.CloseStream(id)));
              }
            });
  }

  private Optional<Running> ofMonitor(int monitor) {
    return streams.values().stream().filter(r -> r.stream.monitor() == monitor).findFirst();
  }

  /** A monitor has a value; returns whether its stream takes it. */
  public boolean takes(int monitor, String value, Moment now) {
    Optional<Running> found = ofMonitor(monitor).filter(r -> r.open);
    if (found.isEmpty()) {
      return false;
    }
    Running running = found.get();
    running.waiting.add(new Value(now.instant(), value));
    bound(running);
    return true;
  }

  private static void bound(Running running) {
    if (running.waiting.size() > MAX_WAITING) {
      running.waiting.poll();
      LOG.warn("more than {} values wait in stream {}", MAX_WAITING, running.stream.id());
    }
  }

  /** The streams that are open (N12). */
  public List<Stream> open() {
    return streams.values().stream().filter(r -> r.open).map(r -> r.stream).toList();
  }

  /** Changes when values are sent (N14); returns whether there is such a stream, and it can be. */
  public boolean adjust(int id, Optional<Integer> interval, Optional<Integer> values) {
    Running running = streams.get(id);
    if (running == null || !running.open || !sound(interval, values)) {
      return false;
    }
    Stream next = running.stream.with(interval, values);
    keep(next);
    running.stream = next;
    return true;
  }

  @Override
  public void accepted(Moment now) {
    listening = true;
  }

  @Override
  public void tick(Moment now) {
    if (!listening) {
      return;
    }
    for (Running running : List.copyOf(streams.values())) {
      if (!running.asked) {
        running.asked = true;
        effects.accept(new Effect.Tell(new Notice.OpenStream(running.stream)));
      }
      while (running.open && due(running, now) && listening) {
        send(running, now);
      }
    }
  }

  private static boolean due(Running running, Moment now) {
    int waiting = running.waiting.size();
    Stream stream = running.stream;
    int values = stream.values().orElse(0);
    int interval = stream.interval().orElse(0);
    return waiting > 0
        && (stream.immediate()
            || (values > 0 && waiting >= values)
            || (interval > 0 && now.nanos() - running.sentNanos >= interval * NANOS_PER_SECOND));
  }

  private void send(Running running, Moment now) {
    int values = running.stream.values().orElse(0);
    int most = values > 0 ? values : MAX_IN_MESSAGE;
    Instant base = running.waiting.getFirst().at();
    List<Notice.StreamData.Element> data = new ArrayList<>();
    while (!running.waiting.isEmpty() && data.size() < most) {
      Value value = running.waiting.removeFirst();
      data.add(
          new Notice.StreamData.Element(
              (value.at().toEpochMilli() - base.toEpochMilli()) / 1_000.0, value.text()));
    }
    running.sentNanos = now.nanos();
    effects.accept(
        new Effect.Tell(
            new Notice.StreamData(running.stream.id(), running.waiting.size(), base, data)));
  }

  @Override
  public void heard(Notice notice, NoticeAnswer answer, Moment now) {
    if (notice instanceof Notice.OpenStream opened
        && answer instanceof NoticeAnswer.Taken taken
        && streams.containsKey(opened.stream().id())) {
      Running running = streams.get(opened.stream().id());
      running.open = taken.accepted();
      running.sentNanos = now.nanos();
    }
  }

  /** Data that was not sent waits for the link; a stream that nobody wants tells events. */
  @Override
  public void unheard(Notice notice, Moment now) {
    if (notice instanceof Notice.StreamData data && streams.containsKey(data.id())) {
      listening = false;
      Running running = streams.get(data.id());
      List<Value> values = new ArrayList<>(running.waiting);
      for (Notice.StreamData.Element element : data.data()) {
        Instant at = data.base().plusMillis(Math.round(element.offsetSeconds() * 1_000));
        values.add(new Value(at, element.value()));
      }
      values.sort(Comparator.comparing(Value::at));
      running.waiting.clear();
      running.waiting.addAll(values);
      while (running.waiting.size() > MAX_WAITING) {
        bound(running);
      }
    }
  }

  @Override
  public OptionalLong dueNanos(Moment now) {
    if (!listening) {
      return OptionalLong.empty();
    }
    long next = Long.MAX_VALUE;
    for (Running running : streams.values()) {
      if (!running.asked || (running.open && due(running, now))) {
        return OptionalLong.of(now.nanos());
      }
      int interval = running.stream.interval().orElse(0);
      if (running.open && interval > 0 && !running.waiting.isEmpty()) {
        next = Math.min(next, running.sentNanos + interval * NANOS_PER_SECOND);
      }
    }
    return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
  }
}
