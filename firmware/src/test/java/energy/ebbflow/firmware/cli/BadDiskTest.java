package energy.ebbflow.firmware.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.transport.LinkClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The firmware starts although its disk is full, and although one of its databases is damaged. The
 * full disk is a real one: a file system in memory, in a mount namespace of the process.
 */
@Timeout(120)
class BadDiskTest {
  private static final String URL = "ws://127.0.0.1:9/none";

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private Path data = Path.of("");

  @BeforeEach
  void writeTheBoard() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(
        folder.resolve("board.toml"),
        Files.readString(Path.of("..", "board-configs", "simulated-ac.toml"))
                .replace("driver = \"simulated\"", "driver = \"test\"")
                .replace("tls = \"optional\"", "enabled = false")
            + "auto_authorise_token = \"HOME\"\n");
  }

  @AfterEach
  void endEverything() {
    started.forEach(Process::destroyForcibly);
  }

  private List<String> firmware() {
    return List.of(
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
        folder.resolve("board.toml").toString(),
        "--option",
        "orders=" + folder.resolve("orders"),
        "--data",
        data.toString(),
        "--ocpp-url",
        URL,
        "--events",
        "-");
  }

  private Process start(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(folder.resolve("log").toFile()).start();
    started.add(process);
    listen(process);
    return process;
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  /** All lines that the newest process wrote; read beside the test. */
  private void listen(Process station) {
    lines.clear();
    Thread.ofVirtual()
        .start(
            () -> {
              try (BufferedReader reader = station.inputReader()) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                  lines.add(line);
                }
              } catch (IOException e) {
                lines.add(e.toString());
              }
            });
  }

  /** A line with all these parts, before this or soon. */
  private void await(String... parts) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() - end < 0) {
      if (lines.stream().anyMatch(line -> List.of(parts).stream().allMatch(line::contains))) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("never said: " + List.of(parts) + "\n" + lines + "\n" + log());
  }

  private OcppBackOffice store(Path where) {
    OcppConfig config =
        OcppConfig.builder(URI.create(URL), "EBBFLOW-AC", where.resolve("ocpp.db"))
            .outlets(new Outlet("sType2", false, new Electrical(230, 3, 22_000, 0)))
            .build();
    return OcppBackOffice.open(
        config, LinkClock.system(), (direction, type, id, action, payload) -> {});
  }

  /**
   * An event waits for the back office, of a transaction that is still open; and whom nobody knows
   * may charge while the back office is away.
   */
  private void leaveATransactionOpen() throws SQLException {
    try (OcppBackOffice before = store(data)) {
      before.report(
          new StationEvent.Transaction(
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
                      Instant.EPOCH,
                      7,
                      0,
                      0,
                      List.of(),
                      List.of(),
                      Optional.empty(),
                      Optional.empty()))));
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ocpp.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO kept (area, name, value) VALUES"
              + " ('variable', 'AuthCtrlr/0/0/OfflineTxForUnknownIdEnabled', 'true')");
    }
  }

  /**
   * Nothing fits at the start: the trouble is told, charging works, nothing that waits is lost.
   * When there is room again the interrupted transaction is ended and both its events wait.
   */
  @Test
  void aFullDiskAtTheStart() throws Exception {
    needsNamespaces();
    leaveATransactionOpen();
    Path kept = Files.createDirectory(folder.resolve("kept"));
    Path room = folder.resolve("room");
    String script =
        """
        set -e
        cp "$1"/* "$2"/
        mount -t tmpfs -o size=1m none "$1"
        cp "$2"/* "$1"/
        dd if=/dev/zero of="$1"/fill bs=4096 2>/dev/null || true
        data=$1; kept=$2; room=$3; shift 3
        (while [ ! -e "$room" ]; do sleep 0.1; done; rm "$data"/fill) &
        "$@" & firmware=$!
        trap 'kill $firmware' TERM
        wait $firmware || true
        wait $firmware || true
        rm -f "$kept"/*
        cp "$data"/ocpp.db* "$kept"/
        """;
    List<String> apart =
        new ArrayList<>(List.of("unshare", "--mount", "--user", "--map-root-user"));
    apart.addAll(
        List.of("sh", "-c", script, "sh", data.toString(), kept.toString(), room.toString()));
    apart.addAll(firmware());
    Process station = start(apart);
    await("ebbflow.StorageFailed");
    await("\"kind\":\"contactor\"", "\"closed\":true");
    assertTrue(log().contains("is the disk full?"), this::logText);
    Files.createFile(room);
    await("ebbflow.StorageFailed", "\"cleared\":true");
    station.destroy();
    assertTrue(station.waitFor(60, TimeUnit.SECONDS));
    try (OcppBackOffice after = store(kept)) {
      assertTrue(
          after.queued() >= 4,
          () -> "the old begin and end, and those of this run: " + after.queued());
      assertEquals(List.of(), after.openTransactions());
    }
  }

  /** Decision 0214: a folder on a medium that has become read-only; nobody is billed. */
  @Test
  void aStationThatStandsAloneChargesFromAReadOnlyFolder() throws Exception {
    needsNamespaces();
    List<String> apart =
        new ArrayList<>(List.of("unshare", "--mount", "--user", "--map-root-user"));
    apart.addAll(List.of("sh", "-c", "mount -t tmpfs -o ro none \"$1\"; shift; exec \"$@\"", "sh"));
    apart.add(data.toString());
    List<String> alone = new ArrayList<>(firmware());
    int url = alone.indexOf("--ocpp-url");
    alone.subList(url, url + 2).clear();
    apart.addAll(alone);
    Process station = start(apart);
    await("\"kind\":\"contactor\"", "\"closed\":true");
    assertTrue(log().contains("stands alone and charges"), this::logText);
    station.destroy();
    assertTrue(station.waitFor(60, TimeUnit.SECONDS));
  }

  /** With a back office somebody is to be billed: nothing begins, and one line says why. */
  @Test
  void withABackOfficeItDoesNotStart() throws Exception {
    needsNamespaces();
    List<String> apart =
        new ArrayList<>(List.of("unshare", "--mount", "--user", "--map-root-user"));
    apart.addAll(List.of("sh", "-c", "mount -t tmpfs -o ro none \"$1\"; shift; exec \"$@\"", "sh"));
    apart.add(data.toString());
    apart.addAll(firmware());
    Process station = start(apart);
    assertTrue(station.waitFor(60, TimeUnit.SECONDS));
    assertTrue(log().contains("expected a folder that can be written"), this::logText);
    assertFalse(Files.exists(folder.resolve("orders")), "no outlet was begun");
  }

  private void energyManager() throws IOException {
    Files.writeString(
        folder.resolve("board.toml"),
        Files.readString(folder.resolve("board.toml"))
            + "\n[energy_manager]\nurl = \""
            + URL
            + "\"\nidentity = \"EM\"\n");
  }

  /** The energy manager's database is damaged: a new one is begun, and the station charges. */
  @Test
  void aDamagedDatabaseOfTheEnergyManagerIsMovedAside() throws Exception {
    energyManager();
    Files.writeString(data.resolve("energy-manager.db"), "no database at all".repeat(300));
    Process station = start(firmware());
    await("\"kind\":\"state\"", "connected");
    assertTrue(Files.exists(data.resolve("energy-manager.db.damaged")), this::logText);
    station.destroy();
    assertTrue(station.waitFor(60, TimeUnit.SECONDS));
  }

  /** It cannot be used at all: its limits are heard all the same, the station charges. */
  @Test
  void aDatabaseOfTheEnergyManagerThatCannotBeUsedIsDoneWithout() throws Exception {
    energyManager();
    Files.createDirectory(data.resolve("energy-manager.db"));
    Process station = start(firmware());
    await("\"kind\":\"state\"", "connected");
    assertTrue(log().contains("the energy manager is connected with a database in"), this::logText);
    station.destroy();
    assertTrue(station.waitFor(60, TimeUnit.SECONDS));
  }

  /** Skips the test where a process may have no mounts of its own; where it must not, fails. */
  private void needsNamespaces() throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder(
                "unshare",
                "--mount",
                "--user",
                "--map-root-user",
                "mount",
                "-t",
                "tmpfs",
                "none",
                data.toString())
            .start()
            .waitFor();
    if (exit != 0 && "1".equals(System.getenv("EBBFLOW_REQUIRE_PEERS"))) {
      throw new AssertionError("no mount namespaces here; EBBFLOW_REQUIRE_PEERS=1 demands them");
    }
    Assumptions.assumeTrue(exit == 0, "no mount namespaces here");
  }

  private String logText() {
    try {
      return log();
    } catch (IOException e) {
      return e.toString();
    }
  }

  /**
   * A header of nonsense, in each of the databases: it is said, kept aside, and the station runs.
   */
  @ParameterizedTest
  @ValueSource(strings = {"ocpp.db", "journal.db", "vehicles.db"})
  void aDamagedDatabaseIsMovedAsideAndTheStationRuns(String name) throws Exception {
    leaveATransactionOpen();
    Process first = start(firmware());
    await("\"kind\":\"contactor\"", "\"closed\":true");
    first.toHandle().destroy();
    await("\"kind\":\"end\"");
    first.waitFor(30, TimeUnit.SECONDS);
    Path file = data.resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < 100; i++) {
      bytes[i] ^= 0x55;
    }
    Files.write(file, bytes);
    Process again = start(firmware());
    // Without what lay in the outbox nobody may charge while the back office is away.
    if (name.equals("ocpp.db")) {
      await("\"kind\":\"state\"", "connected");
    } else {
      await("\"kind\":\"contactor\"", "\"closed\":true");
    }
    assertArrayEquals(bytes, Files.readAllBytes(Path.of(file + ".damaged")));
    assertTrue(log().contains("moved aside"), this::logText);
    assertTrue(log().contains(name), this::logText);
    again.toHandle().destroy();
    await("\"kind\":\"end\"");
    try (var files = Files.list(data)) {
      assertEquals(
          List.of(name + ".damaged"),
          files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith("db.damaged")).toList(),
          "only what is damaged is moved");
    }
  }

  /** The journal cannot be made at all: the station charges, and says so to the back office. */
  @Test
  void withoutAJournalTheStationChargesAndTells() throws Exception {
    leaveATransactionOpen();
    Files.createDirectory(data.resolve("journal.db"));
    start(firmware());
    await("ebbflow.StorageFailed");
    await("\"kind\":\"contactor\"", "\"closed\":true");
    assertTrue(log().contains("charging goes on without a journal"), this::logText);
  }

  /** Nothing can be kept there: the firmware says so and does not begin what it could not bill. */
  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws Exception {
    needsNamespaces();
    leaveATransactionOpen();
    byte[] before = Files.readAllBytes(data.resolve("ocpp.db"));
    String script =
        "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && shift && exec \"$@\"";
    List<String> apart =
        new ArrayList<>(
            List.of(
                "unshare",
                "--mount",
                "--user",
                "--map-root-user",
                "sh",
                "-c",
                script,
                "sh",
                data.toString()));
    apart.addAll(firmware());
    Process station = start(apart);
    assertTrue(station.waitFor(60, TimeUnit.SECONDS));
    assertEquals(2, station.exitValue(), this::logText);
    assertTrue(log().contains("expected a folder that can be written"), this::logText);
    assertArrayEquals(before, Files.readAllBytes(data.resolve("ocpp.db")));
  }
}
