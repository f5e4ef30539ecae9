package energy.ebbflow.iso15118.message.iso20.power;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Unsigned;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * EVPowerProfileType. The power that the vehicle plans.
 *
 * @param timeAnchor the start of the first entry; seconds since 1970-01-01 UTC, unsigned
 * @param evpptControlMode one of Dynamic_EVPPTControlMode, Scheduled_EVPPTControlMode
 * @param evPowerProfileEntries the entries, one after the other
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record EvPowerProfile(
    @ExiElement("TimeAnchor") @Unsigned long timeAnchor,
    @ExiChoice EvpptControlMode evpptControlMode,
    @ExiElement("EVPowerProfileEntries") EvPowerProfileEntryList evPowerProfileEntries) {}
