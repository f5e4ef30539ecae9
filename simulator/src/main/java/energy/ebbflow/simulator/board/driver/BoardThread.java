package energy.ebbflow.simulator.board.driver;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.simulator.board.VirtualBoard;
import energy.ebbflow.simulator.board.VirtualBoardSpec;
import energy.ebbflow.simulator.cable.StationTerminals;
import energy.ebbflow.simulator.cable.VehicleSide;
import energy.ebbflow.simulator.cable.VehicleTerminals;
import energy.ebbflow.simulator.physics.EnergyMeter;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns a {@link VirtualBoard}: carries out commands from a bounded queue and ticks as time passes.
 * Commands never block their caller.
 */
final class BoardThread implements Runnable {
  /** Commands that may wait; an EVSE sends a handful per pass. */
  static final int COMMANDS_MAX = 1024;

  /**
   * Most ticks made up for after a pause of the process (10 s of virtual time); the physics stands
   * still for the rest.
   */
  static final int CATCH_UP_TICKS_MAX = 2000;

  /** Real time without a feed until the watchdog acts. */
  static final long WATCHDOG_NANOS = 3_000_000_000L;

  /** Shortest sleep in real time; several ticks are done at once when the clock runs fast. */
  private static final long SLEEP_NANOS_MIN = 500_000;

  private static final long JOIN_MILLIS = 2000;

  private static final Logger LOG = LoggerFactory.getLogger(BoardThread.class);

  private final BoardClock clock;
  private final Optional<MeterFile> meter;
  private final VehicleSide vehicle;
  private final ReadingSink sink;
  private final VirtualBoard board;
  private final BlockingQueue<Consumer<VirtualBoard>> commands =
      new ArrayBlockingQueue<>(COMMANDS_MAX);
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean overflowed;
  private volatile long fedNanos = NEVER;

  private static final long NEVER = Long.MIN_VALUE;

  BoardThread(
      String name,
      VirtualBoardSpec spec,
      Optional<MeterFile> meter,
      BoardClock clock,
      VehicleSide vehicle,
      ReadingSink sink) {
    this.clock = clock;
    this.vehicle = vehicle;
    this.sink = sink;
    this.meter = meter;
    this.board = new VirtualBoard(spec, meter.map(MeterFile::read).orElse(EnergyMeter.NEW), sink);
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this);
  }

  void start() {
    thread.start();
  }

  /** Offers a command; from any thread. */
  void command(Consumer<VirtualBoard> command) {
    if (!commands.offer(command)) {
      // A controller that floods its board has lost control: the board goes to its safe state.
      overflowed = true;
    }
    LockSupport.unpark(thread);
  }

  /** Feeds the watchdog, which is armed by the first feed. */
  void feed() {
    fedNanos = clock.nanos();
  }

  @Override
  public void run() {
    try {
      loop();
    } catch (RuntimeException ourBug) {
      LOG.error("the virtual board broke; it goes to its safe state", ourBug);
      sink.offer(new Reading.DeviceFault("simulated board", String.valueOf(ourBug.getMessage())));
    } finally {
      board.safeState();
      vehicle.close();
    }
  }

  private void loop() {
    long origin = clock.nanos();
    VehicleTerminals shown = VehicleTerminals.UNPLUGGED;
    while (!closed) {
      carryOutCommands();
      guard();
      long due = (clock.nanos() - origin - board.nanos()) / VirtualBoard.TICK_NANOS;
      if (due > CATCH_UP_TICKS_MAX) {
        LOG.warn("the board paused for {} ticks, {} are made up for", due, CATCH_UP_TICKS_MAX);
        origin += (due - CATCH_UP_TICKS_MAX) * VirtualBoard.TICK_NANOS;
        due = CATCH_UP_TICKS_MAX;
      }
      for (long i = 0; i < due; i++) {
        StationTerminals station = board.tick(shown);
        shown = vehicle.exchange(station);
      }
      meter.ifPresent(file -> file.write(board.meter()));
      sleepUntil(origin + board.nanos() + VirtualBoard.TICK_NANOS);
    }
  }

  private void carryOutCommands() {
    for (int i = 0; i < COMMANDS_MAX; i++) {
      Consumer<VirtualBoard> command = commands.poll();
      if (command == null) {
        return;
      }
      command.accept(board);
    }
  }

  private void guard() {
    if (overflowed) {
      overflowed = false;
      board.safeState();
      board.reportFault("simulated board", "more than " + COMMANDS_MAX + " commands waited");
    }
    long fed = fedNanos;
    if (fed != NEVER && clock.nanos() - fed > WATCHDOG_NANOS * clock.speed()) {
      fedNanos = NEVER;
      board.safeState();
      board.reportFault("watchdog", "not fed for " + WATCHDOG_NANOS / 1_000_000 + " ms");
    }
  }

  private void sleepUntil(long virtualNanos) {
    long real = (long) ((virtualNanos - clock.nanos()) / clock.speed());
    LockSupport.parkNanos(this, Math.max(SLEEP_NANOS_MIN, real));
  }

  /** Opens the contactors and stops the thread. Idempotent. */
  void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
