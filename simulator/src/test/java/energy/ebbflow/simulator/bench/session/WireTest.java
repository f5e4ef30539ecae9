package energy.ebbflow.simulator.bench.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.v2gtp.PayloadType;
import energy.ebbflow.iso15118.v2gtp.V2gtpHeader;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WireTest {
  private static final byte[] REQUEST = V2gtpHeader.frame(PayloadType.ISO20_DC, new byte[] {1});

  /** What the charger sends for one request, in the given pieces. */
  private static Wire wire(ServerSocket server, ExecutorService thread, byte[]... pieces)
      throws IOException {
    Socket vehicle = new Socket(server.getInetAddress(), server.getLocalPort());
    Socket charger = server.accept();
    charger.setTcpNoDelay(true);
    Future<?> unused =
        thread.submit(
            () -> {
              try (charger) {
                charger.getInputStream().readNBytes(REQUEST.length);
                for (byte[] piece : pieces) {
                  charger.getOutputStream().write(piece);
                  charger.getOutputStream().flush();
                }
              }
              return 0;
            });
    assertTrue(!unused.isCancelled());
    return new Wire(vehicle, Optional.empty());
  }

  @Test
  void aResponseInPiecesIsPutTogether() throws IOException {
    byte[] frame = V2gtpHeader.frame(PayloadType.ISO20_DC, new byte[] {5, 6, 7});
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Wire wire =
            wire(server, thread, Arrays.copyOf(frame, 3), Arrays.copyOfRange(frame, 3, 11))) {
      assertEquals(3, wire.exchange(REQUEST, REQUEST.length));
      assertArrayEquals(
          new byte[] {5, 6, 7},
          Arrays.copyOfRange(wire.buffer(), V2gtpHeader.BYTES, V2gtpHeader.BYTES + 3));
      assertTrue(wire.responseNanos() > 0);
    }
  }

  /** A charger that hangs up must not look like one that answered quickly. */
  @Test
  void aChargerThatHangsUpFailsTheMeasurement() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Wire wire = wire(server, thread, new byte[] {1})) {
      assertThrows(EOFException.class, () -> wire.exchange(REQUEST, REQUEST.length));
    }
  }
}
