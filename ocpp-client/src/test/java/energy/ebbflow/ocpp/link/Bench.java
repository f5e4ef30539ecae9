package energy.ebbflow.ocpp.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.der.DerSupport;
import energy.ebbflow.ocpp.dialect.Dialect;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.dialect.v16.V16Dialect;
import energy.ebbflow.ocpp.dialect.v2.V2Dialect;
import energy.ebbflow.ocpp.display.Screen;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.errand.DiagnosticsSource;
import energy.ebbflow.ocpp.errand.Errand;
import energy.ebbflow.ocpp.errand.ErrandEnd;
import energy.ebbflow.ocpp.errand.FirmwareInstaller;
import energy.ebbflow.ocpp.errand.StationPorts;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.network.Endpoint;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.rpc.Frame;
import energy.ebbflow.ocpp.rpc.RpcTap;
import energy.ebbflow.ocpp.time.Timescale;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A link in virtual time: the test is the back office and the clock. */
public final class Bench implements LinkPort, AutoCloseable {
  public static final long SECOND = 1_000_000_000L;
  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  /** Never called: errands go to the test. */
  private static final FirmwareInstaller NOBODY =
      new FirmwareInstaller() {
        @Override
        public boolean install(Path image) {
          throw new AssertionError("the link installs nothing itself");
        }

        @Override
        public void confirm() {}

        @Override
        public void rollBack() {}
      };

  private static final DiagnosticsSource SILENT = (from, to, out) -> {};

  public final StationStore store;
  public final Timescale timescale;

  /** What the machine's clock would have shown at the beginning; set it and it jumps. */
  public Instant machine;

  public final Station station;
  public final Link link;
  public final List<BackOfficeCommand> commands = new ArrayList<>();
  public final Deque<ArrayNode> frames = new ArrayDeque<>();
  public final List<String> disconnects = new ArrayList<>();
  public final List<Endpoint> endpoints = new ArrayList<>();
  public final Map<Long, Errand> errands = new TreeMap<>();
  public final List<Optional<String>> passwords = new ArrayList<>();
  public int connects;
  public int pings;
  public boolean pongs = true;
  public long nanos;
  private int ids;

  public Bench(Path folder) {
    this(folder, WireVersion.V21, WireVersion.V201);
  }

  public Bench(Path folder, WireVersion... versions) {
    this(folder, "0.1.0", 0, DerSupport.NONE, Optional.empty(), Optional.empty(), versions);
  }

  /** A station with a screen. */
  public Bench(Path folder, Screen screen, WireVersion... versions) {
    this(folder, "0.1.0", 0, DerSupport.NONE, Optional.of(screen), Optional.empty(), versions);
  }

  /** The same station with other firmware. */
  public Bench(Path folder, String firmware) {
    this(
        folder,
        firmware,
        0,
        DerSupport.NONE,
        Optional.empty(),
        Optional.empty(),
        WireVersion.V21,
        WireVersion.V201);
  }

  /** A station whose first outlet tells the frequency and sees the meter of the site. */
  public static Bench withGrid(Path folder) {
    return withGrid(folder, 1);
  }

  /** A station whose first outlets, so many, tell the frequency and see the meter of the site. */
  public static Bench withGrid(Path folder, int outlets) {
    return new Bench(
        folder,
        "0.1.0",
        outlets,
        DerSupport.NONE,
        Optional.empty(),
        Optional.empty(),
        WireVersion.V21,
        WireVersion.V201);
  }

  /** A station whose first outlet does something for the grid. */
  public Bench(Path folder, DerSupport der) {
    this(
        folder,
        "0.1.0",
        0,
        der,
        Optional.empty(),
        Optional.empty(),
        WireVersion.V21,
        WireVersion.V201);
  }

  /** A station whose clock shows something at first, and is set later. */
  public static Bench withClock(Path folder, Instant shows, WireVersion... versions) {
    return new Bench(
        folder, "0.1.0", 0, DerSupport.NONE, Optional.empty(), Optional.of(shows), versions);
  }

