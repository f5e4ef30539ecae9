package energy.ebbflow.hal.infypower.driver;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.can.CanBus;
import energy.ebbflow.hal.can.CanFrame;
import energy.ebbflow.hal.infypower.InfyConfig;
import energy.ebbflow.hal.infypower.InfyGroup;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A group of power modules on a CAN bus.
 *
 * <p>One thread owns the bus. A command is a state, not an entry of a queue, and is carried out
 * within {@link #WAIT_MILLIS}. If the bus breaks the EVSE gets a {@link Reading.DeviceFault}, the
 * bus is opened again every second, and the modules switch off by themselves.
 */
public final class InfyConverter implements PowerConverter, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InfyConverter.class);

  /** How long one look at the bus may wait, and so a command at most. */
  private static final int WAIT_MILLIS = 5;

  /** Distance of attempts to open a broken bus. */
  private static final long REOPEN_NANOS = 1_000_000_000;

  /** Our own: a third of the time after which the EVSE forgets a report. */
  static final long REPEAT_NANOS = 10_000_000_000L;

  /** How long closing waits for the thread, ms. */
  private static final long JOIN_MILLIS = 2_000;

  private final CanBus.Opener opener;
  private final InfyConfig config;
  private final BoardClock clock;
  private final AtomicReference<Command> wish = new AtomicReference<>(new Command.Off());
  private final Thread thread = new Thread(this::run, "power-modules");
  private volatile boolean closed;

  // Only the thread touches these, once it runs.
  private @Nullable CanBus bus;
  private InfyGroup group;
  private ReadingSink sink = reading -> true;
  private long complainedNanos;

  /** Takes over an open bus. */
  public InfyConverter(CanBus first, CanBus.Opener opener, InfyConfig config, BoardClock clock) {
    this.bus = first;
    this.opener = opener;
    this.config = config;
    this.clock = clock;
    this.group = InfyGroup.initial(config, clock.nanos());
    thread.setDaemon(true);
  }

  /** Starts to talk; readings flow to {@code readings} from now on. */
  public void start(ReadingSink readings) {
    sink = readings;
    thread.start();
  }

  @Override
  public void apply(Command command) {
    wish.set(command);
  }

  private void run() {
    group = InfyGroup.initial(config, clock.nanos());
    while (!closed) {
      CanBus open = bus;
      if (open == null) {
        reopen();
        continue;
      }
      try {
        step(open, new InfyGroup.Input.Wish(wish.get()));
        Optional<CanFrame> frame = open.receive(WAIT_MILLIS);
        if (frame.isPresent()) {
          step(open, new InfyGroup.Input.Received(frame.get()));
        }
      } catch (IOException e) {
        broken(open, e);
      }
    }
    leave();
  }

  private void step(CanBus open, InfyGroup.Input input) throws IOException {
    InfyGroup.Step step = group.step(input, clock.nanos());
    group = step.next();
    send(open, step.transmit());
    step.readings().forEach(sink::offer);
    step.notes().forEach(LOG::warn);
  }

  /** What the bus does not take now is asked and ordered again by itself. */
  private static void send(CanBus open, List<CanFrame> frames) throws IOException {
    for (CanFrame frame : frames) {
      if (!open.send(frame)) {
        LOG.debug("the bus is full, {} is not sent", frame);
        return;
      }
    }
  }

  private void broken(CanBus open, IOException e) {
    LOG.warn("CAN bus broken: {}; it is opened again every second", e.getMessage());
    open.close();
    bus = null;
    complain("the CAN bus is broken: " + e.getMessage());
  }

  private void complain(String words) {
    complainedNanos = clock.nanos();
    sink.offer(new Reading.DeviceFault(InfyGroup.DEVICE, words));
  }

  private void reopen() {
    LockSupport.parkNanos(this, REOPEN_NANOS);
    if (closed) {
      return;
    }
    try {
      bus = opener.open();
      group = InfyGroup.initial(config, clock.nanos());
      LOG.info("CAN bus open again");
    } catch (IOException e) {
      LOG.debug("CAN bus still broken: {}", e.getMessage());
      if (clock.nanos() - complainedNanos >= REPEAT_NANOS) {
        complain("the CAN bus is still broken: " + e.getMessage());
      }
    }
  }

  /** Leaves the modules off, as far as the bus still carries the order. */
  private void leave() {
    CanBus open = bus;
    if (open == null) {
      return;
    }
    try {
      step(open, new InfyGroup.Input.Wish(new Command.Off()));
    } catch (IOException e) {
      LOG.warn("the power modules could not be switched off: {}", e.getMessage());
    }
    open.close();
  }

  @Override
  public void close() {
    wish.set(new Command.Off());
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // A converter that never ran still holds its bus.
    CanBus open = bus;
    if (open != null && !thread.isAlive()) {
      open.close();
      bus = null;
    }
  }
}
