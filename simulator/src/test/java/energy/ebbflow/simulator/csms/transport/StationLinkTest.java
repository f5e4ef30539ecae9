package energy.ebbflow.simulator.csms.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.transport.LinkClock;
import energy.ebbflow.simulator.csms.Desk;
import energy.ebbflow.simulator.csms.DeskEffect;
import energy.ebbflow.simulator.csms.Dialect;
import energy.ebbflow.simulator.csms.ledger.LedgerTransaction;
import energy.ebbflow.simulator.csms.script.ScriptReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The station's own OCPP client against the bench back office: two readings of one standard, made
 * apart, in every version.
 */
class StationLinkTest {
  private static final int WAIT_SECONDS = 20;
  private static final String SCRIPT =
      """
      [[step]]
      when = "booted"
      do = "set_variable"
      component = "SampledDataCtrlr"
      variable = "TxUpdatedInterval"
      value = "2"

      [[step]]
      when = "plugged"
      do = "remote_start"
      token = "EBB-BENCH-0001"

      [[step]]
      when = "imported 20 Wh"
      do = "limit"
      watts = 5000

      [[step]]
      when = "imported 30 Wh"
      do = "remote_stop"
      """;

  @TempDir private Path folder = Path.of("");

  private static final class Books implements CsmsListener {
    private final List<String> notes = new ArrayList<>();
    private final AtomicReference<Optional<Desk>> desk = new AtomicReference<>(Optional.empty());
    private final BlockingQueue<Integer> steps = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> ended = new LinkedBlockingQueue<>();

    @Override
    public synchronized void heard(String station, DeskEffect effect) {
      if (effect instanceof DeskEffect.Note note && note.level() == DeskEffect.Level.WARNING) {
        notes.add(note.text());
      }
      if (effect instanceof DeskEffect.Booked booked && booked.transaction().ended()) {
        ended.add(true);
      }
    }

    @Override
    public void accounts(String station, Desk changed) {
      desk.set(Optional.of(changed));
      steps.add(changed.stepsTaken());
    }

    private void awaitSteps(int wanted) throws InterruptedException {
      int taken = 0;
      while (taken < wanted) {
        taken =
            Objects.requireNonNull(
                steps.poll(WAIT_SECONDS, TimeUnit.SECONDS), "step " + wanted + " was not taken");
      }
    }

    synchronized List<String> warnings() {
      return List.copyOf(notes);
    }
  }

  private static StationEvent.Transaction event(
      Kind kind, String trigger, double imported, double exported, double watts) {
    return new StationEvent.Transaction(
        kind,
        "T-1",
        trigger,
        "Charging",
        1,
        1,
        kind == Kind.STARTED
            ? Optional.of(new IdToken("EBB-BENCH-0001", "Central"))
            : Optional.empty(),
        Optional.empty(),
        kind == Kind.ENDED ? Optional.of("Remote") : Optional.empty(),
        Instant.now(),
        List.of(
            new MeterSample(
                Instant.now(),
                imported,
                exported,
                watts,
                List.of(),
                List.of(),
                Optional.of(watts),
                Optional.of(50.0))));
  }

  private static <T> T next(BlockingQueue<BackOfficeCommand> inbox, Class<T> wanted)
      throws InterruptedException {
    BackOfficeCommand command = inbox.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    while (command != null && !wanted.isInstance(command)) {
      command = inbox.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    }
    assertTrue(command != null, "no " + wanted.getSimpleName() + " came");
    return wanted.cast(command);
  }

