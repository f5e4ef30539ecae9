package energy.ebbflow.iso15118.message.iso2.charge;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso2.PhysicalValue;
import java.util.Optional;

/**
 * ProfileEntryType: profile entry.
 *
 * @param chargingProfileEntryStart the charging profile entry start; 0 to 4294967295
 * @param chargingProfileEntryMaxPower the charging profile entry max power; W
 * @param chargingProfileEntryMaxNumberOfPhasesInUse the charging profile entry max number of phases
 *     in use; 1 to 3
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