  private Bench(
      Path folder,
      String firmware,
      int grid,
      DerSupport der,
      Optional<Screen> screen,
      Optional<Instant> clock,
      WireVersion... versions) {
    machine = clock.orElse(START);
    timescale =
        new Timescale(machine, () -> clock.map(any -> machine.plusNanos(nanos)), () -> nanos);
    OcppConfig config =
        OcppConfig.builder(URI.create("ws://example/ocpp"), "EB1", folder.resolve("link.db"))
            .versions(versions)
            .station("Ebbflow", "Bench", "S1", firmware)
            .outlets(
                new Outlet(
                    "cCCS2", true, new Electrical(400, 1, 22_000, 22_000), grid > 0, grid > 0, der),
                new Outlet(
                    "sType2",
                    false,
                    new Electrical(230, 3, 22_000, 0),
                    grid > 1,
                    grid > 1,
                    DerSupport.NONE))
            .build();
    store =
        StationStore.open(config.database(), (event, sample, page) -> "signed-" + page, timescale);
    station =
        new Station(
            config, store, new StationPorts(Optional.of(NOBODY), Optional.of(SILENT), screen));
    Map<WireVersion, Dialect> dialects = new EnumMap<>(WireVersion.class);
    for (WireVersion version : config.versions()) {
      dialects.put(
          version,
          version == WireVersion.V16
              ? new V16Dialect(station)
              : new V2Dialect(version, station, "key"));
    }
    link = new Link(station, dialects, this, 0);
  }

  public Moment now() {
    return new Moment(nanos, timescale.corrected(steady()));
  }

  /** The time that events carry until they are recorded. */
  public Instant steady() {
    return timescale.since().plusNanos(nanos);
  }

  /** Lets time pass, ticking whenever the link wants to be ticked. */
  public void pass(double seconds) {
    long end = nanos + (long) (seconds * SECOND);
    for (int i = 0; i < 10_000; i++) {
      long next = link.nextNanos(now());
      if (next > end) {
        break;
      }
      nanos = Math.max(nanos, next);
      link.tick(now());
    }
    nanos = end;
    link.tick(now());
  }

  /** Connected and accepted; the frames of that are gone. */
  public Bench online() {
    link.start(now());
    link.opened(station.config().versions().getFirst().subprotocol(), now());
    reply("BootNotification", boot("Accepted", 300));
    reply("SecurityEventNotification", "{}");
    return this;
  }

  /** As {@link #online}; security events of the run before may wait too. */
  public Bench online2() {
    link.start(now());
    link.opened(station.config().versions().getFirst().subprotocol(), now());
    reply("BootNotification", boot("Accepted", 300));
    for (int i = 0; i < 100 && hasSecurityEvent(); i++) {
      reply("SecurityEventNotification", "{}");
    }
    return this;
  }

  private boolean hasSecurityEvent() {
    return !frames.isEmpty()
        && frames.getFirst().path(2).asText().equals("SecurityEventNotification");
  }

  public static String boot(String status, int interval) {
    return "{\"currentTime\":\"2026-03-01T12:00:00Z\",\"interval\":"
        + interval
        + ",\"status\":\""
        + status
        + "\"}";
  }

  /** The next call of the station, which must be this one. */
  public ArrayNode call(String action) {
    ArrayNode frame = frame();
    if (frame.get(0).asInt() != 2 || !frame.get(2).asText().equals(action)) {
      throw new AssertionError("expected a call of " + action + ", got " + frame);
    }
    return frame;
  }

  public ArrayNode frame() {
    ArrayNode frame = frames.poll();
    if (frame == null) {
      throw new AssertionError("the station says nothing");
    }
    return frame;
  }

  /** The next call must be this one; it is answered. Returns its payload. */
  public JsonNode reply(String action, String payload) {
    ArrayNode call = call(action);
    link.text("[3," + call.get(1) + "," + payload + "]", now());
    return call.get(3);
  }

  public void refuse(String action, String code) {
    ArrayNode call = call(action);
    link.text("[4," + call.get(1) + ",\"" + code + "\",\"no\",{}]", now());
  }

