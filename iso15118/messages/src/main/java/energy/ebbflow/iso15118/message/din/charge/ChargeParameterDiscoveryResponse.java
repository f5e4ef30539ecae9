package energy.ebbflow.iso15118.message.din.charge;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.EvseProcessing;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.schedule.SaSchedules;

/**
 * ChargeParameterDiscoveryRes. The station states its limits.
 *
 * @param responseCode how the request went
 * @param evseProcessing whether the station has finished
 * @param saSchedules the schedules to choose from
 * @param evseChargeParameter the limits of the station
 */
@ExiName("ChargeParameterDiscoveryRes")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record ChargeParameterDiscoveryResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("EVSEProcessing") EvseProcessing evseProcessing,
    @ExiChoice SaSchedules saSchedules,
    @ExiChoice EvseChargeParameter evseChargeParameter)
    implements BodyElement, V2gMessage {}