  private OcppConfig station(int port) {
    return OcppConfig.builder(
            URI.create("ws://127.0.0.1:" + port), "CS001", folder.resolve("ocpp.db"))
        .versions(WireVersion.V21, WireVersion.V201, WireVersion.V16)
        .outlets(new Outlet("cCCS2", true, new Electrical(230, 3, 20_000, 20_000)))
        .build();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aTransactionGoesOverTheLinkAndNothingIsRefused(Dialect dialect) throws Exception {
    ConfigFile file = ConfigFile.parse("script.toml", SCRIPT);
    var script = ScriptReader.read(file.root());
    file.finish();
    Books books = new Books();
    CsmsConfig config = new CsmsConfig("127.0.0.1", 0, List.of(dialect), script, Instant.now());
    BlockingQueue<BackOfficeCommand> inbox = new LinkedBlockingQueue<>();
    try (CsmsServer server =
        new CsmsServer(config, new BenchClock(System.currentTimeMillis(), 1), books)) {
      OcppConfig station = station(server.start());
      try (OcppBackOffice link =
          OcppBackOffice.open(station, LinkClock.system(), (d, t, i, a, p) -> {})) {
        link.start(inbox::add);
        assertTrue(next(inbox, BackOfficeCommand.LinkChanged.class).online());
        link.report(
            new StationEvent.ConnectorStatus(
                1, 1, StationEvent.ConnectorStatus.Status.OCCUPIED, Instant.now()));
        BackOfficeCommand.Start start = next(inbox, BackOfficeCommand.Start.class);
        link.report(new StationEvent.CommandResult(start.command(), true, ""));
        link.report(event(Kind.STARTED, "RemoteStart", 1000, 500, 9000));
        link.report(event(Kind.UPDATED, "MeterValuePeriodic", 1025, 500, 9000));
        BackOfficeCommand.PowerBounds bounds = next(inbox, BackOfficeCommand.PowerBounds.class);
        while (bounds.chargeLimit().isEmpty()) {
          bounds = next(inbox, BackOfficeCommand.PowerBounds.class);
        }
        assertEquals(5000, bounds.chargeLimit().orElseThrow().value(), 1e-9);
        link.report(event(Kind.UPDATED, "MeterValuePeriodic", 1040, 510, 5000));
        BackOfficeCommand.Stop stop = next(inbox, BackOfficeCommand.Stop.class);
        link.report(new StationEvent.CommandResult(stop.command(), true, ""));
        link.report(event(Kind.ENDED, "RemoteStop", 1040, 510, 0));
        assertEquals(true, books.ended.poll(WAIT_SECONDS, TimeUnit.SECONDS));
      }
    }
    assertEquals(List.of(), books.warnings());
    Desk desk = books.desk.get().orElseThrow();
    LedgerTransaction booked = desk.ledger().latest().orElseThrow();
    assertEquals(40, booked.importedWh(), 1e-6);
    assertEquals(10, booked.exportedWh(), 1e-6);
    // 1.6 has no numbers by which a lost event would be seen.
    assertEquals(
        dialect == Dialect.OCPP_1_6 ? OptionalInt.empty() : OptionalInt.of(0), booked.gaps());
    assertFalse(booked.registerRanBackwards());
    assertEquals("Remote", booked.stoppedReason());
    assertEquals(4, desk.stepsTaken());
  }

  private static final String STEERING =
      """
      [[step]]
      when = "booted"
      do = "reserve"
      id = 7
      token = "EBB-BENCH-0002"
      seconds = 600

      [[step]]
      when = "1 s later"
      do = "cancel_reservation"
      id = 7

      [[step]]
      when = "1 s later"
      do = "trigger"
      message = "StatusNotification"

      [[step]]
      when = "transaction started"
      do = "setpoint"
      watts = -4000

      [[step]]
      when = "exported 10 Wh"
      do = "clear_profiles"
      """;

  /** The words that only one dialect has of its own: the others say them by the extension. */
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void reservationsTriggersAndSetPointsMeanTheSameInEveryDialect(Dialect dialect) throws Exception {
    ConfigFile file = ConfigFile.parse("script.toml", STEERING);
    var script = ScriptReader.read(file.root());
    file.finish();
    Books books = new Books();
    CsmsConfig config = new CsmsConfig("127.0.0.1", 0, List.of(dialect), script, Instant.now());
    BlockingQueue<BackOfficeCommand> inbox = new LinkedBlockingQueue<>();
    try (CsmsServer server =
            new CsmsServer(config, new BenchClock(System.currentTimeMillis(), 1), books);
        OcppBackOffice link =
            OcppBackOffice.open(
                station(server.start()), LinkClock.system(), (d, t, i, a, p) -> {})) {
      link.report(
          new StationEvent.ConnectorStatus(
              1, 1, StationEvent.ConnectorStatus.Status.AVAILABLE, Instant.now()));
      link.start(inbox::add);
      assertTrue(next(inbox, BackOfficeCommand.LinkChanged.class).online());
      books.awaitSteps(3);
      link.report(event(Kind.STARTED, "RemoteStart", 1000, 500, 0));
      // StartTransaction of 1.6 has no place for the export register.
      link.report(event(Kind.UPDATED, "MeterValuePeriodic", 1000, 500, 0));
      assertEquals(-4000, setpoint(inbox), 1e-9);
      link.report(event(Kind.UPDATED, "MeterValuePeriodic", 1000, 515, -4000));
      books.awaitSteps(5);
      link.report(event(Kind.ENDED, "StopAuthorized", 1000, 515, 0));
      assertEquals(true, books.ended.poll(WAIT_SECONDS, TimeUnit.SECONDS));
    }
    assertEquals(List.of(), books.warnings());
    assertEquals(15, books.desk.get().orElseThrow().ledger().latest().orElseThrow().exportedWh());
  }

  private static double setpoint(BlockingQueue<BackOfficeCommand> inbox)
      throws InterruptedException {
    BackOfficeCommand.PowerBounds bounds = next(inbox, BackOfficeCommand.PowerBounds.class);
    while (bounds.setpoint().isEmpty()) {
      bounds = next(inbox, BackOfficeCommand.PowerBounds.class);
    }
    return bounds.setpoint().orElseThrow().value();
  }
}
