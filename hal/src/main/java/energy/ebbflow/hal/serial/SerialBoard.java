package energy.ebbflow.hal.serial;

import energy.ebbflow.hal.Board;
import energy.ebbflow.hal.BoardClock;
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
import energy.ebbflow.hal.Watchdog;
import energy.ebbflow.hal.attached.AttachedDevices;
import energy.ebbflow.hal.mcu.McuMessage.Outputs;
import energy.ebbflow.hal.mcu.McuMessage.PilotMode;
import energy.ebbflow.hal.mcu.SafetyLink;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A board whose pilot and contactors belong to somebody at the other end of a serial line.
 *
 * <p>Commands change the wished outputs, wake the sending thread and return at once; there is no
 * queue that could overflow, because outputs are a state and not a sequence. A second thread reads.
 * If the line breaks the microcontroller opens the contactors by itself, the EVSE gets a {@link
 * Reading.DeviceFault}, and the line is opened again every second.
 */
final class SerialBoard implements Board {
  private static final Logger LOG = LoggerFactory.getLogger(SerialBoard.class);

  /** How often the sending thread looks, in real time. */
  private static final long PACE_NANOS = 5_000_000;

  /** Distance of attempts to open a broken line. */
  private static final long REOPEN_NANOS = 1_000_000_000;

  /** Our own: a third of the time after which the EVSE forgets a report. */
  static final long REPEAT_NANOS = 10_000_000_000L;

  /** How long closing waits for each thread, ms. */
  private static final long JOIN_MILLIS = 500;

  private final SerialLine.Opener opener;
  private final BoardClock clock;
  private final Kind kind;
  private final AttachedDevices attached;
  private final AtomicReference<Outputs> wish = new AtomicReference<>(Outputs.SAFE);
  private final Object turn = new Object();
  private final Thread sender = new Thread(this::send, "board-send");
  private final Thread receiver = new Thread(this::receive, "board-receive");

  // The line, the link and what it said belong to whoever holds "turn".
  private @Nullable SerialLine line;
  private SafetyLink link;
  private ReadingSink sink = reading -> true;
  private Outputs told = Outputs.SAFE;

  /** They are said to be closed, or were told to close and have not been said to be open since. */
  private boolean contactorsMayBeClosed;

  /** When the broken line was told last. */
  private long complainedNanos;

  private volatile boolean closed;

  /**
   * What is at the other end of the line.
   *
   * @param device its name in fault readings
   * @param link the controller's side of the talk with it, from a time on
   * @param lock whether the controller moves the plug's lock
   * @param selfTest whether it tests its residual-current device when it is told to
   * @param sign whether it has lights
   */
  record Kind(
      String device, LongFunction<SafetyLink> link, boolean lock, boolean selfTest, boolean sign) {}

  /**
   * Takes over an open line.
   *
   * @param attached the devices that are not behind the line
   */
  SerialBoard(
      SerialLine first,
      SerialLine.Opener opener,
      BoardClock clock,
      Kind kind,
      AttachedDevices attached) {
    this.attached = attached;
    this.line = first;
    this.opener = opener;
    this.clock = clock;
    this.kind = kind;
    this.link = kind.link().apply(clock.nanos());
    sender.setDaemon(true);
    receiver.setDaemon(true);
    // What the line says, and the order to open, go through them: as urgent as the outlet itself.
    sender.setPriority(Thread.MAX_PRIORITY);
    receiver.setPriority(Thread.MAX_PRIORITY);
  }

  @Override
  public void start(ReadingSink readings) {
    ReadingSink completed = attached.start(readings);
    synchronized (turn) {
      sink = completed;
    }
    receiver.start();
    sender.start();
  }

  private void change(UnaryOperator<Outputs> update) {
    wish.updateAndGet(update);
    LockSupport.unpark(sender);
  }

  // ---- threads

  private void send() {
    while (!closed) {
      synchronized (turn) {
        if (line != null) {
          Outputs next = wish.get();
          contactorsMayBeClosed |= told.phases() == 0 && next.phases() != 0;
          told = next;
          step(new SafetyLink.Input.Wish(next));
        }
        step(new SafetyLink.Input.Tick());
      }
      LockSupport.parkNanos(this, PACE_NANOS);
    }
  }

  private void receive() {
    while (!closed) {
      SerialLine open;
      synchronized (turn) {
        open = line;
      }
      if (open == null) {
        reopen();
        continue;
      }
      try {
        byte[] bytes = open.read();
        if (bytes.length > 0) {
          synchronized (turn) {
            step(new SafetyLink.Input.Received(bytes));
          }
        }
      } catch (IOException e) {
        broken(e);
      }
    }
  }

  /** Called with {@code turn} held. */
  private void step(SafetyLink.Input input) {
    SafetyLink.Step step = link.step(input, clock.nanos());
    link = step.next();
    for (byte[] frame : step.transmit()) {
      write(frame);
    }
    for (Reading reading : step.readings()) {
      if (reading instanceof Reading.Contactor(boolean said)) {
        contactorsMayBeClosed = said;
      }
      sink.offer(reading);
    }
  }

