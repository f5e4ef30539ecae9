package energy.ebbflow.iso15118.message.iso20.wpt;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;

/**
 * WPT_SPCPowerControlParameterType. What the vehicle needs to control the power.
 *
 * @param spcPrimaryDeviceCoilCurrentInformation the current in the coil of the station; A
 */
@ExiType(namespace = Namespaces.ISO20_WPT)
public record WptSpcPowerControlParameter(
    @ExiElement("SPCPrimaryDeviceCoilCurrentInformation")
        RationalNumber spcPrimaryDeviceCoilCurrentInformation) {}
