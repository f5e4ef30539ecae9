package energy.ebbflow.firmware.vehicles;

import energy.ebbflow.firmware.storage.DatabaseFile;
import energy.ebbflow.iec61851.DutyCycle;
import energy.ebbflow.iec61851.tolerance.PauseTolerance;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Origin;
import energy.ebbflow.iec61851.tolerance.PauseTolerance.Verdict;
import energy.ebbflow.iec61851.tolerance.VehicleKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What the station knows of vehicles, by identity. Nothing here stops charging: a damaged file is
 * moved aside, what a full disk does not take is kept in memory, and each trouble is said once.
 *
 * <p>Owned by one thread.
 */
public final class VehicleMemory implements AutoCloseable {
  /** Vehicles that wait for a disk with room. */
  static final int UNSAVED_MAX = 256;

  private static final String FILE = "vehicles.db";

  private final Path folder;
  private final byte[] secret;
  private final Consumer<String> say;
  private Optional<VehicleStore> store;
  private final Map<VehicleKey, KnownVehicle> unsaved = new LinkedHashMap<>();
  private boolean failing;

  private VehicleMemory(
      Path folder, byte[] secret, Consumer<String> say, Optional<VehicleStore> store) {
    this.folder = folder;
    this.secret = secret.clone();
    this.say = say;
    this.store = store;
    this.failing = store.isEmpty();
  }

  /**
   * Opens the memory of a station.
   *
   * @param random makes the station's secret at the first start
   * @param say where troubles are said, in words
   */
  public static VehicleMemory open(Path folder, RandomGenerator random, Consumer<String> say) {
    byte[] secret;
    try {
      secret = StationSecret.in(folder, random);
    } catch (IOException failure) {
      secret = new byte[StationSecret.BYTES];
      random.nextBytes(secret);
      say.accept(
          "the station's secret can be neither read nor written ("
              + failure.getMessage()
              + "); vehicles are remembered until the next start only");
    }
    return new VehicleMemory(folder, secret, say, store(folder, say));
  }

  private static Optional<VehicleStore> store(Path folder, Consumer<String> say) {
    Path file = folder.resolve(FILE);
    try {
      return Optional.of(VehicleStore.open(file));
    } catch (VehicleStoreException first) {
      Throwable cause = first.getCause();
      if (cause == null || !DatabaseFile.damaged(cause)) {
        say.accept(
            first.getMessage()
                + "; the file stays as it is, charging goes on, vehicles are remembered in memory"
                + " only");
        return Optional.empty();
      }
      return anew(file, String.valueOf(first.getMessage()), say);
    }
  }

  private static Optional<VehicleStore> anew(Path file, String why, Consumer<String> say) {
    try {
      Path aside = DatabaseFile.moveAside(file);
      VehicleStore fresh = VehicleStore.open(file);
      say.accept(
          why
              + "; the file is moved aside to "
              + aside.getFileName()
              + " and vehicles are learned anew");
      return Optional.of(fresh);
    } catch (IOException | VehicleStoreException failure) {
      say.accept(
          failure.getMessage() + "; charging goes on, vehicles are remembered in memory only");
      return Optional.empty();
    }
  }

  /** The key of an identity. */
  public VehicleKey key(Identity identity) {
    return VehicleKey.of(identity.kind(), identity.text(), secret);
  }

