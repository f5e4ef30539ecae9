package energy.ebbflow.hal.rfid;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.ReadingSink;
import energy.ebbflow.hal.linux.Hardware;
import energy.ebbflow.hal.serial.SerialLine;
import energy.ebbflow.hal.serial.SerialPortLine;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PN532 with a thread of its own. A line that breaks is opened again every second; a reader that
 * is absent at the start is waited for the same way, because a station can be used without cards.
 */
public final class CardReader implements AutoCloseable {
  /** Bits per second of the PN532's serial line after reset. */
  public static final int BAUD = 115_200;

  private static final Logger LOG = LoggerFactory.getLogger(CardReader.class);
  private static final long REOPEN_NANOS = 1_000_000_000;
  private static final long PACE_NANOS = 10_000_000;
  private static final long JOIN_MILLIS = 500;

  private final SerialLine.Opener opener;
  private final BoardClock clock;
  private final Thread thread;
  private ReadingSink sink = reading -> true;
  private volatile boolean closed;

  /** A reader on a line that {@code opener} opens. */
  public CardReader(SerialLine.Opener opener, BoardClock clock) {
    this.opener = opener;
    this.clock = clock;
    this.thread = new Thread(this::run, "card-reader");
    thread.setDaemon(true);
  }

  /**
   * A reader by its place.
   *
   * @param place {@code serial:/dev/NAME} or {@code i2c:BUS:0xADDRESS}
   */
  public static CardReader at(String place, Hardware hardware, BoardClock clock) {
    String[] parts = place.split(":");
    if (parts[0].equals("serial")) {
      return new CardReader(() -> SerialPortLine.open(parts[1], BAUD), clock);
    }
    int bus = Integer.parseInt(parts[1]);
    int address = Integer.decode(parts[2]);
    return new CardReader(new OnI2c(hardware, bus, address), clock);
  }

  /** Begins to read; only once. */
  public void start(ReadingSink readings) {
    sink = readings;
    thread.start();
  }

  private void run() {
    CardPoll poll = CardPoll.initial(clock.nanos());
    @Nullable SerialLine line = null;
    while (!closed) {
      try {
        if (line == null) {
          line = opener.open();
        }
        CardPoll.Step step = poll.step(line.read(), clock.nanos());
        poll = step.next();
        step.readings().forEach(sink::offer);
        if (step.transmit().length > 0) {
          line.write(step.transmit());
        }
        LockSupport.parkNanos(this, PACE_NANOS);
      } catch (IOException e) {
        LOG.debug("card reader: {}", e.getMessage());
        if (line != null) {
          line.close();
          line = null;
        }
        CardPoll.Step step = poll.broken(String.valueOf(e.getMessage()), clock.nanos());
        poll = step.next();
        step.readings().forEach(sink::offer);
        LockSupport.parkNanos(this, REOPEN_NANOS);
      }
    }
    if (line != null) {
      line.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The same frames on I2C (UM0701-02, 6.2.4): each read begins with a byte whose lowest bit says
   * whether the reader has something to say.
   */
  private static final class OnI2c implements SerialLine, SerialLine.Opener {
    /** Ready byte, longest frame, and what is around it. */
    private static final int READ_BYTES = 64;

    private final Hardware hardware;
    private final int bus;
    private final int address;
    private Hardware.@Nullable I2c device;

    private OnI2c(Hardware hardware, int bus, int address) {
      this.hardware = hardware;
      this.bus = bus;
      this.address = address;
    }

    @Override
    public SerialLine open() throws IOException {
      if (device == null) {
        device = hardware.i2c(bus, address);
      }
      return this;
    }

    private Hardware.I2c device() throws IOException {
      Hardware.I2c open = device;
      if (open == null) {
        throw new IOException("the reader is not open");
      }
      return open;
    }

    @Override
    public byte[] read() throws IOException {
      byte[] bytes = device().read(READ_BYTES);
      return bytes.length < 2 || (bytes[0] & 1) == 0
          ? new byte[0]
          : Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      device().write(bytes);
    }

    /** The bus stays open: it belongs to the hardware. */
    @Override
    public void close() {}
  }
}
