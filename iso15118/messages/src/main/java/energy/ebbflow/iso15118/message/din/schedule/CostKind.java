package energy.ebbflow.iso15118.message.din.schedule;

import energy.ebbflow.exi.WireName;

/** costKindType. What a cost counts. */
public enum CostKind implements WireName {
  /** {@code relativePricePercentage}: the price, in % of the highest of all tariffs on offer. */
  RELATIVE_PRICE_PERCENTAGE("relativePricePercentage"),
  /** {@code RenewableGenerationPercentage}: the share of renewable energy; %. */
  RENEWABLE_GENERATION_PERCENTAGE("RenewableGenerationPercentage"),
  /** {@code CarbonDioxideEmission}: emission; g of CO2 per kWh. */
  CARBON_DIOXIDE_EMISSION("CarbonDioxideEmission");

  private final String wireName;

  CostKind(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
