package energy.ebbflow.iso15118.message.iso2.charge;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * ChargingProfileType. The power that the vehicle plans.
 *
 * @param profileEntry the entries, one after the other; 1 to 24 of them
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record ChargingProfile(
    @ExiElement("ProfileEntry") @Occurs(max = 24) List<ProfileEntry> profileEntry) {

  /** Checks the bounds that the schema sets. */
  public ChargingProfile {
    profileEntry = Facets.occurs("ProfileEntry", profileEntry, 1, 24);
  }
}
