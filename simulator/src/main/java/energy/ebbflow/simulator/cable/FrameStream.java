package energy.ebbflow.simulator.cable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Whole records over a non-blocking socket. A record that does not fit into the socket's buffer is
 * skipped: the next one carries the same totals, so nothing is lost by that.
 */
final class FrameStream implements AutoCloseable {
  /** Most records taken from the socket at once; the peer sends one per exchange. */
  static final int RECORDS_MAX = 256;

  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocateDirect(CableFrame.BYTES * RECORDS_MAX);
  private final ByteBuffer out = ByteBuffer.allocateDirect(CableFrame.BYTES);

  FrameStream(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    out.limit(0);
  }

  /** The record to write, cleared, or false while the last one still waits to leave. */
  boolean readyToWrite() throws IOException {
    flush();
    return !out.hasRemaining();
  }

  ByteBuffer record() {
    return out.clear();
  }

  /** Sends what {@link #record} was filled with, as far as it goes now. */
  void send() throws IOException {
    out.flip();
    flush();
  }

  private void flush() throws IOException {
    if (out.hasRemaining()) {
      channel.write(out);
    }
  }

  /**
   * Takes what has arrived, at most {@link #RECORDS_MAX} records.
   *
   * @return a buffer with whole records only; {@link #compact} must follow
   * @throws IOException also when the peer has closed
   */
  ByteBuffer receive() throws IOException {
    if (channel.read(in) < 0) {
      throw new IOException("the other end closed the cable");
    }
    in.flip();
    return in;
  }

  void compact() {
    in.compact();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
