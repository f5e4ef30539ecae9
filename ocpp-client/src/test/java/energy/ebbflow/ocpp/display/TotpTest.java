package energy.ebbflow.ocpp.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The one-time password of C25, against values that another implementation publishes. */
class TotpTest {
  @Test
  void knownIntervals() {
    assertEquals("5AViTp52", Totp.of("MySharedSecret", 59_000_000L, 8));
    assertEquals("8M9BjBLF", Totp.of("MySharedSecret", 59_000_001L, 8));
    assertEquals("gXEOrp", Totp.of("ABCDEFGH12345678", 1, 6));
  }

  /** The interval is the time since 1970 by the validity, rounded down. */
  @Test
  void theIntervalEndsWithItsValidity() {
    long start = 59_000_000L * 30;
    assertEquals("5AViTp52", Totp.at("MySharedSecret", 30, 8, Instant.ofEpochSecond(start)));
    assertEquals(
        "5AViTp52", Totp.at("MySharedSecret", 30, 8, Instant.ofEpochSecond(start + 29, 999)));
    assertEquals("8M9BjBLF", Totp.at("MySharedSecret", 30, 8, Instant.ofEpochSecond(start + 30)));
  }
}
