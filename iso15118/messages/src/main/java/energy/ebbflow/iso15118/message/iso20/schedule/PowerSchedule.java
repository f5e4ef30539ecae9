package energy.ebbflow.iso15118.message.iso20.schedule;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Unsigned;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * PowerScheduleType. Power over time.
 *
 * @param timeAnchor the start of the first entry; seconds since 1970-01-01 UTC, unsigned
 * @param availableEnergy the energy that is available over the whole schedule; Wh
 * @param powerTolerance how far the power may differ from the schedule; the schema does not state
 *     the unit
 * @param powerScheduleEntries the entries, one after the other
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record PowerSchedule(
    @ExiElement("TimeAnchor") @Unsigned long timeAnchor,
    @ExiElement("AvailableEnergy") Optional<RationalNumber> availableEnergy,
    @ExiElement("PowerTolerance") Optional<RationalNumber> powerTolerance,
    @ExiElement("PowerScheduleEntries") PowerScheduleEntryList powerScheduleEntries) {}
