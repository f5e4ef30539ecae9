package energy.ebbflow.simulator.cable;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The station's end of the cable: a Unix-domain socket that one vehicle at a time connects to.
 * Without a vehicle, after its death, after a record out of order and after {@link #SILENCE_NANOS}
 * without a record the plug counts as pulled out. Owned by the board's thread; never blocks.
 */
public final class CableServer implements VehicleSide {
  /** A living vehicle sends a record for every one it gets; this long without one is its death. */
  public static final long SILENCE_NANOS = 5_000_000_000L;

  /** Longest path that every kernel takes for a Unix-domain socket. */
  public static final int PATH_BYTES_MAX = 100;

  private final Path path;
  private final ServerSocketChannel server;
  private final LongSupplier wallNanos;
  private final Consumer<String> log;
  private @Nullable FrameStream stream;
  private VehicleTerminals last = VehicleTerminals.UNPLUGGED;
  private long lastRecordNanos;

  private CableServer(
      Path path, ServerSocketChannel server, LongSupplier wallNanos, Consumer<String> log) {
    this.path = path;
    this.server = server;
    this.wallNanos = wallNanos;
    this.log = log;
  }

  /**
   * Listens at {@code path}; a socket file that a dead process left there is replaced.
   *
   * @param wallNanos monotonic real time, ns
   * @param log takes one line whenever the plug is pulled by a failure
   * @throws IOException with one line that says what is in the way
   */
  public static CableServer listen(Path path, LongSupplier wallNanos, Consumer<String> log)
      throws IOException {
    if (path.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length > PATH_BYTES_MAX) {
      throw new IOException(
          "cable expects a path of at most " + PATH_BYTES_MAX + " bytes, got " + path);
    }
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
    if (Files.exists(path)) {
      removeLeftOver(path, address);
    }
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(address, 1);
      server.configureBlocking(false);
    } catch (IOException e) {
      server.close();
      throw new IOException("cable cannot listen at " + path + ": " + e.getMessage(), e);
    }
    return new CableServer(path, server, wallNanos, log);
  }

  private static void removeLeftOver(Path path, UnixDomainSocketAddress address)
      throws IOException {
    if (Files.isRegularFile(path) || Files.isDirectory(path)) {
      throw new IOException("cable expects a socket at " + path + ", something else is there");
    }
    try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      probe.connect(address);
    } catch (IOException nobodyListens) {
      Files.deleteIfExists(path);
      return;
    }
    throw new IOException("cable at " + path + " belongs to another running board");
  }

  @Override
  public VehicleTerminals exchange(StationTerminals station) {
    try {
      if (stream == null) {
        accept();
      }
      FrameStream open = stream;
      if (open != null) {
        receive(open);
        if (open.readyToWrite()) {
          CableFrame.write(station, open.record());
          open.send();
        }
        if (wallNanos.getAsLong() - lastRecordNanos > SILENCE_NANOS) {
          unplug(true, "the vehicle is silent for " + SILENCE_NANOS / 1_000_000_000L + " s");
        }
      }
    } catch (IOException gone) {
      // A vehicle that has pulled its plug before it went left in order.
      unplug(last.plugged(), String.valueOf(gone.getMessage()));
    } catch (CableException wrong) {
      unplug(true, String.valueOf(wrong.getMessage()));
    }
    return last;
  }

  private void accept() throws IOException {
    SocketChannel channel = server.accept();
    if (channel != null) {
      stream = new FrameStream(channel);
      lastRecordNanos = wallNanos.getAsLong();
    }
  }

  private void receive(FrameStream open) throws IOException, CableException {
    ByteBuffer in = open.receive();
    while (in.remaining() >= CableFrame.BYTES) {
      last = CableFrame.readVehicle(in);
      lastRecordNanos = wallNanos.getAsLong();
    }
    open.compact();
  }

  private void unplug(boolean tell, String reason) {
    if (tell) {
      log.accept("cable: " + reason + "; the plug counts as pulled out");
    }
    last = VehicleTerminals.UNPLUGGED;
    FrameStream open = stream;
    stream = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        log.accept("cable: closing failed: " + e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    FrameStream open = stream;
    stream = null;
    try {
      if (open != null) {
        open.close();
      }
      server.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      log.accept("cable: closing failed: " + e.getMessage());
    }
  }
}
