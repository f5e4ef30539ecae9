package energy.ebbflow.iso15118.message.iso2;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * PhysicalValueType. A physical value: {@code value} times ten to the power of {@code multiplier},
 * in {@code unit}.
 *
 * @param multiplier the power of ten to multiply with; -3 to 3
 * @param unit the unit
 * @param value the value before the power of ten is applied; -32768 to 32767
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record PhysicalValue(
    @ExiElement("Multiplier") @Range(min = -3, max = 3) int multiplier,
    @ExiElement("Unit") UnitSymbol unit,
    @ExiElement("Value") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE) int value) {

  /** Checks the bounds that the schema sets. */
  public PhysicalValue {
    Facets.range("Multiplier", multiplier, -3, 3);
    Facets.range("Value", value, -32768, 32767);
  }
}
