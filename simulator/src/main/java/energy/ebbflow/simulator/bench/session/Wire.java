package energy.ebbflow.simulator.bench.session;

import energy.ebbflow.iso15118.v2gtp.PayloadType;
import energy.ebbflow.iso15118.v2gtp.V2gtpException;
import energy.ebbflow.iso15118.v2gtp.V2gtpHeader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * The vehicle's end of a connection: one request, one response, and the time between them. Blocking
 * streams of the JDK, nothing of the charger's own transport. Belongs to one thread.
 */
final class Wire implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] response = new byte[V2gtpHeader.BYTES + PayloadType.MAX_PAYLOAD_BYTES];
  private long responseNanos;
  private int payloadLength;

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /**
   * Sends a whole frame and waits for the whole response, whose payload is then in {@link
   * #buffer()} from {@link V2gtpHeader#BYTES} on.
   *
   * <p>The clock runs from before the frame is handed to the kernel until the first bytes of the
   * response are in our hands: the way through both sockets and the wake-up of this thread are
   * counted as the charger's.
   *
   * @return length of the payload
   */
  int exchange(byte[] frame, int length) throws IOException {
    long start = System.nanoTime();
    out.write(frame, 0, length);
    int have = in.read(response, 0, response.length);
    responseNanos = System.nanoTime() - start;
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

  /** Time between request and first bytes of the response, of the last exchange, ns. */
  long responseNanos() {
    return responseNanos;
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
