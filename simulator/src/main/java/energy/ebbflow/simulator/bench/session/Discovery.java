package energy.ebbflow.simulator.bench.session;

import energy.ebbflow.iso15118.sdp.SdpRequest;
import energy.ebbflow.iso15118.sdp.SdpResponse;
import energy.ebbflow.iso15118.sdp.Security;
import energy.ebbflow.iso15118.v2gtp.V2gtpException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** Asks for the charger far more often than a vehicle does, to see when it begins to answer. */
final class Discovery {
  private static final int ASK_EVERY_MILLIS = 2;

  /** A charger that has not answered by then does not start. */
  static final long GIVE_UP_NANOS = 60_000_000_000L;

  private static final int MAX_DATAGRAM_BYTES = 64;

  private Discovery() {}

  /**
   * Asks {@code ::1} until an answer comes.
   *
   * @param alive whether the charger's process is still there
   */
  static SdpResponse first(Security security, BooleanSupplier alive) throws IOException {
    byte[] question = new SdpRequest(security).toDatagram();
    byte[] answer = new byte[MAX_DATAGRAM_BYTES];
    long giveUp = System.nanoTime() + GIVE_UP_NANOS;
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(InetAddress.getByName("::1"), SdpRequest.PORT);
      socket.setSoTimeout(ASK_EVERY_MILLIS);
      while (System.nanoTime() - giveUp < 0) {
        if (!alive.getAsBoolean()) {
          throw new IOException("the firmware ended before it answered SDP");
        }
        DatagramPacket packet = new DatagramPacket(answer, answer.length);
        try {
          socket.send(new DatagramPacket(question, question.length));
          socket.receive(packet);
          return SdpResponse.parse(Arrays.copyOf(answer, packet.getLength()));
        } catch (SocketTimeoutException notYet) {
          // It asks again.
          continue;
        } catch (PortUnreachableException closed) {
          pause();
        } catch (V2gtpException wrong) {
          throw new IOException("the answer to SDP: " + wrong.getMessage(), wrong);
        }
      }
    }
    throw new IOException("no answer to SDP within " + GIVE_UP_NANOS / 1_000_000_000 + " s");
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(ASK_EVERY_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }
}
