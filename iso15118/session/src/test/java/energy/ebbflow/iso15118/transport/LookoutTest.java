package energy.ebbflow.iso15118.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookoutTest {
  private static final V2gMessage MESSAGE =
      new SupportedAppProtocolRequest(List.of(new AppProtocol("urn:x", 1, 0, 1, 1)));

  private final Lookout lookout = new Lookout();

  @BeforeEach
  void moreThanOneProcessor() {
    assumeTrue(
        Runtime.getRuntime().availableProcessors() > 1,
        "skipped: with one processor nobody looks out");
  }

  /** Whoever brings a response must know whether it will be taken, or it would be lost. */
  @Test
  void nothingIsLeftWhileNobodyLooks() {
    assertFalse(lookout.leave(MESSAGE));
    assertTrue(lookout.begin());
    assertTrue(lookout.leave(MESSAGE));
    assertFalse(lookout.leave(MESSAGE), "there is room for one");
    assertSame(MESSAGE, lookout.end());
    assertFalse(lookout.leave(MESSAGE));
  }

  /** A busy machine: looks in vain become rare, and one that succeeds makes them usual again. */
  @Test
  void looksInVainBecomeRare() {
    int looks = 0;
    int requests = 4 * Lookout.WITHOUT_MAX;
    for (int i = 0; i < requests; i++) {
      if (lookout.begin()) {
        assertNull(lookout.end(), "nobody left anything");
        looks++;
      }
    }
    // Looks with 1, 2, 4 ... 64 and 64 requests between them.
    assertEquals(9, looks);
    while (!lookout.begin()) {
      assertFalse(lookout.leave(MESSAGE));
    }
    assertTrue(lookout.leave(MESSAGE));
    assertSame(MESSAGE, lookout.end());
    assertTrue(lookout.begin(), "after a success the next request is looked out for");
  }
}
