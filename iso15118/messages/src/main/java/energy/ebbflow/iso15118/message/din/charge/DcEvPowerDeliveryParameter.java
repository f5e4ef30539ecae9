package energy.ebbflow.iso15118.message.din.charge;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.status.DcEvStatus;
import java.util.Optional;

/**
 * DC_EVPowerDeliveryParameter. The state of the vehicle when power starts or stops.
 *
 * @param dcEvStatus the state of the vehicle
 * @param bulkChargingComplete whether the fast part of charging is finished
 * @param chargingComplete whether the vehicle regards charging as finished
 */
@ExiName("DC_EVPowerDeliveryParameter")
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record DcEvPowerDeliveryParameter(
    @ExiElement("DC_EVStatus") DcEvStatus dcEvStatus,
    @ExiElement("BulkChargingComplete") Optional<Boolean> bulkChargingComplete,
    @ExiElement("ChargingComplete") boolean chargingComplete)
    implements EvPowerDeliveryParameter, V2gMessage {}
