package energy.ebbflow.iso15118.message.iso20.wpt;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;

/**
 * WPT_EVPCPowerControlParameterType. What the station needs to control the power.
 *
 * @param evpcCoilCurrentRequest the current that the coil of the station should have; A
 * @param evpcCoilCurrentInformation the current in the coil of the station, as far as the vehicle
 *     knows; A
 * @param evpcCurrentOutputInformation the current behind the receiving side; A
 * @param evpcVoltageOutputInformation the voltage behind the receiving side; V
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptEvpcPowerControlParameter(
    @ExiElement("EVPCCoilCurrentRequest") RationalNumber evpcCoilCurrentRequest,
    @ExiElement("EVPCCoilCurrentInformation") RationalNumber evpcCoilCurrentInformation,
    @ExiElement("EVPCCurrentOutputInformation") RationalNumber evpcCurrentOutputInformation,
    @ExiElement("EVPCVoltageOutputInformation") RationalNumber evpcVoltageOutputInformation) {}
