package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;

/**
 * ACDP_ConnectRes. The station reports the device.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param evseProcessing whether the station has finished
 * @param evseElectricalChargingDeviceStatus the electrical state of the station
 * @param evseMechanicalChargingDeviceStatus where the moving part of the station is
 */
@ExiName("ACDP_ConnectRes")
@ExiType(namespace = Namespaces.ISO20_ACDP)
public record AcdpConnectResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement("EVSEProcessing") Processing evseProcessing,
    @ExiElement("EVSEElectricalChargingDeviceStatus")
        ElectricalChargingDeviceStatus evseElectricalChargingDeviceStatus,
    @ExiElement("EVSEMechanicalChargingDeviceStatus")
        MechanicalChargingDeviceStatus evseMechanicalChargingDeviceStatus)
    implements Iso20Response {}
