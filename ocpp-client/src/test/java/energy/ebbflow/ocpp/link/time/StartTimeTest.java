package energy.ebbflow.ocpp.link.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Bench;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What time it is after a start: as late as what is known, and never later (decision 0210). */
class StartTimeTest {
  private static final Instant NO_CLOCK = Instant.parse("1970-01-01T00:00:07Z");

  @TempDir Path folder;

  private Bench at(Instant shows) {
    return Bench.withClock(folder, shows, WireVersion.V21);
  }

  /** It was seen until the cut; that it might have been there a minute longer is no known time. */
  @Test
  void aPowerCutDoesNotPutTheClockAhead() {
    Instant before;
    try (Bench bench = at(Bench.START)) {
      bench.online();
      bench.pass(5);
      before = bench.now().instant();
    }
    try (Bench bench = at(NO_CLOCK)) {
      assertFalse(bench.now().instant().isAfter(before), () -> bench.now().instant().toString());
      assertEquals(Optional.of(Bench.START), bench.station.presence().lastSeen());
    }
  }

  /** A clock that is broken and was confirmed by nobody does not hold the next start fast. */
  @Test
  void aBrokenClockIsForgottenWithItsRun() {
    try (Bench bench = at(Instant.parse("2037-01-01T00:00:00Z"))) {
      bench.link.start(bench.now());
      bench.pass(120);
    }
    try (Bench bench = at(Bench.START)) {
      assertEquals(Bench.START, bench.now().instant());
    }
  }

  /** Nor does what it recorded meanwhile. */
  @Test
  void whatABrokenClockRecordedIsNotKnown() {
    try (Bench bench = at(Bench.START)) {
      bench.online();
    }
    try (Bench bench = at(Instant.parse("2037-01-01T00:00:00Z"))) {
      bench.link.start(bench.now());
      bench.store.addNow(
          Bench.at(Bench.transaction(Kind.STARTED, "t1", "Authorized"), bench.now().instant()),
          true);
    }
    Instant later = Bench.START.plusSeconds(86_400);
    try (Bench bench = at(later)) {
      assertEquals(later, bench.now().instant());
    }
  }
}
