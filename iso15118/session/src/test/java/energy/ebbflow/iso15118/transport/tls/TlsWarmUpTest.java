package energy.ebbflow.iso15118.transport.tls;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.pki.DevelopmentPki;
import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.pki.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsWarmUpTest {
  @TempDir Path pki;

  /** The rehearsal is the real thing, to its end, for each standard that there is a chain of. */
  @Test
  void shakesHandsWithItself() throws Exception {
    DevelopmentPki.write(pki, Instant.now(), new SecureRandom());
    ChargerTls tls = ChargerTls.of(PemFolder.forCharger(pki), true, new SecureRandom());
    assertTrue(TlsWarmUp.rehearse(tls, Profile.ISO20));
    assertTrue(TlsWarmUp.rehearse(tls, Profile.ISO2));
    delete(pki.resolve("secc/iso2"));
    delete(pki.resolve("secc/iso2-second"));
    ChargerTls only20 = ChargerTls.of(PemFolder.forCharger(pki), true, new SecureRandom());
    assertFalse(TlsWarmUp.rehearse(only20, Profile.ISO2));
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path each : List.copyOf(tree.toList()).reversed()) {
        Files.delete(each);
      }
    }
  }
}
