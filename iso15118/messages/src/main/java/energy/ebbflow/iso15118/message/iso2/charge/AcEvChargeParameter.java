package energy.ebbflow.iso15118.message.iso2.charge;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.PhysicalValue;
import java.util.Optional;

/**
 * AC_EVChargeParameter. The vehicle's limits for AC.
 *
 * @param departureTime when the user wants to leave; s from now, 0 to 4294967295
 * @param eAmount energy that the user wants until departure; Wh
 * @param evMaxVoltage the highest voltage that the vehicle takes; V
 * @param evMaxCurrent the most current that the vehicle takes per phase; A
 * @param evMinCurrent the least current with which the vehicle charges, per phase; A
 */
@ExiName("AC_EVChargeParameter")
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record AcEvChargeParameter(
    @ExiElement("DepartureTime") @Range(min = 0, max = 4294967295L) Optional<Long> departureTime,
    @ExiElement("EAmount") PhysicalValue eAmount,
    @ExiElement("EVMaxVoltage") PhysicalValue evMaxVoltage,
    @ExiElement("EVMaxCurrent") PhysicalValue evMaxCurrent,
    @ExiElement("EVMinCurrent") PhysicalValue evMinCurrent)
    implements EvChargeParameter, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public AcEvChargeParameter {
    Facets.range("DepartureTime", departureTime, 0, 4294967295L);
  }
}
