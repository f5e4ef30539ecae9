package energy.ebbflow.iso15118.message.iso20.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * PowerScheduleEntryType. A step of the power.
 *
 * @param duration how long the entry lasts; s, 0 to 4294967295
 * @param power the power, below 0 from the vehicle; W
 * @param powerL2 the power on phase L2; W
 * @param powerL3 the power on phase L3; W
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record PowerScheduleEntry(
    @ExiElement("Duration") @Range(min = 0, max = 4294967295L) long duration,
    @ExiElement("Power") RationalNumber power,
    @ExiElement("Power_L2") Optional<RationalNumber> powerL2,
    @ExiElement("Power_L3") Optional<RationalNumber> powerL3) {

  /** Checks the bounds that the schema sets. */
  public PowerScheduleEntry {
    Facets.range("Duration", duration, 0, 4294967295L);
  }
}
