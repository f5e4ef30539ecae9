package energy.ebbflow.hal.linux;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What a single-board computer offers to the drivers of one outlet. Everything that it opened is
 * closed by {@link #close}. Each opened device belongs to one thread.
 */
public interface Hardware extends AutoCloseable {
  /**
   * Makes a GPIO line an output, inactive from the first instant.
   *
   * @throws IOException if the line does not exist or belongs to somebody else
   */
  Output output(LineName line) throws IOException;

  /**
   * Makes a GPIO line an input.
   *
   * @throws IOException as above
   */
  Input input(LineName line) throws IOException;

  /**
   * Opens a device on an SPI bus, mode 0, most significant bit first.
   *
   * @param hertz of the clock
   */
  SpiDevice spi(int bus, int chipSelect, int hertz) throws IOException;

  /** Opens a device on an I2C bus. */
  I2c i2c(int bus, int address) throws IOException;

  /** Opens a channel of a PWM chip. */
  Pwm pwm(int chip, int channel) throws IOException;

  /** Opens a watchdog of the kernel; it runs from then on. */
  WatchdogTimer watchdog(Path device, int seconds) throws IOException;

  /** Reads a small text file of the kernel, such as a sensor's value. */
  String read(Path file) throws IOException;

  /** Sets all outputs inactive and closes everything. Idempotent. */
  @Override
  void close();

  /** An output line. */
  interface Output {
    /** Drives the line; active may be the low level. */
    void set(boolean active) throws IOException;
  }

  /** An input line. */
  interface Input {
    /** Whether it is active now. */
    boolean active() throws IOException;
  }

  /** A device on an SPI bus. */
  interface SpiDevice {
    /** Sends bytes and returns as many, received at the same time. */
    byte[] transfer(byte[] bytes) throws IOException;
  }

  /** A device on an I2C bus. */
  interface I2c {
    void write(byte[] bytes) throws IOException;

    byte[] read(int count) throws IOException;
  }

  /** A PWM channel. */
  interface Pwm {
    /**
     * Sets the signal, without a pulse of another length in between.
     *
     * @param periodNanos more than 0
     * @param activeNanos 0 to {@code periodNanos}
     */
    void set(long periodNanos, long activeNanos) throws IOException;
  }

  /** A watchdog that resets the computer. */
  interface WatchdogTimer {
    void feed() throws IOException;

    /** Stops it, if the driver of the kernel permits that. */
    void disarm() throws IOException;
  }

  /** Opens the hardware of one outlet. */
  @FunctionalInterface
  interface Opener {
    Hardware open() throws IOException;
  }
}
