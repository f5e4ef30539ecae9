package energy.ebbflow.iso15118.message.iso2.charge;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso2.PhysicalValue;
import java.util.Optional;

/**
 * ProfileEntryType. A step of the power that the vehicle plans.
 *
 * @param chargingProfileEntryStart from when the entry holds; s after the profile was sent, 0 to
 *     4294967295
 * @param chargingProfileEntryMaxPower the most power that the vehicle will take; W
 * @param chargingProfileEntryMaxNumberOfPhasesInUse the most phases that the vehicle will use; 1 to
 *     3
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record ProfileEntry(
    @ExiElement("ChargingProfileEntryStart") @Range(min = 0, max = 4294967295L)
        long chargingProfileEntryStart,
    @ExiElement("ChargingProfileEntryMaxPower") PhysicalValue chargingProfileEntryMaxPower,
    @ExiElement("ChargingProfileEntryMaxNumberOfPhasesInUse") @Range(min = 1, max = 3)
        Optional<Integer> chargingProfileEntryMaxNumberOfPhasesInUse) {

  /** Checks the bounds that the schema sets. */
  public ProfileEntry {
    Facets.range("ChargingProfileEntryStart", chargingProfileEntryStart, 0, 4294967295L);
    Facets.range(
        "ChargingProfileEntryMaxNumberOfPhasesInUse",
        chargingProfileEntryMaxNumberOfPhasesInUse,
        1,
        3);
  }
}
