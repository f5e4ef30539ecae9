package energy.ebbflow.simulator.bench.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the probes of a run measured, ns.
 *
 * @param leavesC from the reading that the vehicle left state C to the command to open
 * @param emergencyStop from the reading of the button to the same
 * @param failed trials in which the command did not come within 2 s, or the contactors never closed
 */
record Latencies(List<Long> leavesC, List<Long> emergencyStop, int failed) {
  Latencies {
    leavesC = leavesC.stream().sorted().toList();
    emergencyStop = emergencyStop.stream().sorted().toList();
  }

  /** Reads the files of a folder; lines that are not whole are left out. */
  static Latencies read(Path folder) throws IOException {
    List<Long> leaves = new ArrayList<>();
    List<Long> emergency = new ArrayList<>();
    int failed = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        for (String line : Files.readAllLines(file)) {
          String[] words = line.split(" ");
          if (words.length < 2) {
            continue;
          }
          long nanos = Long.parseLong(words[1]);
          if (nanos <= 0) {
            failed++;
          } else if (words[0].equals("leaves-c")) {
            leaves.add(nanos);
          } else {
            emergency.add(nanos);
          }
        }
      }
    }
    return new Latencies(leaves, emergency, failed);
  }

  /** The smallest value that {@code share} of all do not exceed; 0 of none. */
  static double quantile(List<Long> sorted, double share) {
    if (sorted.isEmpty()) {
      return 0;
    }
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.clamp(index, 0, sorted.size() - 1));
  }
}
