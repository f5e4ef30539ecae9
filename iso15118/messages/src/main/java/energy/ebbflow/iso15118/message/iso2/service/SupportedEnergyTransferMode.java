package energy.ebbflow.iso15118.message.iso2.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * SupportedEnergyTransferModeType. The ways of charging on offer.
 *
 * @param energyTransferMode the ways of charging on offer; 1 to 6 of them
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record SupportedEnergyTransferMode(
    @ExiElement("EnergyTransferMode") @Occurs(max = 6)
        List<EnergyTransferMode> energyTransferMode) {

  /** Checks the bounds that the schema sets. */
  public SupportedEnergyTransferMode {
    energyTransferMode = Facets.occurs("EnergyTransferMode", energyTransferMode, 1, 6);
  }
}
