package energy.ebbflow.simulator.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.simulator.ev.file.VehicleFile;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.UserPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static boolean traced(Lab lab, String part) {
    return lab.trace().stream().anyMatch(line -> line.contains(part));
  }

  private static void charges(Lab lab) throws Exception {
    lab.next(VehicleFile.read("bpt-dc").with(UserPlan.ORDINARY), 0.3);
    lab.run(40);
    assertTrue(
        lab.body().view().inletAmps() > 4 && lab.evse().transaction().isPresent(),
        () -> String.join("\n", lab.trace()));
  }

  /** A vehicle that connects although the pilot is in A is turned away, as often as it comes. */
  @Test
  void connectionWithoutAPlugIsTurnedAway() throws Exception {
    UserPlan never =
        new UserPlan(1e6, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    Lab lab = new Lab(LabConfig.dc(VehicleFile.read("bpt-dc").with(never)));
    lab.run(3);
    for (int i = 0; i < 200; i++) {
      lab.accept();
      lab.run(0.05);
      assertFalse(lab.board().contactsTouch());
    }
    assertTrue(traced(lab, "closes the link: no vehicle is expected now"));
    assertFalse(traced(lab, "evse>ev"), "nobody is answered");
    charges(lab);
  }

  /**
   * A connection that takes the place of a session under current: the contacts open before anything
   * is said on it, and the next honest vehicle charges.
   */
  @Test
  void connectionInPlaceOfASessionOpensTheContacts() throws Exception {
    Lab lab = new Lab(LabConfig.dc(VehicleFile.read("bpt-dc")));
    lab.run(30);
    assertTrue(lab.board().contactsTouch(), () -> String.join("\n", lab.trace()));
    lab.accept();
    lab.run(1);
    assertFalse(lab.board().contactsTouch(), () -> String.join("\n", lab.trace()));
    charges(lab);
  }
}
