package energy.ebbflow.ocpp.v2.tariff;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Text;
import java.util.List;
import java.util.Optional;

/**
 * When a fee is due, as of the start of the transaction (TariffConditionsFixedType).
 *
 * @param paymentBrand of an ad-hoc payment, from the token's additional information
 * @param paymentRecognition kind of an ad-hoc payment, likewise
 */
public record FixedConditions(
    Optional<String> startTimeOfDay,
    Optional<String> endTimeOfDay,
    @Items(max = 7) @AbsentIfEmpty List<Weekday> dayOfWeek,
    Optional<String> validFromDate,
    Optional<String> validToDate,
    Optional<EvseKind> evseKind,
    @Text(max = 20) Optional<String> paymentBrand,
    @Text(max = 20) Optional<String> paymentRecognition) {
  public FixedConditions {
    dayOfWeek = List.copyOf(dayOfWeek);
  }
}
