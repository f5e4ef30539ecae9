package energy.ebbflow.firmware.vehicles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iec61851.tolerance.PauseTolerance;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Origin;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Verdict;
import energy.ebbflow.iec61851.tolerance.VehicleKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VehicleMemoryTest {
  private static final Instant NOW = Instant.parse("2026-01-01T18:00:00Z");
  private static final Identity CARD = new Identity(VehicleKey.Kind.ID_TOKEN, "04A1B2C3D4");
  private static final Identity VEHICLE = new Identity(VehicleKey.Kind.EVCC_ID, "02EBB0000009");

  @TempDir Path folder;

  private final List<String> said = new ArrayList<>();
  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

  private VehicleMemory open() {
    return VehicleMemory.open(folder, random, said::add);
  }

  private static PauseTolerance learned(Verdict verdict) {
    return new PauseTolerance(verdict, Origin.LEARNED, NOW, 8, 0, 0, List.of());
  }

  /** A verdict survives a restart. */
  @Test
  void whatWasLearnedIsThereAfterARestart() {
    try (VehicleMemory memory = open()) {
      memory.learn(memory.key(CARD), learned(Verdict.INTOLERANT), NOW);
    }
    try (VehicleMemory memory = open()) {
      assertEquals(
          learned(Verdict.INTOLERANT), memory.recall(List.of(CARD), NOW).orElseThrow().tolerance());
    }
    assertEquals(List.of(), said);
  }

  /** R27: neither database nor key file holds an identity, and others cannot read the key. */
  @Test
  void identitiesAreKeptAsKeyedHashesOnly() throws IOException {
    try (VehicleMemory memory = open()) {
      memory.learn(memory.key(CARD), learned(Verdict.TOLERANT), NOW);
      assertFalse(memory.key(CARD).toString().contains(CARD.text()));
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(CARD.text()), file::toString);
      }
    }
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("vehicles.key"))));
    assertFalse(CARD.toString().contains(CARD.text()));
  }

  /** Two stations make two keys of one card. */
  @Test
  void anotherStationMakesOtherKeys() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    try (VehicleMemory here = open();
        VehicleMemory there = VehicleMemory.open(other, random, said::add)) {
      assertFalse(here.key(CARD).equals(there.key(CARD)));
    }
  }

  /** A key file that somebody opened to others is closed again. */
  @Test
  void theKeyFileIsClosedToOthersAgain() throws IOException {
    byte[] first = StationSecret.in(folder, random);
    Path file = folder.resolve("vehicles.key");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertArrayEquals(first, StationSecret.in(folder, random));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  /** A damaged file is moved aside, said once, and the memory works. */
  @Test
  void aDamagedFileIsMovedAsideAndSaidOnce() throws IOException {
    Files.writeString(folder.resolve("vehicles.db"), "this is no database, but long enough");
    Files.write(folder.resolve("vehicles.key"), new byte[] {1, 2, 3});
    try (VehicleMemory memory = open()) {
      memory.learn(memory.key(CARD), learned(Verdict.TOLERANT), NOW);
      assertTrue(memory.recall(List.of(CARD), NOW).isPresent());
    }
    assertEquals(1, said.size(), said::toString);
    assertTrue(said.getFirst().contains("vehicles.db.damaged"), said::toString);
    assertTrue(Files.exists(folder.resolve("vehicles.db.damaged")));
    assertTrue(Files.exists(folder.resolve("vehicles.key.damaged")));
  }

  /** A full disk: the knowledge waits in memory, is said once, and is stored when there is room. */
  @Test
  void aFullDiskIsSaidOnceAndOutlived() throws SQLException {
    try (VehicleMemory memory = open()) {
      memory.limitPages(1);
      for (int i = 0; i < 400; i++) {
        Identity card = new Identity(VehicleKey.Kind.ID_TOKEN, "CARD" + i);
        memory.learn(memory.key(card), learned(Verdict.TOLERANT), NOW);
      }
      assertEquals(1, said.size(), said::toString);
      assertTrue(said.getFirst().contains("charging goes on"), said::toString);
      Identity last = new Identity(VehicleKey.Kind.ID_TOKEN, "CARD399");
      assertEquals(
          Verdict.TOLERANT, memory.recall(List.of(last), NOW).orElseThrow().tolerance().verdict());
      assertTrue(memory.waiting().size() <= VehicleMemory.UNSAVED_MAX);
      memory.limitPages(10_000);
      memory.learn(memory.key(CARD), learned(Verdict.TOLERANT), NOW);
      assertEquals(List.of(), memory.waiting());
      assertEquals("vehicles are stored again", said.getLast());
    }
  }

  /** A folder that cannot be written: everything works, until the next start. */
  @Test
  void withoutAFolderTheMemoryLivesForOneRun() {
    Path missing = folder.resolve("missing");
    try (VehicleMemory memory = VehicleMemory.open(missing, random, said::add)) {
      memory.learn(memory.key(CARD), learned(Verdict.TOLERANT), NOW);
      assertEquals(
          Verdict.TOLERANT, memory.recall(List.of(CARD), NOW).orElseThrow().tolerance().verdict());
    }
    assertTrue(said.size() >= 2 && said.size() <= 3, said::toString);
  }

  /** What was learned of a token is not held against a vehicle that has a name of its own. */
  @Test
  void theMostReliableIdentityCounts() {
    try (VehicleMemory memory = open()) {
      memory.learn(memory.key(CARD), learned(Verdict.INTOLERANT), NOW);
      KnownVehicle seen = memory.recall(List.of(CARD, VEHICLE), NOW).orElseThrow();
      assertEquals(memory.key(VEHICLE), seen.key());
      assertEquals(Verdict.UNKNOWN, seen.tolerance().verdict());
      // What somebody has set for the card holds, whatever vehicle it drives.
      memory.put(
          new KnownVehicle(
              memory.key(CARD),
              PauseTolerance.preset(Verdict.TOLERANT, Origin.MANUAL, 6, NOW),
              true,
              false,
              ""),
          NOW);
      assertEquals(
          Verdict.TOLERANT,
          memory.recall(List.of(CARD, VEHICLE), NOW).orElseThrow().tolerance().verdict());
    }
    assertEquals(Optional.empty(), open().recall(List.of(), NOW));
  }

  /** A person's word is not learned over. */
  @Test
  void whatAPersonHasSetIsNotOverwritten() {
    try (VehicleMemory memory = open()) {
      PauseTolerance set = PauseTolerance.preset(Verdict.TOLERANT, Origin.MANUAL, 6, NOW);
      memory.put(new KnownVehicle(memory.key(CARD), set, true, false, "mine"), NOW);
      memory.learn(memory.key(CARD), learned(Verdict.INTOLERANT), NOW);
      assertEquals(set, memory.find(memory.key(CARD)).orElseThrow().tolerance());
    }
  }

  /** A fleet file presets; a person goes before it; what it no longer names is learned again. */
  @Test
  void aFleetFilePresetsUntilItNoLongerNamesTheVehicle() {
    FleetFile.Entry entry =
        new FleetFile.Entry(
            List.of(CARD), Optional.of(Verdict.INTOLERANT), Optional.of(8.0), false, true, "van");
    try (VehicleMemory memory = open()) {
      memory.preset(List.of(entry), NOW);
      KnownVehicle van = memory.recall(List.of(CARD), NOW).orElseThrow();
      assertEquals(Verdict.INTOLERANT, van.tolerance().verdict());
      assertEquals(Origin.FLEET, van.tolerance().origin());
      assertEquals(8, van.tolerance().minimumAmps());
      assertFalse(van.testPermitted());
      assertTrue(van.phaseSwitching());
      memory.preset(List.of(), NOW);
      assertEquals(
          Verdict.UNKNOWN, memory.recall(List.of(CARD), NOW).orElseThrow().tolerance().verdict());
      PauseTolerance set = PauseTolerance.preset(Verdict.TOLERANT, Origin.MANUAL, 6, NOW);
      memory.put(new KnownVehicle(memory.key(CARD), set, true, false, ""), NOW);
      memory.preset(List.of(entry), NOW);
      assertEquals(
          Verdict.TOLERANT, memory.recall(List.of(CARD), NOW).orElseThrow().tolerance().verdict());
    }
  }

  /** The store is bounded: the longest unseen that was learned goes, what was set stays. */
  @Test
  void theStoreIsBounded() throws VehicleStoreException {
    try (VehicleStore store = VehicleStore.open(folder.resolve("vehicles.db"), 3)) {
      store.put(vehicle(0, PauseTolerance.preset(Verdict.TOLERANT, Origin.MANUAL, 6, NOW)), NOW);
      for (int i = 1; i <= 6; i++) {
        store.put(vehicle(i, learned(Verdict.TOLERANT)), NOW.plusSeconds(i));
      }
      assertEquals(4, store.all().size());
      assertTrue(store.find(vehicle(0, learned(Verdict.TOLERANT)).key()).isPresent());
      assertTrue(store.find(vehicle(1, learned(Verdict.TOLERANT)).key()).isEmpty());
      assertTrue(store.find(vehicle(6, learned(Verdict.TOLERANT)).key()).isPresent());
    }
  }

  private static KnownVehicle vehicle(int number, PauseTolerance tolerance) {
    VehicleKey key = VehicleKey.of(VehicleKey.Kind.ID_TOKEN, "CARD" + number, new byte[32]);
    return new KnownVehicle(key, tolerance, true, false, "");
  }
}
