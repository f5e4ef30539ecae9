package energy.ebbflow.simulator.bench.session;

import energy.ebbflow.iso15118.v2gtp.PayloadType;
import energy.ebbflow.iso15118.v2gtp.V2gtpException;
import energy.ebbflow.iso15118.v2gtp.V2gtpHeader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The vehicle's end of a connection: one request, one response, and the time between them. Blocking
 * streams of the JDK, nothing of the charger's own transport. Belongs to one thread.
 */
final class Wire implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final Optional<Capture> capture;
  private final byte[] response = new byte[V2gtpHeader.BYTES + PayloadType.MAX_PAYLOAD_BYTES];
  private long socketNanos;
  private OptionalLong wireNanos = OptionalLong.empty();
  private int payloadLength;

  /**
   * Takes over a connection.
   *
   * @param capture listens to its interface; without one only the sockets are measured
   */
  Wire(Socket socket, Optional<Capture> capture) throws IOException {
    this.socket = socket;
    this.capture = capture;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /**
   * Sends a whole frame and waits for the whole response, whose payload is then in {@link
   * #buffer()} from {@link V2gtpHeader#BYTES} on.
   *
   * <p>Two times are taken: that of the packets, where somebody listens to them, and that of the
   * sockets, from before the frame is handed to the kernel until the first bytes of the response
   * are in our hands, in which the wake-up of this thread counts as the charger's.
   *
   * @return length of the payload
   */
  int exchange(byte[] frame, int length) throws IOException {
    capture.ifPresent(Capture::forget);
    long start = System.nanoTime();
    out.write(frame, 0, length);
    int have = in.read(response, 0, response.length);
    socketNanos = System.nanoTime() - start;
    have = atLeast(have, V2gtpHeader.BYTES);
    try {
      payloadLength = V2gtpHeader.parse(response, 0).length();
    } catch (V2gtpException broken) {
      throw new IOException("the charger's frame: " + broken.getMessage(), broken);
    }
    int got = atLeast(have, V2gtpHeader.BYTES + payloadLength);
    if (got != V2gtpHeader.BYTES + payloadLength) {
      throw new IOException("the charger sent more than one response to one request");
    }
    wireNanos =
        capture.isPresent()
            ? capture.get().responseNanos(socket.getLocalPort(), socket.getPort())
            : OptionalLong.empty();
    return payloadLength;
  }

  private int atLeast(int have, int wanted) throws IOException {
    int got = have;
    while (got < wanted) {
      int more = got < 0 ? -1 : in.read(response, got, response.length - got);
      if (more < 0) {
        throw new EOFException("the charger closed the connection instead of answering");
      }
      got += more;
    }
    return got;
  }

  /** The last exchange on the wire, ns; at the sockets where nobody listens to the wire. */
  long responseNanos() {
    return wireNanos.orElse(socketNanos);
  }

  /** The last exchange at the vehicle's own socket, ns. */
  long socketNanos() {
    return socketNanos;
  }

  /** Header and payload of the last response. */
  byte[] buffer() {
    return response;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
