package energy.ebbflow.simulator.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    long seed = FIRST;
    while (seed < FIRST + SEEDS || SECONDS > 0 && System.nanoTime() - end < 0) {
      Campaign.Report report = campaign.besieged(seed++);
      if (report.failure().isPresent()) {
        failures.add(report.toString());
      }
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
  }

  @Test
  void seedReplaysExactly() throws Exception {
    Campaign campaign = campaign();
    assertEquals(campaign.besieged(7).trace(), campaign.besieged(7).trace());
  }
}
