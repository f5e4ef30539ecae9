package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;

/**
 * ACDP_SystemStatusReq. The vehicle reports its state.
 *
 * @param header what every message starts with
 * @param evTechnicalStatus the state of the vehicle
 */
@ExiName("ACDP_SystemStatusReq")
@ExiType(namespace = Namespaces.ISO20_ACDP)
public record AcdpSystemStatusRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("EVTechnicalStatus") EvTechnicalStatus evTechnicalStatus)
    implements Iso20Request {}
