package energy.ebbflow.iso15118.secc;

import energy.ebbflow.iso15118.message.Namespaces;

/** The protocols that are negotiated by SupportedAppProtocol, and their versions. */
public enum VehicleProtocol {
  /** ISO 15118-20, direct current. */
  ISO20_DC("ISO 15118-20:DC", Namespaces.ISO20_DC, 1, 0),
  /** ISO 15118-20, alternating current. */
  ISO20_AC("ISO 15118-20:AC", Namespaces.ISO20_AC, 1, 0),
  /** ISO 15118-2:2014. */
  ISO2("ISO 15118-2", Namespaces.ISO2_MSG_DEF, 2, 0),
  /** DIN SPEC 70121. */
  DIN("DIN 70121", Namespaces.DIN_MSG_DEF, 2, 0);

  private final String label;
  private final String namespace;
  private final long major;
  private final long minor;

  VehicleProtocol(String label, String namespace, long major, long minor) {
    this.label = label;
    this.namespace = namespace;
    this.major = major;
    this.minor = minor;
  }

  /** What people call it. */
  public String label() {
    return label;
  }

  /** The namespace a vehicle names it by. */
  public String namespace() {
    return namespace;
  }

  /** Versions agree in this number or not at all. */
  public long major() {
    return major;
  }

  /** A difference in this number is a minor deviation. */
  public long minor() {
    return minor;
  }

  /** Whether the messages are those of ISO 15118-20. */
  public boolean isIso20() {
    return this == ISO20_DC || this == ISO20_AC;
  }
}
