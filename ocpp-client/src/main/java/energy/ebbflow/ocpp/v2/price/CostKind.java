package energy.ebbflow.ocpp.v2.price;

import energy.ebbflow.ocpp.json.WireEnum;

/** Kinds of cost. */
public enum CostKind implements WireEnum {
  CARBON_DIOXIDE_EMISSION("CarbonDioxideEmission"),
  RELATIVE_PRICE_PERCENTAGE("RelativePricePercentage"),
  RENEWABLE_GENERATION_PERCENTAGE("RenewableGenerationPercentage");
  private final String wire;

  CostKind(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
