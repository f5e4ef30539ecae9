package energy.ebbflow.iso15118.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Names of vehicles for logs and taps. The link-local address of a vehicle is made of the MAC
 * address of its modem (RFC 4291, appendix A), by which it can be known again: only the end of it is
 * said.
 */
final class VehicleName {
  private static final int LAST = 14;

  private VehicleName() {}

  /** {@code fe80::…ab01%vch1 port 50000}. */
  static String of(InetSocketAddress address) {
    return of(address.getAddress()) + " port " + address.getPort();
  }

  /** {@code fe80::…ab01%vch1}; {@code ::1}; an IPv4 address whole. */
  static String of(InetAddress address) {
    if (!(address instanceof Inet6Address six)) {
      return address.getHostAddress();
    }
    if (six.isLoopbackAddress()) {
      return "::1";
    }
    byte[] octets = six.getAddress();
    String first = String.format("%02x%02x", octets[0], octets[1]);
    String last = String.format("%02x%02x", octets[LAST], octets[LAST + 1]);
    String text = six.getHostAddress();
    int zone = text.indexOf('%');
    return first + "::…" + last + (zone < 0 ? "" : text.substring(zone));
  }
}
