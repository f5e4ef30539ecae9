package energy.ebbflow.iso15118.message.iso2.schedule;

import energy.ebbflow.exi.WireName;

/** costKindType. What a cost counts. */
public enum CostKind implements WireName {
  /** {@code relativePricePercentage}. */
  RELATIVE_PRICE_PERCENTAGE("relativePricePercentage"),
  /** {@code RenewableGenerationPercentage}. */
  RENEWABLE_GENERATION_PERCENTAGE("RenewableGenerationPercentage"),
  /** {@code CarbonDioxideEmission}. */
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
