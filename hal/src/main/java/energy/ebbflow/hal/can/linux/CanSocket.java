package energy.ebbflow.hal.can.linux;

import energy.ebbflow.hal.can.CanBus;
import energy.ebbflow.hal.can.CanFrame;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A CAN bus through the kernel: a raw socket on an interface such as {@code can0}, or, on the
 * bench, a sequenced-packet socket in the file system over which the very same structures go.
 */
public final class CanSocket implements CanBus {
  private static final Logger LOG = LoggerFactory.getLogger(CanSocket.class);

  /** Beginning of a place that is a socket file and not an interface. */
  public static final String UNIX = "unix:";

  // bits/socket.h, linux/can.h, linux/can/raw.h
  private static final int AF_UNIX = 1;
  private static final int AF_CAN = 29;
  private static final int SOCK_RAW = 3;
  private static final int SOCK_SEQPACKET = 5;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int CAN_RAW = 1;
  private static final int SOL_CAN_RAW = 101;
  private static final int CAN_RAW_ERR_FILTER = 2;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int MSG_NOSIGNAL = 0x4000;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment out = arena.allocate(KernelRecords.FRAME_BYTES, Long.BYTES);
  private final MemorySegment in = arena.allocate(KernelRecords.FRAME_BYTES, Long.BYTES);
  private final MemorySegment pollFd = arena.allocate(KernelRecords.POLL_BYTES, Integer.BYTES);
  private final String place;
  private final int fd;
  private boolean closed;

  private CanSocket(String place, int fd) {
    this.place = place;
    this.fd = fd;
    pollFd.set(ValueLayout.JAVA_INT, 0, fd);
    pollFd.set(ValueLayout.JAVA_SHORT, 4, KernelRecords.POLLIN);
  }

  /**
   * Opens a bus.
   *
   * @param place name of an interface that is up, or {@code unix:PATH}
   * @throws IOException with one line that says what is in the way
   */
  public static CanSocket open(String place) throws IOException {
    try {
      return place.startsWith(UNIX)
          ? connected(place, place.substring(UNIX.length()))
          : bound(place);
    } catch (IOException e) {
      throw new IOException("expected a CAN bus at " + place + ", got " + e.getMessage(), e);
    }
  }

  private static CanSocket bound(String name) throws IOException {
    int fd = NativeCalls.socket(AF_CAN, SOCK_RAW | SOCK_CLOEXEC, CAN_RAW);
    try (Arena scratch = Arena.ofConfined()) {
      MemorySegment reports =
          scratch.allocateFrom(ValueLayout.JAVA_INT, KernelRecords.ERROR_BUS_OFF);
      NativeCalls.setOption(fd, SOL_CAN_RAW, CAN_RAW_ERR_FILTER, reports);
      int index = NativeCalls.interfaceIndex(name);
      NativeCalls.bind(fd, KernelRecords.canAddress(scratch, AF_CAN, index));
      return new CanSocket(name, fd);
    } catch (IOException e) {
      NativeCalls.close(fd);
      throw e;
    }
  }

  private static CanSocket connected(String place, String path) throws IOException {
    int fd = NativeCalls.socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    try (Arena scratch = Arena.ofConfined()) {
      NativeCalls.connect(fd, KernelRecords.unixAddress(scratch, AF_UNIX, path));
      return new CanSocket(place, fd);
    } catch (IOException e) {
      NativeCalls.close(fd);
      throw e;
    }
  }

  /** Where somebody who plays a module waits for the one controller; on the bench only. */
  public static final class Listener implements AutoCloseable {
    private final Path path;
    private final int fd;

    private Listener(Path path, int fd) {
      this.path = path;
      this.fd = fd;
    }

    /** Waits for the controller, as long as it takes; {@link #close} does not end the wait. */
    public CanSocket accept() throws IOException {
      return new CanSocket(UNIX + path, NativeCalls.accept(fd));
    }

    /**
     * Waits a while for the controller.
     *
     * @param millis how long at most
     */
    public Optional<CanSocket> accept(int millis) throws IOException {
      try (Arena scratch = Arena.ofConfined()) {
        MemorySegment waiting = scratch.allocate(KernelRecords.POLL_BYTES, Integer.BYTES);
        waiting.set(ValueLayout.JAVA_INT, 0, fd);
        waiting.set(ValueLayout.JAVA_SHORT, 4, KernelRecords.POLLIN);
        return NativeCalls.poll(waiting, 1, millis) == 0 ? Optional.empty() : Optional.of(accept());
      }
    }

    @Override
    public void close() throws IOException {
      NativeCalls.close(fd);
      Files.deleteIfExists(path);
    }
  }

  /**
   * Listens at a socket file; a file that a dead process left there is replaced.
   *
   * @throws IOException with one line that says what is in the way
   */
  public static Listener listen(Path path) throws IOException {
    if (Files.isRegularFile(path) || Files.isDirectory(path)) {
      throw new IOException("expected a socket at " + path + ", something else is there");
    }
    Files.deleteIfExists(path);
    int fd = NativeCalls.socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    try (Arena scratch = Arena.ofConfined()) {
      NativeCalls.bind(fd, KernelRecords.unixAddress(scratch, AF_UNIX, path.toString()));
      NativeCalls.listen(fd, 1);
      return new Listener(path, fd);
    } catch (IOException e) {
      NativeCalls.close(fd);
      throw e;
    }
  }

  @Override
  public boolean send(CanFrame frame) throws IOException {
    KernelRecords.write(frame, out);
    try {
      long sent = NativeCalls.send(fd, out, MSG_DONTWAIT | MSG_NOSIGNAL);
      if (sent != KernelRecords.FRAME_BYTES) {
        throw new IOException(place + " took " + sent + " of " + KernelRecords.FRAME_BYTES);
      }
      return true;
    } catch (Errno refused) {
      if (refused.number() == Errno.EAGAIN || refused.number() == Errno.ENOBUFS) {
        return false;
      }
      throw refused;
    }
  }

  @Override
  public Optional<CanFrame> receive(int millis) throws IOException {
    if (NativeCalls.poll(pollFd, 1, millis) == 0) {
      return Optional.empty();
    }
    try {
      long count = NativeCalls.receive(fd, in, MSG_DONTWAIT);
      if (count == 0) {
        throw new IOException(place + ": the other side has gone");
      }
      return count == KernelRecords.FRAME_BYTES ? KernelRecords.read(in) : Optional.empty();
    } catch (Errno refused) {
      if (refused.number() == Errno.EAGAIN) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      NativeCalls.close(fd);
    } catch (IOException e) {
      LOG.debug("{} did not close cleanly: {}", place, e.getMessage());
    }
    arena.close();
  }
}
