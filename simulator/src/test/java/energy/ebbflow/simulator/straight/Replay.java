package energy.ebbflow.simulator.straight;

import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.lab.Campaign;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Whole sessions with faults, in virtual time: what they come to, word for word. */
final class Replay implements Supplier<String> {
  private static final int SEEDS = 6;

  @Override
  public String get() {
    try {
      Map<String, EvConfig> vehicles = new HashMap<>();
      for (String name : VehicleFile.NAMES) {
        vehicles.put(name, VehicleFile.read(name));
      }
      Campaign campaign = new Campaign(vehicles);
      StringBuilder all = new StringBuilder();
      for (long seed = 1; seed <= SEEDS; seed++) {
        Campaign.Report report = campaign.run(seed);
        all.append(report).append('\n').append(String.join("\n", report.trace())).append('\n');
      }
      return all.toString();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
