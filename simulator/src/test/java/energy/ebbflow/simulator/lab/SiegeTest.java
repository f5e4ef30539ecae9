package energy.ebbflow.simulator.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The whole station on a link that cannot be trusted, in virtual time: contacts follow the pilot
 * and the supervisor, and the next honest vehicle charges. A longer run: {@code ./ebbflow test
 * --fuzz SECONDS}, which sets {@code ebbflow.fuzzSeconds}.
 */
class SiegeTest {
  private static final int SEEDS = 12;
  private static final long SECONDS = Long.getLong("ebbflow.fuzzSeconds", 0);
  private static final long FIRST = Long.getLong("ebbflow.fuzzSeed", 1);

  /** What the seeds have to have shown, whichever they are. */
  private static final Set<String> SCENES =
      Set.of(
          "ISO 15118-20:DC",
          "ISO 15118-2,",
          "DIN 70121",
          "evse>ghost",
          "CurrentDemandResponse",
          "DcChargeLoopResponse",
          "session broke: undecodable message",
          "session broke: FAILED_SequenceError");

  private static Campaign campaign() throws Exception {
    Map<String, EvConfig> vehicles = new HashMap<>();
    for (String name : VehicleFile.NAMES) {
      vehicles.put(name, VehicleFile.read(name));
    }
    return new Campaign(vehicles);
  }

  @Test
  void contactsFollowThePilotAndTheNextVehicleCharges() throws Exception {
    Campaign campaign = campaign();
    List<String> failures = new ArrayList<>();
    Set<String> unseen = new HashSet<>(SCENES);
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    long seed = FIRST;
    while (seed < FIRST + SEEDS || SECONDS > 0 && System.nanoTime() - end < 0) {
      Campaign.Report report = campaign.besieged(seed++);
      if (report.failure().isPresent()) {
        failures.add(report.toString());
      }
      unseen.removeIf(scene -> report.trace().stream().anyMatch(line -> line.contains(scene)));
    }
    if (SECONDS > 0) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          "FUZZ whole station: %,d seeds from %d, %d failures, heap %d MiB after it%n",
          seed - FIRST,
          FIRST,
          failures.size(),
          (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
    assertTrue(failures.isEmpty(), String.join("\n", failures));
    assertEquals(Set.of(), unseen, "the dice have left out what they are thrown for");
  }

  @Test
  void seedReplaysExactly() throws Exception {
    Campaign campaign = campaign();
    assertEquals(campaign.besieged(7).trace(), campaign.besieged(7).trace());
  }
}
