package energy.ebbflow.iso15118.message.din.charge;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * ProfileEntryType. A step of the power that the vehicle plans.
 *
 * @param chargingProfileEntryStart from when the entry holds; s after the profile was sent, 0 to
 *     4294967295
 * @param chargingProfileEntryMaxPower the most power that the vehicle will take; W, -32768 to 32767
 */
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record ProfileEntry(
    @ExiElement("ChargingProfileEntryStart") @Range(min = 0, max = 4294967295L)
        long chargingProfileEntryStart,
    @ExiElement("ChargingProfileEntryMaxPower") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        int chargingProfileEntryMaxPower) {

  /** Checks the bounds that the schema sets. */
  public ProfileEntry {
    Facets.range("ChargingProfileEntryStart", chargingProfileEntryStart, 0, 4294967295L);
    Facets.range("ChargingProfileEntryMaxPower", chargingProfileEntryMaxPower, -32768, 32767);
  }
}
