package energy.ebbflow.ocpp.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.profile.Electrical;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Reset closes and opens the link within one process, whose clock goes on (decision 0210). */
class ReopenedTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final Path folder;
  private long nanos;
  private final LinkClock clock =
      LinkClock.system(START, () -> nanos, () -> Optional.of(START.plusNanos(nanos)));

  ReopenedTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private OcppConfig.Builder config(String scheme) {
    return OcppConfig.builder(
            URI.create(scheme + "://127.0.0.1:1/x"), "EB1", folder.resolve("link.db"))
        .outlets(new Outlet("cCCS2", true, new Electrical(400, 1, 22_000, 0)));
  }

  private OcppBackOffice open() {
    return OcppBackOffice.open(
        config("ws").build(), clock, (direction, type, id, action, said) -> {});
  }

  private void event(OcppBackOffice office, Kind kind) {
    office.report(
        new StationEvent.Transaction(
            kind,
            "t1",
            "Authorized",
            "Charging",
            1,
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            clock.steady(),
            List.of()));
  }

  @Test
  void aResetMovesNoTimeAndTheTimeIsCorrectedAfterIt() {
    try (OcppBackOffice first = open()) {
      nanos = Duration.ofHours(7).toNanos();
      event(first, Kind.STARTED);
      assertFalse(clock.timescale().keep(), "the link keeps the time");
    }
    nanos += Duration.ofSeconds(5).toNanos();
    Instant before = clock.now().instant();
    assertEquals(START.plus(Duration.ofHours(7)).plusSeconds(5), before);
    try (OcppBackOffice second = open()) {
      assertEquals(before, clock.now().instant());
      assertFalse(clock.timescale().keep(), "the second link keeps the time as the first did");
      assertTrue(clock.timescale().correct(Duration.ofMinutes(-3)));
      assertEquals(before.minusSeconds(180), clock.now().instant());
      assertEquals(1, second.openTransactions().size());
    }
    // And once more: what was told in this process counts, not what lies in a file.
    try (OcppBackOffice third = open()) {
      assertEquals(before.minusSeconds(180), clock.now().instant());
      assertTrue(clock.timescale().correct(Duration.ofMinutes(1)));
      event(third, Kind.ENDED);
    }
  }

  /** A link that could not be opened after its store was keeps nothing. */
  @Test
  void anAttemptThatFailsLeavesNothingBehind() {
    OcppConfig wrong = config("wss").trustedCertificates(folder.resolve("none.pem")).build();
    assertThrows(
        RuntimeException.class,
        () -> OcppBackOffice.open(wrong, clock, (direction, type, id, action, said) -> {}));
    assertTrue(clock.timescale().correct(Duration.ofMinutes(1)));
    try (OcppBackOffice second = open()) {
      assertFalse(clock.timescale().keep(), "the second attempt keeps the time");
      assertEquals(0, second.queued());
    }
  }
}
