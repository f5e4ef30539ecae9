package energy.ebbflow.iso15118.message.iso20.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;

/**
 * EVPowerScheduleEntryType. A step of the power that the vehicle offers.
 *
 * @param duration how long the entry lasts; s, 0 to 4294967295
 * @param power the power, below 0 from the vehicle; W
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record EvPowerScheduleEntry(
    @ExiElement("Duration") @Range(min = 0, max = 4294967295L) long duration,
    @ExiElement("Power") RationalNumber power) {

  /** Checks the bounds that the schema sets. */
  public EvPowerScheduleEntry {
    Facets.range("Duration", duration, 0, 4294967295L);
  }
}
