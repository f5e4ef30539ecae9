package energy.ebbflow.iso15118.message.iso20.ac;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;

/**
 * AC_ChargeParameterDiscoveryRes. The station states its limits.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param acCpdResEnergyTransferMode the limits of the station
 */
@ExiName("AC_ChargeParameterDiscoveryRes")
@ExiType(namespace = Namespaces.ISO20_AC)
public record AcChargeParameterDiscoveryResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiChoice AcCpdResEnergyTransferModeGroup acCpdResEnergyTransferMode)
    implements Iso20Response {}
