package energy.ebbflow.iso15118.message.iso20.schedule;

import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Unsigned;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * EVPowerScheduleType. The power that the vehicle offers.
 *
 * @param timeAnchor the start of the first entry; seconds since 1970-01-01 UTC, unsigned
 * @param evPowerScheduleEntries the entries, one after the other
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record EvPowerSchedule(
    @ExiElement("TimeAnchor") @Unsigned long timeAnchor,
    @ExiElement("EVPowerScheduleEntries") EvPowerScheduleEntryList evPowerScheduleEntries) {}
