package energy.ebbflow.hal.rfid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.BoardClock;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.linux.Hardware;
import energy.ebbflow.hal.linux.LineName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same reader on I2C: a byte that says "ready", then the frame, padded with zeros. */
@Timeout(60)
class CardReaderI2cTest {
  private static final BoardClock CLOCK =
      new BoardClock() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public double speed() {
          return 1;
        }
      };

  private final Pn532Model model = new Pn532Model();
  private final BlockingQueue<Reading> readings = new LinkedBlockingQueue<>();
  private volatile String broken = "";

  /** A bus with one reader on it, and nothing else. */
  private final class Bus implements Hardware, Hardware.I2c {
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    private void working() throws IOException {
      if (!broken.isEmpty()) {
        throw new IOException(broken);
      }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      working();
      waiting.writeBytes(model.step(bytes));
    }

    @Override
    public byte[] read(int count) throws IOException {
      working();
      byte[] out = new byte[count];
      byte[] all = waiting.toByteArray();
      if (all.length > 0) {
        int taken = Math.min(all.length, count - 1);
        out[0] = 1;
        System.arraycopy(all, 0, out, 1, taken);
        waiting.reset();
        waiting.writeBytes(Arrays.copyOfRange(all, taken, all.length));
      }
      return out;
    }

    @Override
    public I2c i2c(int bus, int address) {
      assertEquals(0x24, address);
      return this;
    }

    @Override
    public Output output(LineName line) throws IOException {
      throw new IOException("there are no lines");
    }

    @Override
    public Input input(LineName line) throws IOException {
      throw new IOException("there are no lines");
    }

    @Override
    public SpiDevice spi(int bus, int chipSelect, int hertz) throws IOException {
      throw new IOException("there is no SPI");
    }

    @Override
    public Pwm pwm(int chip, int channel) throws IOException {
      throw new IOException("there is no PWM");
    }

    @Override
    public WatchdogTimer watchdog(Path device, int seconds) throws IOException {
      throw new IOException("there is no watchdog");
    }

    @Override
    public String read(Path file) throws IOException {
      throw new IOException("there are no files");
    }

    @Override
    public void close() {}
  }

  @Test
  void aCardIsReadAndABrokenBusIsAFaultWithTheKernelsWords() throws Exception {
    try (CardReader reader = CardReader.at("i2c:1:0x24", new Bus(), CLOCK)) {
      reader.start(readings::add);
      model.card(new byte[] {4, 1, 2, 3, 4, 5, 6});
      assertEquals(new Reading.Rfid("04010203040506"), readings.take());
      broken = "I2C 1:0x24: Remote I/O error (errno 121)";
      Reading.DeviceFault fault = (Reading.DeviceFault) readings.take();
      assertTrue(fault.detail().contains("errno 121"), fault.detail());
      broken = "";
      model.card(new byte[] {4, 7, 7, 7});
      Reading next = readings.take();
      while (next instanceof Reading.DeviceFault) {
        next = readings.take();
      }
      assertEquals(new Reading.Rfid("04070707"), next);
    }
  }
}
