package energy.ebbflow.ocpp.der;

import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.util.Set;

/**
 * What an outlet can do for the grid, as DCDERCtrlr and ACDERCtrlr show it.
 *
 * @param modes controls that are really carried out; empty: none, and neither component exists
 * @param maxWatts most power into the grid
 * @param chargeWatts most power out of it
 * @param nominalVolts of the grid, between line and neutral
 * @param manufacturer of the inverter
 * @param model of the inverter
 */
public record DerSupport(
    Set<DerControl> modes,
    double maxWatts,
    double chargeWatts,
    double nominalVolts,
    String manufacturer,
    String model) {
  /** Charges only, or does not know the grid. */
  public static final DerSupport NONE = new DerSupport(Set.of(), 0, 0, 0, "", "");

  public DerSupport {
    modes = Set.copyOf(modes);
  }
}
