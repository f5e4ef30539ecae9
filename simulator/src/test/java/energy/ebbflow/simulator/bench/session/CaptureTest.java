package energy.ebbflow.simulator.bench.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CaptureTest {
  private static final InetAddress LOOPBACK = loopback();

  private static InetAddress loopback() {
    try {
      return InetAddress.getByName("::1");
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Leaves the test out, saying why, where packets may not be captured. */
  private static Capture capture() throws IOException {
    NetworkInterface network = NetworkInterface.getByInetAddress(LOOPBACK);
    Assumptions.assumeTrue(network != null, "this machine has no ::1");
    try {
      return Capture.open(network);
    } catch (IOException refused) {
      Assumptions.abort("packets may not be captured here: " + refused.getMessage());
      throw refused;
    }
  }

  /** The time runs from the last request octets to the first of the answer, and only once. */
  @Test
  void theTimeBetweenTwoPacketsIsTaken() throws IOException {
    try (Capture capture = capture();
        ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
        Socket vehicle = new Socket(LOOPBACK, server.getLocalPort());
        Socket charger = server.accept()) {
      int port = vehicle.getLocalPort();
      vehicle.setTcpNoDelay(true);
      charger.setTcpNoDelay(true);
      long before = System.nanoTime();
      vehicle.getOutputStream().write(1);
      vehicle.getOutputStream().write(2);
      charger.getInputStream().readNBytes(2);
      charger.getOutputStream().write(3);
      charger.getOutputStream().write(4);
      vehicle.getInputStream().readNBytes(2);
      long whole = System.nanoTime() - before;
      OptionalLong taken = capture.responseNanos(port, server.getLocalPort());
      assertTrue(taken.isPresent() && taken.getAsLong() > 0 && taken.getAsLong() <= whole);
      assertEquals(OptionalLong.empty(), capture.responseNanos(port, server.getLocalPort()));
    }
  }

  /** What others send is not taken for an answer. */
  @Test
  void otherConnectionsAreNotCounted() throws IOException {
    try (Capture capture = capture();
        ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
        Socket vehicle = new Socket(LOOPBACK, server.getLocalPort());
        Socket charger = server.accept()) {
      vehicle.getOutputStream().write(1);
      charger.getInputStream().readNBytes(1);
      charger.getOutputStream().write(2);
      vehicle.getInputStream().readNBytes(1);
      assertEquals(
          OptionalLong.empty(),
          capture.responseNanos(vehicle.getLocalPort(), server.getLocalPort() ^ 1));
    }
  }
}
