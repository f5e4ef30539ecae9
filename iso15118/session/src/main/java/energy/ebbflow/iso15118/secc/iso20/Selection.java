package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options.Generator;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options.NeedsFrom;

/**
 * What the vehicle chose.
 *
 * @param service the energy service
 * @param mode the control mode of the parameter set it chose
 * @param needs who says what the user needs
 * @param generator how a bidirectional vehicle behaves
 */
public record Selection(
    EnergyService service, ControlMode mode, NeedsFrom needs, Generator generator) {
  /** The vehicle says the needs, and follows the grid. */
  public Selection(EnergyService service, ControlMode mode) {
    this(service, mode, NeedsFrom.VEHICLE, Generator.GRID_FOLLOWING);
  }

  /** Whether a message for {@code other}'s service and control mode fits this choice. */
  public boolean sameMessages(Selection other) {
    return service == other.service && mode == other.mode;
  }
}
