package energy.ebbflow.iso15118.secc.extension;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An extension and the vehicles it may be spoken with. There is no way to say "all vehicles": an
 * extension is proprietary, and a model that was not tested with it does not get it.
 *
 * @param extension what is spoken
 * @param vehicles beginnings of EVCCIDs, 6 to 12 hexadecimal digits each, at least one; the first
 *     six are the maker's
 */
public record ExtensionRule(Iso2Extension extension, List<String> vehicles) {
  private static final Pattern EVCC_ID = Pattern.compile("[0-9A-F]{6,12}");

  /** Refuses what is no beginning of an EVCCID. */
  public ExtensionRule {
    vehicles = vehicles.stream().map(id -> id.replace(":", "").toUpperCase(Locale.ROOT)).toList();
    if (vehicles.isEmpty()) {
      throw new IllegalArgumentException(
          "extension " + extension.name() + " names no vehicle: it would never be offered");
    }
    for (String id : vehicles) {
      if (!EVCC_ID.matcher(id).matches()) {
        throw new IllegalArgumentException(
            "extension "
                + extension.name()
                + ": a vehicle is 6 to 12 hexadecimal digits of its EVCCID, not "
                + id);
      }
    }
  }

  /** Whether the vehicle with this EVCCID, in hexadecimal digits, is one of them. */
  public boolean covers(String evccId) {
    String id = evccId.toUpperCase(Locale.ROOT);
    return vehicles.stream().anyMatch(id::startsWith);
  }
}
