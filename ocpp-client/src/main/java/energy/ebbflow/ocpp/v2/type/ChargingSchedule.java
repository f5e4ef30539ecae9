package energy.ebbflow.ocpp.v2.type;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireName;
import energy.ebbflow.ocpp.v2.price.AbsolutePriceSchedule;
import energy.ebbflow.ocpp.v2.price.PriceLevelSchedule;
import energy.ebbflow.ocpp.v2.price.SalesTariff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Periods of limits and set-points; durations in seconds. */
public record ChargingSchedule(
    int id,
    @SinceV21 @WireName("limitAtSoC") Optional<LimitAtSoc> limitAtSoc,
    Optional<Instant> startSchedule,
    Optional<Integer> duration,
    ChargingRateUnit chargingRateUnit,
    Optional<Double> minChargingRate,
    @SinceV21 Optional<Double> powerTolerance,
    @SinceV21 @Range(min = 0) Optional<Integer> signatureId,
    @SinceV21 @Text(max = 88) Optional<String> digestValue,
    @SinceV21 Optional<Boolean> useLocalTime,
    @Items(max = 1024) List<ChargingSchedulePeriod> chargingSchedulePeriod,
    @SinceV21 @Range(min = 0) Optional<Integer> randomizedDelay,
    Optional<SalesTariff> salesTariff,
    @SinceV21 Optional<AbsolutePriceSchedule> absolutePriceSchedule,
    @SinceV21 Optional<PriceLevelSchedule> priceLevelSchedule) {
  public ChargingSchedule {
    chargingSchedulePeriod = List.copyOf(chargingSchedulePeriod);
  }
}
