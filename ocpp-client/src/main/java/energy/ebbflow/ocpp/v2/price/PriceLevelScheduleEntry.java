package energy.ebbflow.ocpp.v2.price;

import energy.ebbflow.ocpp.json.Range;

/** A price level for some seconds. */
public record PriceLevelScheduleEntry(int duration, @Range(min = 0) int priceLevel) {}
