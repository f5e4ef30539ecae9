package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.sdp.SdpRequest;
import energy.ebbflow.iso15118.sdp.SdpResponse;
import energy.ebbflow.iso15118.sdp.Security;
import energy.ebbflow.iso15118.v2gtp.V2gtpException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The vehicle looks for its charger. Blocking: for a thread of the vehicle's own. */
public final class SdpClient {
  /** A vehicle asks again after this time [V2G2-160]. */
  public static final int WAIT_MILLIS = 250;

  /** A vehicle asks at most this often [V2G2-161]. */
  public static final int MAX_REQUESTS = 50;

  private static final int MAX_DATAGRAM_BYTES = 64;

  private SdpClient() {}

  /**
   * Asks until an answer comes.
   *
   * @param interfaceName where to send the multicast; empty asks {@code ::1}
   * @param port UDP port of the charger, {@link SdpRequest#PORT} on a real link
   * @param requests how often to ask at most, 1 to {@link #MAX_REQUESTS}
   * @return the answer, its address with the scope of the interface; empty when none came
   * @throws TransportException when the interface or the socket cannot be used
   */
  public static Optional<SdpResponse> discover(
      Optional<String> interfaceName, int port, Security wanted, int requests)
      throws TransportException {
    Optional<NetworkInterface> network = Optional.empty();
    if (interfaceName.isPresent()) {
      network = Optional.of(Endpoints.named(interfaceName.get()));
    }
    try (MulticastSocket socket = new MulticastSocket(new InetSocketAddress("::", 0))) {
      InetAddress target = Endpoints.loopback();
      if (network.isPresent()) {
        socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, network.get());
        target =
            Inet6Address.getByAddress(
                null,
                InetAddress.getByName(SdpRequest.MULTICAST_GROUP).getAddress(),
                network.get());
      }
      byte[] request = new SdpRequest(wanted).toDatagram();
      int rounds = Math.clamp(requests, 1, MAX_REQUESTS);
      for (int round = 0; round < rounds; round++) {
        socket.send(
            new DatagramPacket(request, request.length, new InetSocketAddress(target, port)));
        Optional<SdpResponse> answer = await(socket);
        if (answer.isPresent()) {
          return Optional.of(scoped(answer.get(), network));
        }
      }
      return Optional.empty();
    } catch (IOException failed) {
      throw new TransportException("SDP request cannot be sent: " + failed.getMessage(), failed);
    }
  }

  private static Optional<SdpResponse> await(DatagramSocket socket) throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAIT_MILLIS);
    byte[] buffer = new byte[MAX_DATAGRAM_BYTES];
    while (true) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return Optional.empty();
      }
      socket.setSoTimeout((int) left);
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        return Optional.of(SdpResponse.parse(Arrays.copyOf(buffer, packet.getLength())));
      } catch (SocketTimeoutException none) {
        return Optional.empty();
      } catch (V2gtpException noAnswer) {
        // Something else on our port: the time that is left is waited for the real answer.
        continue;
      }
    }
  }

  private static SdpResponse scoped(SdpResponse answer, Optional<NetworkInterface> network)
      throws IOException {
    if (network.isEmpty() || !answer.address().isLinkLocalAddress()) {
      return answer;
    }
    return new SdpResponse(
        Inet6Address.getByAddress(null, answer.address().getAddress(), network.get()),
        answer.port(),
        answer.security());
  }
}
