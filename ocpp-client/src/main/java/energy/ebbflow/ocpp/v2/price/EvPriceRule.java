package energy.ebbflow.ocpp.v2.price;

/** A price from a power (watts) on. */
public record EvPriceRule(double energyFee, double powerRangeStart) {}
