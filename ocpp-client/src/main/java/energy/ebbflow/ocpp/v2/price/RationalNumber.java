package energy.ebbflow.ocpp.v2.price;

/** value times ten to the exponent. */
public record RationalNumber(int exponent, int value) {}
