package energy.ebbflow.iso15118.message.din.charge;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * ChargingProfileType. The power that the vehicle plans.
 *
 * @param saScheduleTupleId the number of the schedule; -32768 to 32767
 * @param profileEntry the entries, one after the other; 1 to 256 of them (our limit)
 */
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record ChargingProfile(
    @ExiElement("SAScheduleTupleID") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        int saScheduleTupleId,
    @ExiElement("ProfileEntry") @Occurs(max = Occurs.UNBOUNDED) @Limit(256)
        List<ProfileEntry> profileEntry) {

  /** Checks the bounds that the schema sets. */
  public ChargingProfile {
    Facets.range("SAScheduleTupleID", saScheduleTupleId, -32768, 32767);
    profileEntry = Facets.occurs("ProfileEntry", profileEntry, 1, 256);
  }
}
