package energy.ebbflow.simulator.board.driver;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.ConnectorLock;
import energy.ebbflow.hal.Contactors;
import energy.ebbflow.hal.ControlPilot;
import energy.ebbflow.hal.Indicator;
import energy.ebbflow.hal.IsolationMonitor;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.hal.RawEthernet;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.ResidualCurrent;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.Watchdog;
import energy.ebbflow.hal.WattHours;
import energy.ebbflow.hal.Watts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An AC outlet at the seam of the board: a vehicle asks for energy, and once the contactors are
 * told to close it leaves state C, or the emergency stop is pressed, again and again. What is
 * measured, in real time: from the call that hands over the reading until the firmware's call that
 * opens the contactors.
 */
final class ProbeBoard implements Board {
  private static final Logger LOG = LoggerFactory.getLogger(ProbeBoard.class);
  private static final long MILLI = 1_000_000;

  /** A safety microcontroller measures the line every 20 ms; what changed is told at once. */
  private static final long SAMPLE_NANOS = 20 * MILLI;

  private static final long SLOW_NANOS = 500 * MILLI;
  private static final long GIVE_UP_NANOS = 2_000 * MILLI;
  private static final long OPEN_GIVE_UP_NANOS = 60_000 * MILLI;

  /** One of so many trials is the emergency stop: it takes 5 s to recover. */
  private static final int EMERGENCY_EVERY = 60;

  private static final long RECOVER_NANOS = 5_500 * MILLI;
  private static final int GARBAGE_BYTES = 64 * 1024;
  private static final int GARBAGE_KEPT = 256;
  private static final Volts GRID = new Volts(230);

  private final BufferedWriter times;
  private final boolean garbage;
  private final Thread thread;
  private final Thread litter;
  private volatile boolean running = true;
  private volatile boolean closed;
  private volatile boolean locked;
  private volatile boolean pwm;
  private volatile long openedNanos;
  private volatile boolean mirrored;
  private ReadingSink sink = reading -> true;
  private double high = 12;
  private boolean pressed;
  private long slowNanos;
  private int trials;

  ProbeBoard(int evse, BufferedWriter times, boolean garbage) {
    this.times = times;
    this.garbage = garbage;
    this.thread = Thread.ofPlatform().name("probe-" + evse).daemon().unstarted(this::run);
    this.litter = Thread.ofPlatform().name("garbage").daemon().unstarted(this::litter);
  }

  @Override
  public void start(ReadingSink target) {
    sink = target;
    slow();
    thread.start();
    if (garbage) {
      litter.start();
    }
  }

  private void run() {
    try {
      talk(1_000 * MILLI);
      while (running) {
        trial(++trials % EMERGENCY_EVERY == 0);
      }
    } catch (IOException unwritable) {
      LOG.error("measured times cannot be written: {}", unwritable.getMessage());
    }
  }

  private void trial(boolean emergency) throws IOException {
    plugIfNeeded();
    level(6);
    long giveUp = System.nanoTime() + OPEN_GIVE_UP_NANOS;
    while (running && !closed) {
      if (System.nanoTime() - giveUp > 0) {
        write("gave-up", 0);
        return;
      }
      talk(SAMPLE_NANOS / 4);
    }
    // The moment must not be in step with the firmware's own rhythm.
    talk(20 * MILLI + trials * 7_919L * 1_000 % (20 * MILLI));
    openedNanos = 0;
    long before = System.nanoTime();
    if (emergency) {
      pressed = true;
      sink.offer(new Reading.EmergencyStop(true));
    } else {
      high = 9;
      sink.offer(pilot());
    }
    long limit = before + GIVE_UP_NANOS;
    while (openedNanos == 0 && System.nanoTime() - limit < 0) {
      talk(MILLI);
    }
    write(emergency ? "emergency-stop" : "leaves-c", openedNanos == 0 ? -1 : openedNanos - before);
    if (emergency) {
      level(12);
      talk(200 * MILLI);
      pressed = false;
      slow();
      talk(RECOVER_NANOS);
    }
  }

