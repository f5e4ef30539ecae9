package energy.ebbflow.firmware.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.Main;
import energy.ebbflow.firmware.journal.Journal;
import energy.ebbflow.firmware.vehicles.VehicleMemory;
import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.transport.LinkClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The firmware as a process: orderly ends, kills, restarts. */
@Timeout(120)
class StationProcessTest {
  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();
  private Path board = Path.of("");
  private Path orders = Path.of("");

  @BeforeEach
  void writeTheBoard() throws IOException {
    orders = folder.resolve("orders");
    board = folder.resolve("board.toml");
    Files.writeString(
        board,
        Files.readString(Path.of("..", "board-configs", "simulated-ac.toml"))
                .replace("driver = \"simulated\"", "driver = \"test\"")
                .replace("tls = \"optional\"", "enabled = false")
            + "auto_authorise_token = \"HOME\"\n");
  }

  @AfterEach
  void endEverything() {
    started.forEach(Process::destroyForcibly);
  }

  /**
   * SIGTERM in the middle of a charge: contactors open, then the transaction ends, then the end.
   */
  @Test
  void aTerminatedStationEndsInOrder() throws Exception {
    Process station = start(List.of());
    BufferedReader events = events(station);
    await(events, "\"kind\":\"contactor\"", "\"closed\":true");
    station.toHandle().destroy();
    await(events, "\"kind\":\"end\"");
    assertTrue(station.waitFor(30, TimeUnit.SECONDS));
    assertEquals(143, station.exitValue(), "ended by SIGTERM, not by a defect");
    List<String> given = Files.readAllLines(orders);
    assertTrue(given.lastIndexOf("open") > given.lastIndexOf("close"), given::toString);
    assertEquals("board closed", given.getLast());
    assertTrue(journalHas("transaction", "\"event\":\"ENDED\""));
  }

