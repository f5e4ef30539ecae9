package energy.ebbflow.hal.linux;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiMode;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import com.pi4j.plugin.linuxfs.provider.i2c.LinuxFsI2CProvider;
import com.pi4j.plugin.linuxfs.provider.spi.LinuxFsSpiProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Raspberry Pi or another board that Pi4J knows: GPIO by its plugin {@code gpiod}, SPI and I2C by
 * {@code linuxfs}; PWM, watchdog and sensors by the kernel's own files.
 */
public final class Pi4jHardware implements Hardware {
  private static final Logger LOG = LoggerFactory.getLogger(Pi4jHardware.class);

  private static final Path FIRST_CHIP = Path.of("/dev/gpiochip0");

  /** Largest file of a sensor that is read. */
  private static final int FILE_BYTES_MAX = 4096;

  private final Context context;
  private final Deque<AutoCloseable> closing = new ArrayDeque<>();
  private boolean closed;

  private Pi4jHardware(Context context) {
    this.context = context;
  }

  /**
   * Starts Pi4J with exactly the providers that are used.
   *
   * @throws IOException if it does not start here, for example because its native library is made
   *     for ARM only
   */
  public static Hardware open() throws IOException {
    if (!Files.exists(FIRST_CHIP)) {
      throw new IOException("expected a GPIO chip at " + FIRST_CHIP + ", got none");
    }
    return new Pi4jHardware(
        calling(
            "Pi4J",
            () ->
                Pi4J.newContextBuilder()
                    .noAutoDetect()
                    .add(
                        GpioDDigitalOutputProvider.newInstance(),
                        GpioDDigitalInputProvider.newInstance(),
                        LinuxFsSpiProvider.newInstance(),
                        LinuxFsI2CProvider.newInstance())
                    .build()));
  }

  @Override
  public Output output(LineName line) throws IOException {
    String name = line.toString();
    DigitalState off = line.activeLow() ? DigitalState.HIGH : DigitalState.LOW;
    DigitalOutput output =
        calling(
            name,
            () ->
                context.create(
                    DigitalOutput.newConfigBuilder(context)
                        .id("output-" + line.number())
                        .address(line.number())
                        .initial(off)
                        .shutdown(off)
                        .provider(GpioDDigitalOutputProvider.class)));
    closing.push(() -> output.state(off));
    return active ->
        calling(name, () -> output.state(DigitalState.getState(active != line.activeLow())));
  }

  @Override
  public Input input(LineName line) throws IOException {
    String name = line.toString();
    PullResistance pull =
        switch (line.pull()) {
          case NONE -> PullResistance.OFF;
          case UP -> PullResistance.PULL_UP;
          case DOWN -> PullResistance.PULL_DOWN;
        };
    DigitalInput input =
        calling(
            name,
            () ->
                context.create(
                    DigitalInput.newConfigBuilder(context)
                        .id("input-" + line.number())
                        .address(line.number())
                        .pull(pull)
                        .debounce(0L)
                        .provider(GpioDDigitalInputProvider.class)));
    return () -> calling(name, () -> input.state() == DigitalState.HIGH) != line.activeLow();
  }

  @Override
  public Hardware.SpiDevice spi(int bus, int chipSelect, int hertz) throws IOException {
    String name = "SPI " + bus + "." + chipSelect;
    Spi spi =
        calling(
            name,
            () ->
                context.create(
                    Spi.newConfigBuilder(context)
                        .id("spi-" + bus + "-" + chipSelect)
                        .bus(SpiBus.getByNumber(bus))
                        .address(chipSelect)
                        .mode(SpiMode.MODE_0)
                        .baud(hertz)
                        .provider(LinuxFsSpiProvider.class)
                        .build()));
    closing.push(spi::close);
    return bytes -> {
      byte[] received = new byte[bytes.length];
      int count = calling(name, () -> spi.transfer(bytes, 0, received, 0, bytes.length));
      if (count < 0) {
        throw new IOException(name + ": the transfer failed with " + count);
      }
      return received;
    };
  }

  @Override
  public I2c i2c(int bus, int address) throws IOException {
    String name = String.format("I2C %d:0x%02x", bus, address);
    I2C device =
        calling(
            name,
            () ->
                context.create(
                    I2C.newConfigBuilder(context)
                        .id("i2c-" + bus + "-" + address)
                        .bus(bus)
                        .device(address)
                        .provider(LinuxFsI2CProvider.class)
                        .build()));
    closing.push(device::close);
    return new I2c() {
      @Override
      public void write(byte[] bytes) throws IOException {
        int count = calling(name, () -> device.write(bytes, 0, bytes.length));
        if (count < bytes.length) {
          throw new IOException(name + ": took " + count + " of " + bytes.length + " bytes");
        }
      }

      @Override
      public byte[] read(int count) throws IOException {
        byte[] bytes = new byte[count];
        int got = calling(name, () -> device.read(bytes, 0, count));
        if (got < 0) {
          throw new IOException(name + ": no answer");
        }
        return Arrays.copyOf(bytes, got);
      }
    };
  }

  @Override
  public Pwm pwm(int chip, int channel) throws IOException {
    Pwm pwm = SysfsPwm.open(SysfsPwm.ROOT, chip, channel);
    return pwm;
  }

  @Override
  public WatchdogTimer watchdog(Path device, int seconds) throws IOException {
    return KernelWatchdog.open(device, seconds);
  }

  @Override
  public String read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(FILE_BYTES_MAX), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    closing.push(context::shutdown);
    // Lines first: the context was pushed last, so it is taken from the other end.
    while (!closing.isEmpty()) {
      try {
        AutoCloseable next = closing.size() > 1 ? closing.removeLast() : closing.removeFirst();
        next.close();
      } catch (Exception e) {
        LOG.warn("closing hardware: {}", e.getMessage());
      }
    }
  }

  /** Turns what Pi4J throws into one line with the kernel's reason. */
  private static <T> T calling(String name, Callable<T> call) throws IOException {
    try {
      return call.call();
    } catch (Exception | LinkageError e) {
      Throwable root = e;
      for (int depth = 0; root.getCause() != null && depth < 8; depth++) {
        root = root.getCause();
      }
      throw new IOException(name + ": " + root.getMessage(), e);
    }
  }
}