  private void write(byte[] frame) {
    SerialLine open = line;
    if (open == null) {
      return;
    }
    try {
      open.write(frame);
    } catch (IOException e) {
      broken(e);
    }
  }

  private void broken(IOException e) {
    synchronized (turn) {
      if (closed || line == null) {
        return;
      }
      LOG.warn("serial line broken: {}; it is opened again every second", e.getMessage());
      line.close();
      line = null;
      complain("serial line broken: " + e.getMessage());
      if (contactorsMayBeClosed) {
        sink.offer(new Reading.ContactorUnknown());
      }
    }
  }

  private void complain(String words) {
    complainedNanos = clock.nanos();
    sink.offer(new Reading.DeviceFault(kind.device(), words));
  }

  private void reopen() {
    LockSupport.parkNanos(this, REOPEN_NANOS);
    if (closed) {
      return;
    }
    try {
      SerialLine again = opener.open();
      synchronized (turn) {
        if (closed) {
          again.close();
          return;
        }
        line = again;
        link = link.anew(clock.nanos());
      }
      LOG.info("serial line open again");
    } catch (IOException e) {
      LOG.debug("serial line still broken: {}", e.getMessage());
      synchronized (turn) {
        if (clock.nanos() - complainedNanos >= REPEAT_NANOS) {
          complain("serial line still broken: " + e.getMessage());
        }
      }
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    change(outputs -> Outputs.SAFE);
    synchronized (turn) {
      step(new SafetyLink.Input.Wish(Outputs.SAFE));
      closed = true;
      if (line != null) {
        line.close();
        line = null;
      }
    }
    LockSupport.unpark(sender);
    LockSupport.unpark(receiver);
    try {
      sender.join(JOIN_MILLIS);
      receiver.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    attached.close();
  }

  // ---- ports

  @Override
  public ControlPilot controlPilot() {
    return signal ->
        change(
            o ->
                switch (signal) {
                  case PilotSignal.Steady() -> pilot(o, PilotMode.STEADY, 0);
                  case PilotSignal.Pwm(double percent) ->
                      pilot(o, PilotMode.PWM, (int) Math.round(percent * 100));
                  case PilotSignal.Zero() -> pilot(o, PilotMode.ZERO, 0);
                  case PilotSignal.Negative() -> pilot(o, PilotMode.NEGATIVE, 0);
                });
  }

  private static Outputs pilot(Outputs o, PilotMode mode, int duty) {
    return new Outputs(mode, duty, o.phases(), o.locked(), o.sign(), o.selfTests());
  }

  @Override
  public Contactors contactors() {
    return new Contactors() {
      @Override
      public void close(int phases) {
        change(o -> phases(o, phases));
      }

      @Override
      public void open() {
        change(o -> phases(o, 0));
      }
    };
  }

  private static Outputs phases(Outputs o, int phases) {
    return new Outputs(
        o.pilot(), o.dutyCentiPercent(), phases, o.locked(), o.sign(), o.selfTests());
  }

  @Override
  public Optional<ConnectorLock> connectorLock() {
    return kind.lock()
        ? Optional.of(
            new ConnectorLock() {
              @Override
              public void lock() {
                change(o -> locked(o, true));
              }

              @Override
              public void unlock() {
                change(o -> locked(o, false));
              }
            })
        : Optional.empty();
  }

  private static Outputs locked(Outputs o, boolean locked) {
    return new Outputs(
        o.pilot(), o.dutyCentiPercent(), o.phases(), locked, o.sign(), o.selfTests());
  }

  @Override
  public Optional<ResidualCurrent> residualCurrent() {
    return kind.selfTest()
        ? Optional.of(
            () ->
                change(
                    o ->
                        new Outputs(
                            o.pilot(),
                            o.dutyCentiPercent(),
                            o.phases(),
                            o.locked(),
                            o.sign(),
                            o.selfTests() + 1 & 0xFF)))
        : Optional.empty();
  }

  @Override
  public Optional<Indicator> indicator() {
    return kind.sign()
        ? Optional.of(
            sign ->
                change(
                    o ->
                        new Outputs(
                            o.pilot(),
                            o.dutyCentiPercent(),
                            o.phases(),
                            o.locked(),
                            sign.ordinal(),
                            o.selfTests())))
        : Optional.empty();
  }

  @Override
  public Optional<PowerConverter> powerConverter() {
    return attached.powerConverter();
  }

  @Override
  public Optional<IsolationMonitor> isolationMonitor() {
    return attached.isolationMonitor();
  }

  @Override
  public Optional<Watchdog> watchdog() {
    return Optional.empty();
  }

  @Override
  public Optional<RawEthernet> rawEthernet() {
    return Optional.empty();
  }
}
