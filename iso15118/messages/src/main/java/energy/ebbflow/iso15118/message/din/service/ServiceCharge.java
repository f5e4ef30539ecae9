package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;

/**
 * ServiceCharge. The charging service, and the way of charging on offer.
 *
 * @param serviceTag what identifies the service
 * @param freeService whether the service costs nothing
 * @param energyTransferType the ways of charging on offer
 */
@ExiName("ServiceCharge")
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record ServiceCharge(
    @ExiElement("ServiceTag") ServiceTag serviceTag,
    @ExiElement("FreeService") boolean freeService,
    @ExiElement("EnergyTransferType") EvseSupportedEnergyTransfer energyTransferType)
    implements V2gMessage {}
