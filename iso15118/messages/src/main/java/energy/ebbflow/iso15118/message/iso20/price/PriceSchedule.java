package energy.ebbflow.iso15118.message.iso20.price;

/** The choice of AbsolutePriceSchedule, PriceLevelSchedule. */
public sealed interface PriceSchedule permits AbsolutePriceSchedule, PriceLevelSchedule {}
