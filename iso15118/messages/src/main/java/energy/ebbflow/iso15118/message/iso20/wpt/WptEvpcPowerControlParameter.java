package energy.ebbflow.iso15118.message.iso20.wpt;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;

/**
 * WPT_EVPCPowerControlParameterType: WPT EVPC power control parameter.
 *
 * @param evpcCoilCurrentRequest the EVPC coil current request; A
 * @param evpcCoilCurrentInformation the EVPC coil current information; A
 * @param evpcCurrentOutputInformation the EVPC current output information; A
 * @param evpcVoltageOutputInformation the EVPC voltage output information; V
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptEvpcPowerControlParameter(
    @ExiElement("EVPCCoilCurrentRequest") RationalNumber evpcCoilCurrentRequest,
    @ExiElement("EVPCCoilCurrentInformation") RationalNumber evpcCoilCurrentInformation,
    @ExiElement("EVPCCurrentOutputInformation") RationalNumber evpcCurrentOutputInformation,
    @ExiElement("EVPCVoltageOutputInformation") RationalNumber evpcVoltageOutputInformation) {}
