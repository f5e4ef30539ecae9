package energy.ebbflow.iso15118.message.iso2.charge;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.PhysicalValue;
import energy.ebbflow.iso15118.message.iso2.status.DcEvStatus;
import java.util.Optional;

/**
 * DC_EVChargeParameter. The vehicle's limits for DC.
 *
 * @param departureTime when the user wants to leave; s from now, 0 to 4294967295
 * @param dcEvStatus the state of the vehicle
 * @param evMaximumCurrentLimit the most current that the vehicle takes; A
 * @param evMaximumPowerLimit the most power that the vehicle takes; W
 * @param evMaximumVoltageLimit the voltage that the vehicle must not exceed; V
 * @param evEnergyCapacity what the battery holds when full; Wh
 * @param evEnergyRequest energy that the vehicle wants; Wh
 * @param fullSoc the state of charge that counts as full; %, 0 to 100
 * @param bulkSoc the state of charge that ends the fast part; %, 0 to 100
 */
@ExiName("DC_EVChargeParameter")
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record DcEvChargeParameter(
    @ExiElement("DepartureTime") @Range(min = 0, max = 4294967295L) Optional<Long> departureTime,
    @ExiElement("DC_EVStatus") DcEvStatus dcEvStatus,
    @ExiElement("EVMaximumCurrentLimit") PhysicalValue evMaximumCurrentLimit,
    @ExiElement("EVMaximumPowerLimit") Optional<PhysicalValue> evMaximumPowerLimit,
    @ExiElement("EVMaximumVoltageLimit") PhysicalValue evMaximumVoltageLimit,
    @ExiElement("EVEnergyCapacity") Optional<PhysicalValue> evEnergyCapacity,
    @ExiElement("EVEnergyRequest") Optional<PhysicalValue> evEnergyRequest,
    @ExiElement("FullSOC") @Range(min = 0, max = 100) Optional<Integer> fullSoc,
    @ExiElement("BulkSOC") @Range(min = 0, max = 100) Optional<Integer> bulkSoc)
    implements EvChargeParameter, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public DcEvChargeParameter {
    Facets.range("DepartureTime", departureTime, 0, 4294967295L);
    Facets.range("FullSOC", fullSoc, 0, 100);
    Facets.range("BulkSOC", bulkSoc, 0, 100);
  }
}
