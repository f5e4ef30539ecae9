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
 * @param evseMechanicalChargingDeviceStatus where the moving part of the station is
 * @param evseReadyToCharge whether the station is ready
 * @param evseIsolationStatus what the isolation monitor says
 * @param evseDisabled whether the station is out of use
 * @param evseUtilityInterruptEvent whether the grid has interrupted the station
 * @param evseEmergencyShutdown whether the station has shut down in an emergency
 * @param evseMalfunction whether the station has failed
 * @param evInChargePosition whether the vehicle stands where it can charge
 * @param evAssociationStatus whether vehicle and station belong to each other
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