  /** The back office asks; the answer is the next frame. */
  public void ask(String action, String payload) {
    link.text("[2,\"q" + ids++ + "\",\"" + action + "\"," + payload + "]", now());
  }

  /** The back office asks; returns the payload of the answer, or the code of the error. */
  public JsonNode asked(String action, String payload) {
    ask(action, payload);
    return answer();
  }

  public JsonNode answer() {
    ArrayNode frame = frame();
    if (frame.get(0).asInt() == 2) {
      throw new AssertionError("expected an answer, got " + frame);
    }
    return frame.get(2);
  }

  public <T extends BackOfficeCommand> T command(Class<T> type) {
    for (int i = 0; i < commands.size(); i++) {
      if (type.isInstance(commands.get(i))) {
        return type.cast(commands.remove(i));
      }
    }
    throw new AssertionError("no " + type.getSimpleName() + " in " + commands);
  }

  public boolean none(Class<? extends BackOfficeCommand> type) {
    return commands.stream().noneMatch(type::isInstance);
  }

  /** Reports as OcppBackOffice does: durable first. */
  public void report(StationEvent event) {
    StationEvent told =
        event instanceof StationEvent.Transaction transaction
            ? store.add(transaction, !link.online())
            : event;
    link.report(told, now());
  }

  public static StationEvent.Transaction transaction(
      StationEvent.Transaction.Kind kind, String id, String trigger) {
    return transaction(kind, 1, id, trigger);
  }

  public static StationEvent.Transaction transaction(
      StationEvent.Transaction.Kind kind, int evse, String id, String trigger) {
    return new StationEvent.Transaction(
        kind,
        id,
        trigger,
        "Charging",
        evse,
        1,
        Optional.of(new IdToken("AABBCCDD", "ISO14443")),
        Optional.empty(),
        kind == StationEvent.Transaction.Kind.ENDED ? Optional.of("Local") : Optional.empty(),
        START,
        List.of(sample(1_000)));
  }

  /** The same event at another time, without values. */
  public static StationEvent.Transaction at(StationEvent.Transaction event, Instant at) {
    return new StationEvent.Transaction(
        event.kind(),
        event.transaction(),
        event.trigger(),
        event.chargingState(),
        event.evse(),
        event.connector(),
        event.token(),
        event.remoteStart(),
        event.stopReason(),
        at,
        List.of());
  }

  public static MeterSample sample(double importedWh) {
    return new MeterSample(
        START,
        importedWh,
        5,
        7_000,
        List.of(17.5),
        List.of(400.0),
        Optional.of(8_000.0),
        Optional.of(50.0));
  }

  @Override
  public void connect(Endpoint endpoint) {
    connects++;
    endpoints.add(endpoint);
    passwords.add(endpoint.password());
  }

  @Override
  public void begin(long number, Errand errand) {
    errands.put(number, errand);
  }

  @Override
  public void abandon(long number) {
    errands.remove(number);
  }

  /** An errand of this kind, which must be under way, ends. */
  public <T extends Errand> T end(Class<T> type, ErrandEnd.How how) {
    for (Map.Entry<Long, Errand> open : Map.copyOf(errands).entrySet()) {
      if (type.isInstance(open.getValue())) {
        errands.remove(open.getKey());
        link.ended(new ErrandEnd(open.getKey(), how, "as the test says"), now());
        return type.cast(open.getValue());
      }
    }
    throw new AssertionError("expected " + type.getSimpleName() + ", under way are " + errands);
  }

  @Override
  public void send(String text) {
    try {
      frames.add((ArrayNode) StrictJson.parse(text));
    } catch (JsonFault e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void ping() {
    pings++;
    if (pongs) {
      link.heard(now());
    }
  }

  @Override
  public void disconnect(String reason) {
    disconnects.add(reason);
  }

  @Override
  public void command(BackOfficeCommand command) {
    commands.add(command);
  }

  @Override
  public void seen(RpcTap.Direction direction, Frame frame) {}

  @Override
  public double chance() {
    return 0;
  }

  @Override
  public String freshId() {
    return "id-" + ids++;
  }

  @Override
  public void close() {
    store.close();
  }
}
