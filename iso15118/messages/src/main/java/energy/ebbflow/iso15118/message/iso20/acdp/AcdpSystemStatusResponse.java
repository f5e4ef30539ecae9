package energy.ebbflow.iso15118.message.iso20.acdp;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;

/**
 * ACDP_SystemStatusRes. The station reports its state.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param evseMechanicalChargingDeviceStatus the station's mechanical charging device status
 * @param evseReadyToCharge the station's ready to charge
 * @param evseIsolationStatus the station's isolation status
 * @param evseDisabled the station's disabled
 * @param evseUtilityInterruptEvent the station's utility interrupt event
 * @param evseEmergencyShutdown the station's emergency shutdown
 * @param evseMalfunction the station's malfunction
 * @param evInChargePosition the vehicle's in charge position
 * @param evAssociationStatus the vehicle's association status
 */
@ExiName("ACDP_SystemStatusRes")
@ExiType(namespace = Namespaces.ISO20_ACDP)
public record AcdpSystemStatusResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement("EVSEMechanicalChargingDeviceStatus")
        MechanicalChargingDeviceStatus evseMechanicalChargingDeviceStatus,
    @ExiElement("EVSEReadyToCharge") boolean evseReadyToCharge,
    @ExiElement("EVSEIsolationStatus") IsolationStatus evseIsolationStatus,
    @ExiElement("EVSEDisabled") boolean evseDisabled,
    @ExiElement("EVSEUtilityInterruptEvent") boolean evseUtilityInterruptEvent,
    @ExiElement("EVSEEmergencyShutdown") boolean evseEmergencyShutdown,
    @ExiElement("EVSEMalfunction") boolean evseMalfunction,
    @ExiElement("EVInChargePosition") boolean evInChargePosition,
    @ExiElement("EVAssociationStatus") boolean evAssociationStatus)
    implements Iso20Response {}
