package energy.ebbflow.firmware.vehicles;

import energy.ebbflow.iec61851.tolerance.VehicleKey;

/**
 * What a vehicle or its user showed, in plain text: personal data (R27). It goes to the memory's
 * thread, which hashes it, and nowhere else.
 *
 * @param text at most {@link #CHARS_MAX} characters, not blank
 */
public record Identity(VehicleKey.Kind kind, String text) {
  /** OCPP's longest token; EVCCIDs, MAC addresses and contracts are shorter. */
  public static final int CHARS_MAX = 255;

  public Identity {
    if (text.isBlank() || text.length() > CHARS_MAX) {
      throw new IllegalArgumentException(
          "an identity expects 1 to " + CHARS_MAX + " characters, got " + text.length());
    }
  }

  /** The one vehicle of a home. */
  public static Identity home() {
    return new Identity(VehicleKey.Kind.HOME, "home");
  }

  /** Says nothing that a log may not say. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + " …";
  }
}
