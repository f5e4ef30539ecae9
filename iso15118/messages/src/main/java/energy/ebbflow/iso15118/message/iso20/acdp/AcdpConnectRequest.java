package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;

/**
 * ACDP_ConnectReq. The vehicle asks the device to connect.
 *
 * @param header what every message starts with
 * @param evElectricalChargingDeviceStatus the electrical state of the vehicle
 */
@ExiName("ACDP_ConnectReq")
@ExiType(namespace = Namespaces.ISO20_ACDP)
public record AcdpConnectRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("EVElectricalChargingDeviceStatus")
        ElectricalChargingDeviceStatus evElectricalChargingDeviceStatus)
    implements Iso20Request {}
