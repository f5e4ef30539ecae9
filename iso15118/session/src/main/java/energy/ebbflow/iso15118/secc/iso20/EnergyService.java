package energy.ebbflow.iso15118.secc.iso20;

import java.util.Optional;

/** Energy transfer services (ISO 15118-20 Table 204). */
public enum EnergyService {
  AC(1, false),
  DC(2, false),
  AC_BPT(5, true),
  DC_BPT(6, true);

  private final int id;
  private final boolean bidirectional;

  EnergyService(int id, boolean bidirectional) {
    this.id = id;
    this.bidirectional = bidirectional;
  }

  /** ServiceID. */
  public int id() {
    return id;
  }

  /** Whether energy may flow out of the vehicle. */
  public boolean bidirectional() {
    return bidirectional;
  }

  /** Whether it is direct current. */
  public boolean isDc() {
    return this == DC || this == DC_BPT;
  }

  /** The same without discharging. */
  public EnergyService unidirectional() {
    return isDc() ? DC : AC;
  }

  /** The service with this ServiceID. */
  public static Optional<EnergyService> ofId(int id) {
    for (EnergyService service : values()) {
      if (service.id == id) {
        return Optional.of(service);
      }
    }
    return Optional.empty();
  }
}
