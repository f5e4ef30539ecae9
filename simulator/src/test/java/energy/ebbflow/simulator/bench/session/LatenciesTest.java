package energy.ebbflow.simulator.bench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the safety benchmark reads and counts what its probes measured. */
class LatenciesTest {
  @Test
  void filesOfAllOutletsAreOneSeriesAndTrialsThatFailedAreCounted(@TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("evse-2"), "leaves-c 300\nemergency-stop 70\nleaves-c -1\n");
    Files.writeString(folder.resolve("evse-3"), "leaves-c 100\ngave-up 0\nleaves");
    Latencies read = Latencies.read(folder);
    assertEquals(List.of(100L, 300L), read.leavesC());
    assertEquals(List.of(70L), read.emergencyStop());
    assertEquals(2, read.failed());
  }

  @Test
  void aQuantileIsTheSmallestValueThatTheShareDoesNotExceed() {
    List<Long> thousand = LongStream.rangeClosed(1, 1_000).boxed().toList();
    assertEquals(500, Latencies.quantile(thousand, 0.5));
    assertEquals(999, Latencies.quantile(thousand, 0.999));
    assertEquals(1_000, Latencies.quantile(thousand, 1));
    assertEquals(0, Latencies.quantile(List.of(), 0.5));
  }
}
