package energy.ebbflow.simulator.ev.iso2.wire;

import energy.ebbflow.simulator.ev.model.EvConfig;
import java.util.Optional;

/**
 * The two value-added services by which SAE J2847/2 (2023-09) brings discharge into ISO 15118-2
 * (ids as EVerest's EvseV2G has them).
 */
public enum SaeService {
  /** Vehicle to home: the vehicle gives from the start, down to its BulkSOC. */
  V2H(28472),
  /** Vehicle to grid: the charger turns the direction by the signs of what it tells in the loop. */
  V2G(28473);

  private final int serviceId;

  SaeService(int serviceId) {
    this.serviceId = serviceId;
  }

  /** The id of the service. */
  public int serviceId() {
    return serviceId;
  }

  /** The one that the vehicle knows. */
  public static Optional<SaeService> of(EvConfig config) {
    return switch (config.protocols().sae()) {
      case OFF -> Optional.empty();
      case V2H -> Optional.of(V2H);
      case V2G -> Optional.of(V2G);
    };
  }
}
