package energy.ebbflow.iso15118.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the address to listen on or to speak from. */
final class Endpoints {
  private Endpoints() {}

  /** {@code ::1}. */
  static Inet6Address loopback() {
    byte[] address = new byte[16];
    address[15] = 1;
    try {
      return Inet6Address.getByAddress(null, address, -1);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("::1 has sixteen bytes", impossible);
    }
  }

  /**
   * The interface of that name.
   *
   * @throws TransportException when there is none, naming those that exist
   */
  static NetworkInterface named(String name) throws TransportException {
    try {
      NetworkInterface found = NetworkInterface.getByName(name);
      if (found == null) {
        throw new TransportException(
            "no network interface " + name + "; there are: " + interfaceNames());
      }
      return found;
    } catch (SocketException failed) {
      throw new TransportException("network interface " + name + " cannot be read", failed);
    }
  }

  /** The link-local IPv6 address of an interface, with its scope; empty while it has none. */
  static Optional<Inet6Address> linkLocal(NetworkInterface network) {
    for (InetAddress address : Collections.list(network.getInetAddresses())) {
      if (address instanceof Inet6Address six && six.isLinkLocalAddress()) {
        return Optional.of(six);
      }
    }
    return Optional.empty();
  }

  private static String interfaceNames() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .map(NetworkInterface::getName)
        .collect(Collectors.joining(", "));
  }
}