  /**
   * A board that is never done with closing: the process opens the contactors and ends 15 s after
   * the outlets may have stopped (1 s here), and does not wait for the serial port (90 s).
   */
  @Test
  void aStationThatDoesNotEndGivesUpAndLetsGoOfItsPorts() throws Exception {
    Files.writeString(board, Files.readString(board) + "stop_seconds = 1\n");
    Process station = start(List.of("--option", "stuck=true"));
    await(events(station), "\"kind\":\"contactor\"", "\"closed\":true");
    long told = System.nanoTime();
    station.toHandle().destroy();
    assertTrue(station.waitFor(50, TimeUnit.SECONDS), "it waits for a port that nobody closes");
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - told);
    assertTrue(seconds >= 15, "an orderly end has its time, here " + seconds + " s");
    List<String> given = Files.readAllLines(orders);
    assertTrue(given.lastIndexOf("open") > given.lastIndexOf("close"), given::toString);
    assertTrue(given.contains("board closed"), given::toString);
    assertTrue(
        Files.readString(log()).contains("1 serial ports were not closed in order"),
        () -> "the log does not say it");
  }

  /** After kill -9 the next run opens first, and its journal has what the last one wrote. */
  @Test
  void aKilledStationStartsAgainWithOpenContactors() throws Exception {
    Process station = start(List.of());
    await(events(station), "\"kind\":\"contactor\"", "\"closed\":true");
    station.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    Files.delete(orders);
    Process again = start(List.of());
    BufferedReader events = events(again);
    await(events, "\"kind\":\"state\"", "charging");
    assertEquals("open", Files.readAllLines(orders).getFirst());
    again.toHandle().destroy();
    await(events, "\"kind\":\"end\"");
    assertTrue(journalHas("transaction", "\"event\":\"STARTED\""));
  }

  @Test
  void twoStationsDoNotShareAFolder() throws Exception {
    await(events(start(List.of())), "\"kind\":\"state\"");
    Process second = start(List.of());
    assertTrue(second.waitFor(30, TimeUnit.SECONDS));
    assertEquals(2, second.exitValue());
  }

  /** A transaction that a power cut left open is ended at the next start with its last values. */
  @Test
  void anInterruptedTransactionIsEndedAtTheNextStart() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    try (OcppBackOffice before = store()) {
      before.report(transaction());
    }
    Process station = start(List.of("--ocpp-url", "ws://127.0.0.1:9/none"));
    BufferedReader events = events(station);
    await(events, "\"kind\":\"state\"", "connected");
    station.toHandle().destroy();
    await(events, "\"kind\":\"end\"");
    station.waitFor(30, TimeUnit.SECONDS);
    try (OcppBackOffice after = store()) {
      assertEquals(List.of(), after.openTransactions());
      assertEquals(2, after.queued(), "its beginning and its end wait for the back office");
    }
  }

  /** What somebody sets while the station runs is heard by it, and survives a kill -9. */
  @Test
  void whatIsSetOfAVehicleSurvivesAKill() throws Exception {
    Process station = start(List.of());
    await(events(station), "\"kind\":\"state\"", "charging");
    String data = folder.resolve("data").toString();
    assertEquals(
        0,
        Main.execute(
            "vehicles", "set", "--id-token", "04A1", "--minimum-amps", "8", "--data", data));
    assertEquals(
        Main.USAGE,
        Main.execute(
            "vehicles", "set", "--id-token", "04A1", "--minimum-amps", "5", "--data", data));
    station.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    try (VehicleMemory memory =
        VehicleMemory.open(folder.resolve("data"), new SecureRandom(), word -> {})) {
      assertEquals(8, memory.all().getFirst().tolerance().minimumAmps());
    }
    assertEquals(0, Main.execute("vehicles", "forget", "--id-token", "04A1", "--data", data));
    assertEquals(
        Main.USAGE, Main.execute("vehicles", "forget", "--id-token", "04A1", "--data", data));
  }

  private OcppBackOffice store() {
    OcppConfig config =
        OcppConfig.builder(
                URI.create("ws://127.0.0.1:9/none"),
                "EBBFLOW-AC",
                folder.resolve("data").resolve("ocpp.db"))
            .outlets(new Outlet("sType2", false, new Electrical(230, 3, 22_000, 0)))
            .build();
    return OcppBackOffice.open(
        config, LinkClock.system(), (direction, type, id, action, payload) -> {});
  }

  private static StationEvent.Transaction transaction() {
    return new StationEvent.Transaction(
        StationEvent.Transaction.Kind.STARTED,
        "interrupted-1",
        "Authorized",
        "EVConnected",
        1,
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        List.of(
            new MeterSample(
                Instant.EPOCH, 7, 0, 0, List.of(), List.of(), Optional.empty(), Optional.empty())));
  }

  private Process start(List<String> more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "energy.ebbflow.firmware.Main",
                "run",
                "--board",
                board.toString(),
                "--option",
                "orders=" + orders,
                "--data",
                folder.resolve("data").toString(),
                "--events",
                "-"));
    command.addAll(more);
    Process process =
        new ProcessBuilder(command)
            .redirectError(folder.resolve("log-" + started.size()).toFile())
            .start();
    started.add(process);
    return process;
  }

  private static BufferedReader events(Process station) {
    return new BufferedReader(
        new InputStreamReader(station.getInputStream(), StandardCharsets.UTF_8));
  }

  private void await(BufferedReader events, String... parts) throws IOException {
    String line = events.readLine();
    while (line != null) {
      if (List.of(parts).stream().allMatch(line::contains)) {
        return;
      }
      line = events.readLine();
    }
    throw new AssertionError(
        "the station ended without " + List.of(parts) + "\n" + Files.readString(log()));
  }

  private Path log() {
    return folder.resolve("log-" + (started.size() - 1));
  }

  private boolean journalHas(String kind, String part) throws Exception {
    try (Journal journal = Journal.open(folder.resolve("data").resolve("journal.db"))) {
      return journal.newest(10_000).stream()
          .anyMatch(entry -> entry.kind().equals(kind) && entry.detail().contains(part));
    }
  }
}