  private void plugIfNeeded() {
    if (high == 12) {
      level(9);
      talk(500 * MILLI);
    }
  }

  private void level(double volts) {
    high = volts;
    sink.offer(pilot());
  }

  private Reading pilot() {
    return new Reading.Pilot(new Volts(high), new Volts(pwm ? -12 : high));
  }

  /** Says what devices say, for so long. */
  private void talk(long nanos) {
    long end = System.nanoTime() + nanos;
    long sample = System.nanoTime();
    while (running && System.nanoTime() - end < 0) {
      long now = System.nanoTime();
      if (mirrored != closed) {
        mirrored = closed;
        sink.offer(new Reading.Contactor(mirrored));
      }
      if (now - sample >= 0) {
        sample = now + SAMPLE_NANOS;
        sink.offer(pilot());
      }
      if (now - slowNanos >= 0) {
        slowNanos = now + SLOW_NANOS;
        slow();
      }
      LockSupport.parkNanos(Math.min(MILLI, Math.max(1, end - System.nanoTime())));
    }
  }

  private void slow() {
    sink.offer(new Reading.EmergencyStop(pressed));
    sink.offer(new Reading.ResidualCurrent(false, true));
    sink.offer(new Reading.Grid(true));
    sink.offer(new Reading.Contactor(mirrored));
    sink.offer(new Reading.Lock(locked));
    sink.offer(new Reading.Proximity(Optional.of(new Amps(32))));
    sink.offer(new Reading.Temperature(30));
    sink.offer(
        new Reading.Meter(
            new WattHours(trials),
            WattHours.ZERO,
            Watts.ZERO,
            List.of(Amps.ZERO, Amps.ZERO, Amps.ZERO),
            List.of(GRID, GRID, GRID)));
  }

  private void write(String what, long nanos) throws IOException {
    times.write(what + " " + nanos);
    times.newLine();
    times.flush();
  }

  /** Young garbage all the time, and enough that lives a while for the old generation. */
  private void litter() {
    byte[][] kept = new byte[GARBAGE_KEPT][];
    int at = 0;
    while (running) {
      for (int i = 0; i < 8; i++) {
        kept[at] = new byte[GARBAGE_BYTES];
        at = (at + 1) % GARBAGE_KEPT;
      }
      LockSupport.parkNanos(2 * MILLI);
    }
  }

  @Override
  public ControlPilot controlPilot() {
    return signal -> pwm = signal instanceof PilotSignal.Pwm;
  }

  @Override
  public Contactors contactors() {
    return new Contactors() {
      @Override
      public void close(int phases) {
        closed = true;
      }

      @Override
      public void open() {
        openedNanos = System.nanoTime();
        closed = false;
      }
    };
  }

  @Override
  public Optional<ConnectorLock> connectorLock() {
    return Optional.of(
        new ConnectorLock() {
          @Override
          public void lock() {
            move(true);
          }

          @Override
          public void unlock() {
            move(false);
          }
        });
  }

  private void move(boolean bolt) {
    locked = bolt;
    sink.offer(new Reading.Lock(bolt));
  }

  @Override
  public Optional<ResidualCurrent> residualCurrent() {
    return Optional.of(() -> {});
  }

  @Override
  public Optional<PowerConverter> powerConverter() {
    return Optional.empty();
  }

  @Override
  public Optional<IsolationMonitor> isolationMonitor() {
    return Optional.empty();
  }

  @Override
  public Optional<Indicator> indicator() {
    return Optional.empty();
  }

  @Override
  public Optional<Watchdog> watchdog() {
    return Optional.empty();
  }

  @Override
  public Optional<RawEthernet> rawEthernet() {
    return Optional.empty();
  }

  @Override
  public void close() {
    running = false;
    closed = false;
  }
}
