package energy.ebbflow.iso15118.message.iso2.charge;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import java.util.Optional;

/**
 * ChargeParameterDiscoveryReq. The vehicle states its limits.
 *
 * @param maxEntriesSaScheduleTuple how many schedule entries the vehicle can keep; 0 to 65535
 * @param requestedEnergyTransferMode the chosen way of charging
 * @param evChargeParameter the limits of the vehicle
 */
@ExiName("ChargeParameterDiscoveryReq")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record ChargeParameterDiscoveryRequest(
    @ExiElement("MaxEntriesSAScheduleTuple") @Range(min = 0, max = 65535)
        Optional<Integer> maxEntriesSaScheduleTuple,
    @ExiElement("RequestedEnergyTransferMode") EnergyTransferMode requestedEnergyTransferMode,
    @ExiChoice EvChargeParameter evChargeParameter)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public ChargeParameterDiscoveryRequest {
    Facets.range("MaxEntriesSAScheduleTuple", maxEntriesSaScheduleTuple, 0, 65535);
  }
}
