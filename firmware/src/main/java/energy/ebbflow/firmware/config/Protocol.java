package energy.ebbflow.firmware.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A way to charge a vehicle, as a board file names it. */
public enum Protocol {
  ISO15118_20("iso15118-20"),
  ISO15118_2("iso15118-2"),
  DIN70121("din70121"),
  IEC61851("iec61851");

  private final String label;

  Protocol(String label) {
    this.label = label;
  }

  /** Its name in a board file. */
  public String label() {
    return label;
  }

  /** Spoken over the power line, by messages. */
  public boolean digital() {
    return this != IEC61851;
  }

  static Optional<Protocol> named(String label) {
    return Arrays.stream(values()).filter(protocol -> protocol.label.equals(label)).findFirst();
  }

  /** What an outlet speaks where the board file says nothing (R1). */
  public static List<Protocol> usual(boolean direct) {
    return direct
        ? List.of(ISO15118_20, ISO15118_2, DIN70121)
        : List.of(ISO15118_20, ISO15118_2, IEC61851);
  }
}
