package energy.ebbflow.simulator.cable;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The vehicle's end of the cable. Owned by one thread; {@link #poll} never blocks.
 *
 * <p>The station speaks first. The vehicle answers each batch of records that has arrived with one
 * record, so that a slow vehicle slows nobody down.
 */
public final class CableClient implements AutoCloseable {
  private final FrameStream stream;

  private CableClient(FrameStream stream) {
    this.stream = stream;
  }

  /** Connects; fails at once when no board listens at {@code path}. */
  public static CableClient connect(Path path) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(path));
      return new CableClient(new FrameStream(channel));
    } catch (IOException e) {
      channel.close();
      throw new IOException("no board listens at " + path + ": " + e.getMessage(), e);
    }
  }

  /**
   * The station's newest record, if one has arrived since the last call.
   *
   * @throws IOException when the board has gone
   * @throws CableException when it speaks another language
   */
  public Optional<StationTerminals> poll() throws IOException, CableException {
    Optional<StationTerminals> newest = Optional.empty();
    ByteBuffer in = stream.receive();
    while (in.remaining() >= CableFrame.BYTES) {
      newest = Optional.of(CableFrame.readStation(in));
    }
    stream.compact();
    return newest;
  }

  /** Sends the vehicle's terminals; skipped while the last record still waits to leave. */
  public void send(VehicleTerminals terminals) throws IOException {
    if (stream.readyToWrite()) {
      CableFrame.write(terminals, stream.record());
      stream.send();
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
