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

/** Seeds of the campaign. More of them: {@code -Debbflow.seeds=1000 -Debbflow.firstSeed=1}. */
class CampaignTest {
  private static final int SEEDS = Integer.getInteger("ebbflow.seeds", 25);
  private static final int FIRST = Integer.getInteger("ebbflow.firstSeed", 1);

  private static Campaign campaign() throws Exception {
    Map<String, EvConfig> vehicles = new HashMap<>();
    for (String name : VehicleFile.NAMES) {
      vehicles.put(name, VehicleFile.read(name));
    }
    return new Campaign(vehicles);
  }

  @Test
  void nothingDangerousHappensInChaosAndServiceComesBackAfterIt() throws Exception {
    Campaign campaign = campaign();
    List<String> failures = new ArrayList<>();
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      Campaign.Report report = campaign.run(seed);
      if (report.failure().isPresent()) {
        failures.add(report.toString());
      }
    }
    assertTrue(failures.isEmpty(), String.join("\n", failures));
  }

  @Test
  void seedReplaysExactly() throws Exception {
    Campaign campaign = campaign();
    assertEquals(campaign.run(7).trace(), campaign.run(7).trace());
  }
}
