package energy.ebbflow.hal.serial;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A pseudo-terminal of the kernel: whoever opens its path as a serial port talks to this side. What
 * imitates a serial device hangs on one. Owned by one thread.
 */
@SuppressWarnings("restricted") // The C library is called with its documented signatures only.
public final class PseudoTerminal implements AutoCloseable {
  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = 0x100;
  private static final int O_NONBLOCK = 0x800;
  private static final int PATH_MAX = 64;
  private static final int CHUNK = 256;
  private static final short POLLIN = 1;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle OPEN = find("posix_openpt", ints(1));
  private static final MethodHandle GRANT = find("grantpt", ints(1));
  private static final MethodHandle UNLOCK = find("unlockpt", ints(1));
  private static final MethodHandle CLOSE = find("close", ints(1));
  private static final MethodHandle NAME =
      find(
          "ptsname_r",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG));
  private static final MethodHandle READ = find("read", transfer());
  private static final MethodHandle WRITE = find("write", transfer());
  private static final MethodHandle POLL =
      find(
          "poll",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG,
              ValueLayout.JAVA_INT));

  private final Arena arena = Arena.ofShared();
  private final MemorySegment buffer = arena.allocate(CHUNK);
  private final MemorySegment pollFd = arena.allocate(8, 4);
  private final int fd;
  private final String path;

  private PseudoTerminal(int fd, String path) {
    this.fd = fd;
    this.path = path;
  }

  /** Whether the kernel has pseudo-terminals. */
  public static boolean available() {
    return Files.isWritable(Path.of("/dev/ptmx"));
  }

  /**
   * Makes one.
   *
   * @throws IOException if the kernel refuses
   */
  public static PseudoTerminal open() throws IOException {
    try (Arena scratch = Arena.ofConfined()) {
      int fd = check("posix_openpt", (int) OPEN.invokeExact(O_RDWR | O_NOCTTY | O_NONBLOCK));
      check("grantpt", (int) GRANT.invokeExact(fd));
      check("unlockpt", (int) UNLOCK.invokeExact(fd));
      MemorySegment name = scratch.allocate(PATH_MAX);
      check("ptsname_r", -Math.abs((int) NAME.invokeExact(fd, name, (long) PATH_MAX)));
      return new PseudoTerminal(fd, name.getString(0));
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** What the other side opens. */
  public String path() {
    return path;
  }

  /** Waits up to {@code millis} for bytes; nothing while nobody has opened the other side. */
  public byte[] read(int millis) throws IOException {
    try {
      pollFd.set(ValueLayout.JAVA_INT, 0, fd);
      pollFd.set(ValueLayout.JAVA_SHORT, 4, POLLIN);
      pollFd.set(ValueLayout.JAVA_SHORT, 6, (short) 0);
      int ready = check("poll", (int) POLL.invokeExact(pollFd, 1L, millis));
      if (ready == 0 || (pollFd.get(ValueLayout.JAVA_SHORT, 6) & POLLIN) == 0) {
        return new byte[0];
      }
      long count = (long) READ.invokeExact(fd, buffer, (long) CHUNK);
      return count <= 0
          ? new byte[0]
          : Arrays.copyOf(
              buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE), Math.toIntExact(count));
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /**
   * Hands bytes to the other side.
   *
   * @return false if it takes none, because it has not read for long
   */
  public boolean offer(byte[] bytes) throws IOException {
    try (Arena scratch = Arena.ofConfined()) {
      MemorySegment out = scratch.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
      return (long) WRITE.invokeExact(fd, out, (long) bytes.length) == bytes.length;
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      check("close", (int) CLOSE.invokeExact(fd));
    } catch (Throwable e) {
      throw failed(e);
    } finally {
      arena.close();
    }
  }

  private static int check(String call, int result) throws IOException {
    if (result < 0) {
      throw new IOException(call + " failed");
    }
    return result;
  }

  private static IOException failed(Throwable e) {
    return e instanceof IOException known ? known : new IOException(e);
  }

  private static MethodHandle find(String name, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor);
  }

  private static FunctionDescriptor ints(int count) {
    ValueLayout.OfInt[] arguments = new ValueLayout.OfInt[count];
    Arrays.fill(arguments, ValueLayout.JAVA_INT);
    return FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments);
  }

  private static FunctionDescriptor transfer() {
    return FunctionDescriptor.of(
        ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
  }
}