  /**
   * Remembers a vehicle by what it showed. What somebody has set, or a fleet file, holds under each
   * identity; what was learned holds under the most reliable one only, since a token may drive
   * several vehicles.
   *
   * @return under the key of its most reliable identity; empty where it showed none
   */
  public Optional<KnownVehicle> recall(List<Identity> shown, Instant now) {
    List<VehicleKey> keys = keys(shown);
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    KnownVehicle best =
        find(keys.getFirst()).orElseGet(() -> KnownVehicle.unknown(keys.getFirst(), now));
    if (!best.tolerance().learns()) {
      return Optional.of(best);
    }
    for (VehicleKey other : keys.subList(1, keys.size())) {
      Optional<KnownVehicle> known = find(other).filter(vehicle -> !vehicle.tolerance().learns());
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.of(best);
  }

  private List<VehicleKey> keys(List<Identity> shown) {
    return shown.stream()
        .sorted(Comparator.comparing(Identity::kind))
        .map(this::key)
        .distinct()
        .toList();
  }

  /** Notes what was learned of a vehicle; what somebody has set is not overwritten. */
  public void learn(VehicleKey key, PauseTolerance tolerance, Instant now) {
    KnownVehicle known = find(key).orElseGet(() -> KnownVehicle.unknown(key, now));
    boolean weaker = tolerance.origin().compareTo(known.tolerance().origin()) < 0;
    if (!weaker) {
      put(known.knowing(tolerance), now);
    }
  }

  /** What is remembered under a key. */
  public Optional<KnownVehicle> find(VehicleKey key) {
    KnownVehicle waiting = unsaved.get(key);
    if (waiting != null) {
      return Optional.of(waiting);
    }
    try {
      return store.isEmpty() ? Optional.empty() : store.get().find(key);
    } catch (VehicleStoreException failure) {
      trouble(failure);
      return Optional.empty();
    }
  }

  /** Every vehicle, what is not saved yet first. */
  public List<KnownVehicle> all() {
    Map<VehicleKey, KnownVehicle> vehicles = new LinkedHashMap<>(unsaved);
    try {
      if (store.isPresent()) {
        store.get().all().forEach(vehicle -> vehicles.putIfAbsent(vehicle.key(), vehicle));
      }
    } catch (VehicleStoreException failure) {
      trouble(failure);
    }
    return List.copyOf(vehicles.values());
  }

  /** Remembers; what waited for room on the disk goes with it. */
  public void put(KnownVehicle vehicle, Instant now) {
    unsaved.remove(vehicle.key());
    if (unsaved.size() >= UNSAVED_MAX) {
      unsaved.remove(unsaved.keySet().iterator().next());
    }
    unsaved.put(vehicle.key(), vehicle);
    save(now);
  }

  private void save(Instant now) {
    if (store.isEmpty()) {
      return;
    }
    try {
      for (KnownVehicle vehicle : List.copyOf(unsaved.values())) {
        store.get().put(vehicle, now);
        unsaved.remove(vehicle.key());
      }
      if (failing) {
        failing = false;
        say.accept("vehicles are stored again");
      }
    } catch (VehicleStoreException failure) {
      trouble(failure);
    }
  }

  /** Forgets a vehicle; whether it was known. */
  public boolean forget(VehicleKey key) {
    boolean waited = unsaved.remove(key) != null;
    try {
      return (store.isPresent() && store.get().remove(key)) || waited;
    } catch (VehicleStoreException failure) {
      trouble(failure);
      return waited;
    }
  }

  /**
   * Takes over a fleet file. What a person has set stays; a vehicle that the file no longer names
   * is learned from now on, with the evidence that there is.
   */
  public void preset(List<FleetFile.Entry> fleet, Instant now) {
    Set<VehicleKey> named = new LinkedHashSet<>();
    for (FleetFile.Entry entry : fleet) {
      for (Identity identity : entry.identities()) {
        VehicleKey key = key(identity);
        named.add(key);
        KnownVehicle known = find(key).orElseGet(() -> KnownVehicle.unknown(key, now));
        KnownVehicle wanted = preset(known, entry, now);
        if (known.tolerance().origin() != Origin.MANUAL && !wanted.equals(known)) {
          put(wanted, now);
        }
      }
    }
    for (KnownVehicle vehicle : all()) {
      if (vehicle.tolerance().origin() == Origin.FLEET && !named.contains(vehicle.key())) {
        put(vehicle.knowing(asLearned(vehicle.tolerance(), now)), now);
      }
    }
  }

  private static KnownVehicle preset(KnownVehicle known, FleetFile.Entry entry, Instant now) {
    PauseTolerance old = known.tolerance();
    double minimum = entry.minimumAmps().orElse(old.minimumAmps());
    // A verdict of the file holds as it is; without one, only the minimum is a preset.
    PauseTolerance tolerance =
        entry.verdict().isPresent()
            ? set(old, entry.verdict().get(), Origin.FLEET, minimum, now)
            : old.origin() == Origin.FLEET
                ? set(old, Verdict.UNKNOWN, Origin.LEARNED, minimum, now)
                : set(old, old.verdict(), old.origin(), minimum, now);
    return new KnownVehicle(
        known.key(), tolerance, entry.testPermitted(), entry.phaseSwitching(), entry.label());
  }

  private static PauseTolerance asLearned(PauseTolerance old, Instant now) {
    return set(old, Verdict.UNKNOWN, Origin.LEARNED, DutyCycle.MIN_AMPS, now);
  }

  /** The same evidence under another verdict; its date stays while the verdict does. */
  static PauseTolerance set(
      PauseTolerance old, Verdict verdict, Origin origin, double minimumAmps, Instant now) {
    boolean same = old.verdict() == verdict && old.origin() == origin;
    return new PauseTolerance(
        verdict,
        origin,
        same ? old.since() : now,
        minimumAmps,
        old.pauseLimitSeconds(),
        old.interruptionLimit(),
        old.evidence());
  }

  private void trouble(VehicleStoreException failure) {
    if (!failing) {
      failing = true;
      say.accept(failure.getMessage() + "; charging goes on, what is learned waits in memory");
    }
  }

  /** Vehicles that are not on the disk. */
  List<KnownVehicle> waiting() {
    return new ArrayList<>(unsaved.values());
  }

  /** Limits the file's size; a full file behaves as a full disk does. */
  void limitPages(int pages) throws java.sql.SQLException {
    if (store.isPresent()) {
      store.get().limitPages(pages);
    }
  }

  @Override
  public void close() {
    try {
      if (store.isPresent()) {
        store.get().close();
      }
    } catch (VehicleStoreException failure) {
      say.accept(String.valueOf(failure.getMessage()));
    }
    store = Optional.empty();
  }

  @Override
  public String toString() {
    return "vehicles in " + folder;
  }
}
