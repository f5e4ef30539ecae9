package energy.ebbflow.iso15118.message.din.charge;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.PhysicalValue;

/**
 * AC_EVChargeParameter: AC EV charge parameter.
 *
 * @param departureTime when the user wants to leave; s from now, 0 to 4294967295
 * @param eAmount the e amount; Wh
 * @param evMaxVoltage the vehicle's max voltage; V
 * @param evMaxCurrent the vehicle's max current; A
 * @param evMinCurrent the vehicle's min current; A
 */
@ExiName("AC_EVChargeParameter")
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record AcEvChargeParameter(
    @ExiElement("DepartureTime") @Range(min = 0, max = 4294967295L) long departureTime,
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
