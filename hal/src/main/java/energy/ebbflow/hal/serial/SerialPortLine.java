package energy.ebbflow.hal.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A serial port of the operating system, 8 data bits, no parity, one stop bit. */
public final class SerialPortLine implements SerialLine {
  /** How long one read waits; the driver below knows only tenths of a second. */
  private static final int READ_MILLIS = 100;

  private static final int CHUNK = 256;

  private final SerialPort port;
  private final byte[] buffer = new byte[CHUNK];

  /** 256 bytes at 9600 bits per second take 270 ms. */
  private static final int LAST_WORD_LOOKS = 60;

  private static final long LOOK_NANOS = 5_000_000;

  private final AtomicBoolean closed = new AtomicBoolean();

  private SerialPortLine(SerialPort port) {
    this.port = port;
  }

  /**
   * Opens a port.
   *
   * @param path for example {@code /dev/ttyAMA0}
   * @param baud bits per second
   * @throws IOException if there is no such port, or it is busy
   */
  public static SerialPortLine open(String path, int baud) throws IOException {
    SerialPort port;
    try {
      port = SerialPort.getCommPort(path);
    } catch (SerialPortInvalidPortException e) {
      throw new IOException("expected a serial port, got " + path + ", which is none", e);
    }
    port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
    if (!port.openPort(0)) {
      throw new IOException(
          "expected to open serial port " + path + ", got error " + port.getLastErrorCode());
    }
    PortsInUse.begin();
    return new SerialPortLine(port);
  }

  @Override
  public byte[] read() throws IOException {
    int count = port.readBytes(buffer, buffer.length);
    if (count < 0) {
      throw new IOException("serial port " + port.getSystemPortPath() + " is gone");
    }
    return Arrays.copyOf(buffer, count);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    if (port.writeBytes(bytes, bytes.length) != bytes.length) {
      throw new IOException("serial port " + port.getSystemPortPath() + " takes no more bytes");
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      letGo();
      port.closePort();
      PortsInUse.end();
    }
  }

  /** To close a port drops what it has not sent yet: the last word is waited for. */
  private void letGo() {
    for (int i = 0; i < LAST_WORD_LOOKS && port.bytesAwaitingWrite() > 0; i++) {
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
  }
}
