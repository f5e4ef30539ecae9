package energy.ebbflow.ocpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.json.WireVersion;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event in the store that this firmware cannot read takes nothing else with it. */
class UnreadableTest {
  private static final String STARTED =
      "{\"transactionId\":77,\"idTagInfo\":{\"status\":" + "\"Accepted\"}}";

  private final Path folder;
  private Bench bench;

  UnreadableTest(@TempDir Path folder) {
    this.folder = folder;
    this.bench = new Bench(folder, WireVersion.V16);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void damage(String which) throws SQLException {
    bench.close();
    try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("link.db"));
        Statement statement = raw.createStatement()) {
      assertEquals(1, statement.executeUpdate("UPDATE event SET body='{}' WHERE " + which));
    }
    bench = new Bench(folder, WireVersion.V16);
  }

  /**
   * 1.6 has no number for a transaction whose start was never told. As after one that was refused
   * for good, the end is told all the same, for people to settle.
   */
  @Test
  void aStartThatCannotBeReadTakesNoEndWithIt() throws SQLException {
    bench.report(Bench.transaction(Kind.STARTED, "t", "Authorized"));
    bench.report(Bench.transaction(Kind.ENDED, "t", "EVDeparted"));
    damage("kind='STARTED'");
    bench.link.start(bench.now());
    bench.link.opened("ocpp1.6", bench.now());
    bench.reply("BootNotification", Bench.boot("Accepted", 300));
    JsonNode stop = bench.reply("StopTransaction", "{}");
    assertEquals(-1, stop.get("transactionId").asInt());
    assertEquals(0, bench.store.queued());
    assertEquals(1, bench.store.refused());
    assertEquals(Map.of(), bench.store.kept("v16-transaction"), "its number is free again");
  }

  /** An end that cannot be read still ends: its number is not kept for ever. */
  @Test
  void anEndThatCannotBeReadReleasesItsNumber() throws SQLException {
    bench.link.start(bench.now());
    bench.link.opened("ocpp1.6", bench.now());
    bench.reply("BootNotification", Bench.boot("Accepted", 300));
    bench.reply("SecurityEventNotification", "{}");
    bench.report(Bench.transaction(Kind.STARTED, "t", "Authorized"));
    bench.reply("StartTransaction", STARTED);
    assertEquals(Map.of("t", "77"), bench.store.kept("v16-transaction"));
    bench.link.closed("gone", bench.now());
    bench.report(Bench.transaction(Kind.ENDED, "t", "EVDeparted"));
    damage("kind='ENDED'");
    bench.link.start(bench.now());
    bench.link.opened("ocpp1.6", bench.now());
    bench.reply("BootNotification", Bench.boot("Accepted", 300));
    assertEquals(Map.of(), bench.store.kept("v16-transaction"));
    assertEquals(0, bench.store.queued());
    bench.call("SecurityEventNotification");
    assertTrue(bench.frames.isEmpty(), bench.frames::toString);
  }
}
