package energy.ebbflow.iso15118.message.iso20.wpt.pairing;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * AlternativeSECCType. Another station, and how to reach it.
 *
 * @param ssid the name of the wireless network; at most 255 characters
 * @param bssid the MAC address of the access point, without colons, in upper case; at most 12
 *     characters
 * @param ipAddress the IP address of the station; at most 39 characters
 * @param port the port of the station; 0 to 65535
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record AlternativeSecc(
    @ExiElement("SSID") @Length(max = 255) Optional<String> ssid,
    @ExiElement("BSSID") @Length(max = 12) Optional<String> bssid,
    @ExiElement("IPAddress") @Length(max = 39) Optional<String> ipAddress,
    @ExiElement("Port") @Range(min = 0, max = 65535) Optional<Integer> port) {

  /** Checks the bounds that the schema sets. */
  public AlternativeSecc {
    Facets.length("SSID", ssid, 0, 255);
    Facets.length("BSSID", bssid, 0, 12);
    Facets.length("IPAddress", ipAddress, 0, 39);
    Facets.range("Port", port, 0, 65535);
  }
}
