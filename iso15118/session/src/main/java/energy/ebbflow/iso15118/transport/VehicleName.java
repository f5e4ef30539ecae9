package energy.ebbflow.iso15118.transport;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of vehicles for logs and event lines. The link-local address of a vehicle is made of the
 * MAC address of its modem (RFC 4291, appendix A), by which it can be known again: only the end of
 * it is said.
 */
public final class VehicleName {
  /** Hexadecimal groups and colons, two at least; then zone and port. */
  private static final Pattern IPV6 =
      Pattern.compile("([0-9a-fA-F]*:[0-9a-fA-F:]*:)([0-9a-fA-F]*)(.*)");

  private static final Pattern LOOPBACK = Pattern.compile("(0*:)+");
  private static final int GROUP_DIGITS = 4;

  private VehicleName() {}

  /**
   * Shortens an address as the transport writes it.
   *
   * @param address an IP address, its zone and port behind it where there are some
   * @return {@code fe80::…ab01%vch1 port 50000}; the loopback address and those of IPv4 whole
   */
  public static String of(String address) {
    Matcher parts = IPV6.matcher(address);
    if (!parts.matches()) {
      return address;
    }
    String last = parts.group(2);
    if (LOOPBACK.matcher(parts.group(1)).matches() && last.matches("0*1")) {
      return "::1" + parts.group(3);
    }
    String first = parts.group(1).substring(0, parts.group(1).indexOf(':'));
    String padded = "0".repeat(Math.max(0, GROUP_DIGITS - last.length())) + last;
    return first + "::…" + padded + parts.group(3);
  }
}
