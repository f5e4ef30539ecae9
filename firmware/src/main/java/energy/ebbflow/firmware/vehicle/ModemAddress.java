package energy.ebbflow.firmware.vehicle;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The MAC address of the vehicle's end of the link, where its IPv6 address was made from it: the
 * interface identifier in modified EUI-64 form (RFC 4291, Appendix A).
 */
final class ModemAddress {
  private static final Pattern LINK_LOCAL = Pattern.compile("fe80[0-9a-f:]*");
  private static final int ADDRESS_BYTES = 16;
  private static final int IDENTIFIER = 8;

  /** The bit that the identifier inverts: set in a MAC that somebody made up. */
  private static final int LOCAL = 2;

  private static final int GROUP = 1;

  private ModemAddress() {}

  /**
   * Takes it out of an address.
   *
   * @param address a socket's address, as the transport writes it
   * @return 12 hexadecimal digits; absent where the address is another, was made at random, or the
   *     MAC is none that a manufacturer gave: then it says nothing tomorrow
   */
  static Optional<String> in(String address) {
    Matcher linkLocal = LINK_LOCAL.matcher(address.toLowerCase(Locale.ROOT));
    if (!linkLocal.find()) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      // A literal: nobody is asked for a name.
      bytes = InetAddress.getByName("[" + linkLocal.group() + "]").getAddress();
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
    if (bytes.length != ADDRESS_BYTES
        || (bytes[IDENTIFIER + 3] & 0xFF) != 0xFF
        || (bytes[IDENTIFIER + 4] & 0xFF) != 0xFE) {
      return Optional.empty();
    }
    byte[] mac = {
      (byte) (bytes[IDENTIFIER] ^ LOCAL),
      bytes[IDENTIFIER + 1],
      bytes[IDENTIFIER + 2],
      bytes[IDENTIFIER + 5],
      bytes[IDENTIFIER + 6],
      bytes[IDENTIFIER + 7]
    };
    return (mac[0] & (LOCAL | GROUP)) == 0
        ? Optional.of(HexFormat.of().formatHex(mac))
        : Optional.empty();
  }
}
