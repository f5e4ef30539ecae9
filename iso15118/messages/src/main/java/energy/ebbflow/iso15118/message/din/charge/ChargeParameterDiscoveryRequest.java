package energy.ebbflow.iso15118.message.din.charge;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.service.EvRequestedEnergyTransfer;

/**
 * ChargeParameterDiscoveryReq. The vehicle states its limits.
 *
 * @param evRequestedEnergyTransferType the chosen way of charging
 * @param evChargeParameter the limits of the vehicle
 */
@ExiName("ChargeParameterDiscoveryReq")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record ChargeParameterDiscoveryRequest(
    @ExiElement("EVRequestedEnergyTransferType")
        EvRequestedEnergyTransfer evRequestedEnergyTransferType,
    @ExiChoice EvChargeParameter evChargeParameter)
    implements BodyElement, V2gMessage {}
