package energy.ebbflow.simulator.ev.exchange;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.simulator.ev.model.EvConfig;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** EVCCID as ISO 15118-2 and DIN 70121 have it: the MAC address of the vehicle, personal data. */
public final class EvccId {
  private static final Pattern MAC = Pattern.compile("[0-9A-Fa-f]{12}");

  /** Locally administered: no maker's address. */
  private static final String LOCAL = "02EB";

  private EvccId() {}

  /**
   * Six bytes: the vehicle's id where that is 12 hexadecimal digits, else an address of its own
   * that is always the same for the same id.
   */
  public static Octets of(EvConfig config) {
    String id = config.evccId();
    if (MAC.matcher(id).matches()) {
      return Octets.ofHex(id);
    }
    CRC32 sum = new CRC32();
    sum.update(id.getBytes(StandardCharsets.US_ASCII));
    return Octets.ofHex(LOCAL + String.format("%08X", sum.getValue()));
  }
}
