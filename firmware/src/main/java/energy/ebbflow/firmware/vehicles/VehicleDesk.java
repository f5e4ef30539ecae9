package energy.ebbflow.firmware.vehicles;

import energy.ebbflow.iec61851.tolerance.PauseTolerance;
import energy.ebbflow.iec61851.tolerance.VehicleKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that owns the memory of vehicles. Everybody else asks; nobody waits. A memory that is
 * too slow or fails costs knowledge, never a session: a vehicle that is not remembered in time is
 * unknown.
 */
public final class VehicleDesk implements AutoCloseable {
  /** Questions that may wait: each outlet asks a few times a visit. */
  public static final int QUESTIONS_MAX = 256;

  /** Our own: how long the queue is emptied for when the process ends. */
  private static final long DRAIN_MILLIS = 3_000;

  private static final Logger LOG = LoggerFactory.getLogger(VehicleDesk.class);

  /** The outlets, as far as the memory knows them. Implementations never block. */
  public interface Outlets {
    /**
     * What is remembered of the vehicle at an outlet.
     *
     * @param visit which visit it was asked for
     */
    void remembered(int evse, long visit, KnownVehicle vehicle);

    /** Somebody changed what is remembered of a vehicle, wherever it is. */
    void changed(KnownVehicle vehicle);
  }

  private final BlockingQueue<Consumer<VehicleMemory>> queue =
      new ArrayBlockingQueue<>(QUESTIONS_MAX);
  private final AtomicBoolean overflowed = new AtomicBoolean();
  private final Supplier<VehicleMemory> opening;
  private final Outlets outlets;
  private final Supplier<Instant> wall;
  private final Thread thread = new Thread(this::run, "vehicles");
  private volatile boolean running = true;

  /**
   * Makes the desk; {@link #start} starts its thread.
   *
   * @param opening opens the memory, on the desk's own thread
   * @param wall time of day, for what is written down
   */
  public VehicleDesk(Supplier<VehicleMemory> opening, Outlets outlets, Supplier<Instant> wall) {
    this.opening = opening;
    this.outlets = outlets;
    this.wall = wall;
  }

  public void start() {
    thread.start();
  }

  /** Asks what is remembered; {@link Outlets#remembered} answers, unless nothing was shown. */
  public void recall(int evse, long visit, List<Identity> shown) {
    List<Identity> copy = List.copyOf(shown);
    offer(
        memory ->
            memory
                .recall(copy, wall.get())
                .ifPresent(vehicle -> outlets.remembered(evse, visit, vehicle)));
  }

  /** Notes what was learned. */
  public void learn(VehicleKey key, PauseTolerance tolerance) {
    offer(memory -> memory.learn(key, tolerance, wall.get()));
  }

  /**
   * Does what people or a back office ask; what is changed is told to the outlets.
   *
   * @param answer on the desk's thread, or at once where the desk is overrun
   */
  public void command(
      VehicleCommands.Action action, String request, Consumer<VehicleCommands.Answer> answer) {
    boolean taken =
        offer(
            memory -> {
              VehicleCommands.Answer done =
                  VehicleCommands.handle(memory, action, request, wall.get());
              Optional<KnownVehicle> changed = done.changed();
              changed.ifPresent(outlets::changed);
              answer.accept(done);
            });
    if (!taken) {
      answer.accept(VehicleCommands.refusal("too many requests wait; try again"));
    }
  }

  private boolean offer(Consumer<VehicleMemory> work) {
    boolean taken = queue.offer(work);
    if (!taken && !overflowed.getAndSet(true)) {
      LOG.warn("more than {} questions about vehicles wait; some are not answered", QUESTIONS_MAX);
    }
    return taken;
  }

  private void run() {
    try (VehicleMemory memory = opening.get()) {
      while (running || !queue.isEmpty()) {
        Consumer<VehicleMemory> work = queue.take();
        overflowed.set(false);
        handle(work, memory);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A defect in here must not end the memory, and never the station. */
  private static void handle(Consumer<VehicleMemory> work, VehicleMemory memory) {
    try {
      work.accept(memory);
    } catch (RuntimeException defect) {
      LOG.error("a question about a vehicle failed; the vehicle counts as unknown", defect);
    }
  }

  /** Writes what waits, for a bounded time, and ends the thread. */
  @Override
  public void close() {
    running = false;
    // Wakes the thread; if the queue is full it does not wait for it.
    queue.offer(memory -> {});
    try {
      thread.join(DRAIN_MILLIS);
      thread.interrupt();
      thread.join(DRAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
