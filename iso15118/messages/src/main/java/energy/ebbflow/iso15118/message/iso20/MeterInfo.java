package energy.ebbflow.iso15118.message.iso20;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.exi.schema.Unsigned;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * MeterInfoType. A meter reading.
 *
 * @param meterId the name of the meter; at most 32 characters
 * @param chargedEnergyReadingWh the register of energy to the vehicle; Wh, 0 to 2^64 - 1 as an
 *     unsigned long
 * @param bptDischargedEnergyReadingWh the register of energy from the vehicle; Wh, 0 to 2^64 - 1 as
 *     an unsigned long
 * @param capacitiveEnergyReadingVarh the register of capacitive reactive energy; varh, 0 to 2^64 -
 *     1 as an unsigned long
 * @param bptInductiveEnergyReadingVarh the register of inductive reactive energy; varh, 0 to 2^64 -
 *     1 as an unsigned long
 * @param meterSignature the signature of the meter over its reading; at most 64 octets
 * @param meterStatus the status of the meter, as its maker defines it; -32768 to 32767
 * @param meterTimestamp when the meter was read; seconds since 1970-01-01 UTC, unsigned
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_TYPES)
public record MeterInfo(
    @ExiElement("MeterID") @Length(max = 32) String meterId,
    @ExiElement("ChargedEnergyReadingWh") @Unsigned long chargedEnergyReadingWh,
    @ExiElement("BPT_DischargedEnergyReadingWh") @Unsigned
        Optional<Long> bptDischargedEnergyReadingWh,
    @ExiElement("CapacitiveEnergyReadingVARh") @Unsigned Optional<Long> capacitiveEnergyReadingVarh,
    @ExiElement("BPT_InductiveEnergyReadingVARh") @Unsigned
        Optional<Long> bptInductiveEnergyReadingVarh,
    @ExiElement("MeterSignature") @Length(max = 64) Optional<Octets> meterSignature,
    @ExiElement("MeterStatus") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        Optional<Integer> meterStatus,
    @ExiElement("MeterTimestamp") @Unsigned Optional<Long> meterTimestamp) {

  /** Checks the bounds that the schema sets. */
  public MeterInfo {
    Facets.length("MeterID", meterId, 0, 32);
    Facets.length("MeterSignature", meterSignature, 0, 64);
    Facets.range("MeterStatus", meterStatus, -32768, 32767);
  }
}
