package energy.ebbflow.iso15118.message.iso20.price;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * PriceRuleType. A price from some power on.
 *
 * @param energyFee the price of one kWh; in the currency of the schedule
 * @param parkingFee the price of parking for one period; in the currency of the schedule
 * @param parkingFeePeriod the period of the parking fee; s, 0 to 4294967295
 * @param carbonDioxideEmission carbon dioxide of the energy; g/kWh, 0 to 65535
 * @param renewableGenerationPercentage renewable part of the energy; %, 0 to 255
 * @param powerRangeStart from which power the rule holds; W
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record PriceRule(
    @ExiElement("EnergyFee") RationalNumber energyFee,
    @ExiElement("ParkingFee") Optional<RationalNumber> parkingFee,
    @ExiElement("ParkingFeePeriod") @Range(min = 0, max = 4294967295L)
        Optional<Long> parkingFeePeriod,
    @ExiElement("CarbonDioxideEmission") @Range(min = 0, max = 65535)
        Optional<Integer> carbonDioxideEmission,
    @ExiElement("RenewableGenerationPercentage") @Range(min = 0, max = 255)
        Optional<Integer> renewableGenerationPercentage,
    @ExiElement("PowerRangeStart") RationalNumber powerRangeStart) {

  /** Checks the bounds that the schema sets. */
  public PriceRule {
    Facets.range("ParkingFeePeriod", parkingFeePeriod, 0, 4294967295L);
    Facets.range("CarbonDioxideEmission", carbonDioxideEmission, 0, 65535);
    Facets.range("RenewableGenerationPercentage", renewableGenerationPercentage, 0, 255);
  }
}
