package energy.ebbflow.hal.linux;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /dev/watchdog} (the kernel's Documentation/watchdog/watchdog-api.rst): each written byte
 * feeds it; the letter V before closing stops it, unless the driver was told never to stop.
 */
@SuppressWarnings("restricted") // The C library is called with its documented signatures only.
final class KernelWatchdog implements Hardware.WatchdogTimer {
  private static final Logger LOG = LoggerFactory.getLogger(KernelWatchdog.class);

  private static final int O_WRONLY = 1;
  private static final int O_CLOEXEC = 0x80000;

  /** {@code _IOWR('W', 6, int)} of linux/watchdog.h. */
  private static final long WDIOC_SETTIMEOUT = 0xC004_5706L;

  private static final byte FEED = 0;
  private static final byte MAGIC_CLOSE = 'V';

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MemoryLayout ERRNO = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO_VALUE =
      ERRNO.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final Linker.Option CAPTURE = Linker.Option.captureCallState("errno");
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final MethodHandle OPEN =
      find(
          "open",
          FunctionDescriptor.of(INT, ValueLayout.ADDRESS, INT),
          CAPTURE,
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle IOCTL =
      find(
          "ioctl",
          FunctionDescriptor.of(INT, INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
          CAPTURE,
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle WRITE =
      find(
          "write",
          FunctionDescriptor.of(
              ValueLayout.JAVA_LONG, INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG),
          CAPTURE);
  private static final MethodHandle CLOSE = find("close", FunctionDescriptor.of(INT, INT));
  private static final MethodHandle TEXT =
      find("strerror", FunctionDescriptor.of(ValueLayout.ADDRESS, INT));

  private final Path device;
  private int fd;

  private KernelWatchdog(Path device, int fd) {
    this.device = device;
    this.fd = fd;
  }

  /** Opens the device, which starts it, and sets its time. */
  static KernelWatchdog open(Path device, int seconds) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment error = arena.allocate(ERRNO);
      MemorySegment name = arena.allocateFrom(device.toString());
      int fd = (int) OPEN.invokeExact(error, name, O_WRONLY | O_CLOEXEC);
      if (fd < 0) {
        throw new IOException(device + ": " + text(error));
      }
      MemorySegment wanted = arena.allocateFrom(INT, seconds);
      if ((int) IOCTL.invokeExact(error, fd, WDIOC_SETTIMEOUT, wanted) < 0) {
        LOG.warn("{} keeps its own time, {} s was refused: {}", device, seconds, text(error));
      } else if (wanted.get(INT, 0) != seconds) {
        LOG.info("{} resets after {} s instead of {} s", device, wanted.get(INT, 0), seconds);
      }
      return new KernelWatchdog(device, fd);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  @Override
  public synchronized void feed() throws IOException {
    write(FEED);
  }

  @Override
  public synchronized void disarm() throws IOException {
    if (fd < 0) {
      return;
    }
    write(MAGIC_CLOSE);
    try {
      int ignored = (int) CLOSE.invokeExact(fd);
    } catch (Throwable e) {
      throw failed(e);
    } finally {
      fd = -1;
    }
  }

  private void write(byte value) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment error = arena.allocate(ERRNO);
      MemorySegment one = arena.allocateFrom(ValueLayout.JAVA_BYTE, value);
      if ((long) WRITE.invokeExact(error, fd, one, 1L) != 1) {
        throw new IOException(device + ": " + text(error));
      }
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  private static String text(MemorySegment error) throws Throwable {
    int number = (int) ERRNO_VALUE.get(error, 0L);
    MemorySegment text = (MemorySegment) TEXT.invokeExact(number);
    return text.reinterpret(256).getString(0) + " (errno " + number + ")";
  }

  private static IOException failed(Throwable e) {
    return e instanceof IOException known ? known : new IOException(e);
  }

  private static MethodHandle find(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor, options);
  }
}
