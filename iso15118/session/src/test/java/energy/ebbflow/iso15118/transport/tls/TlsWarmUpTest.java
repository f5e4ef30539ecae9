package energy.ebbflow.iso15118.transport.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.pki.DevelopmentPki;
import energy.ebbflow.iso15118.pki.PemFolder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsWarmUpTest {
  @TempDir Path pki;

  /** The rehearsal is the real thing: TLS 1.3, mutual, to its end. */
  @Test
  void shakesHandsWithItself() throws Exception {
    DevelopmentPki.write(pki, Instant.now(), new SecureRandom());
    TlsContexts contexts = TlsContexts.forCharger(PemFolder.forCharger(pki), new SecureRandom());
    TlsContexts.Pair pair = contexts.selfTest().orElseThrow();
    assertTrue(TlsWarmUp.shakeHands(pair.server(), pair.client()));
    assertEquals("TLSv1.3", pair.server().getSession().getProtocol());
    assertEquals(3, pair.server().getSession().getPeerCertificates().length);
  }
}
