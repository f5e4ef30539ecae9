package energy.ebbflow.ocpp.billing;

import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.tariff.AccountState;
import energy.ebbflow.ocpp.tariff.Reading;
import energy.ebbflow.ocpp.time.Correction;
import energy.ebbflow.ocpp.v2.transaction.TransactionLimit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of an open transaction beside its events.
 *
 * @param token who charges
 * @param driverTariff whether the tariff is this user's own
 * @param charging energy flowed when it was last heard of
 * @param soc percent, as last heard
 * @param limit bounds of the back office
 * @param limitUntold they are to be told with the next event
 * @param costTold when the running cost was last told
 * @param officeCost what the back office says that it costs, with tax
 * @param over a bound was reached: OCPP's TriggerReasonEnumType
 */
public record Bill(
    String transaction,
    int evse,
    Instant startedAt,
    Optional<IdToken> token,
    boolean driverTariff,
    boolean charging,
    Optional<Double> soc,
    AccountState account,
    Optional<TransactionLimit> limit,
    boolean limitUntold,
    Optional<Instant> costTold,
    Optional<BigDecimal> officeCost,
    Optional<String> over) {

  static Bill opened(
      String transaction, int evse, Instant at, Optional<IdToken> token, AccountState account) {
    return new Bill(
        transaction,
        evse,
        at,
        token,
        false,
        false,
        Optional.empty(),
        account,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** When its meter was last heard. */
  Instant heard() {
    return account.last().map(Reading::at).orElse(startedAt);
  }

  Bill with(AccountState next) {
    return new Bill(
        transaction,
        evse,
        startedAt,
        token,
        driverTariff,
        charging,
        soc,
        next,
        limit,
        limitUntold,
        costTold,
        officeCost,
        over);
  }

  Bill owned(boolean driver) {
    return new Bill(
        transaction,
        evse,
        startedAt,
        token,
        driver,
        charging,
        soc,
        account,
        limit,
        limitUntold,
        costTold,
        officeCost,
        over);
  }

  Bill of(IdToken who) {
    return new Bill(
        transaction,
        evse,
        startedAt,
        Optional.of(who),
        driverTariff,
        charging,
        soc,
        account,
        limit,
        limitUntold,
        costTold,
        officeCost,
        over);
  }

  Bill seen(boolean flows, Optional<Double> percent) {
    return new Bill(
        transaction,
        evse,
        startedAt,
        token,
        driverTariff,
        flows,
        percent.or(() -> soc),
        account,
        limit,
        limitUntold,
        costTold,
        officeCost,
        over);
  }

  /**
   * Bounds that are given take the place of those of their kind (E16.FR.17: none is ever lifted).
   */
  Bill bounded(TransactionLimit given) {
    TransactionLimit next =
        new TransactionLimit(
            given.maxCost().or(() -> limit.flatMap(TransactionLimit::maxCost)),
            given.maxEnergy().or(() -> limit.flatMap(TransactionLimit::maxEnergy)),
            given.maxTime().or(() -> limit.flatMap(TransactionLimit::maxTime)),
            given.maxSoc().or(() -> limit.flatMap(TransactionLimit::maxSoc)));
    boolean same = limit.equals(Optional.of(next));
    return new Bill(
        transaction,
        evse,
        startedAt,
        token,
        driverTariff,
        charging,
        soc,
        account,
        Optional.of(next),
        limitUntold || !same,
        costTold,
        officeCost,
        over);
  }

  Bill told(Optional<Instant> cost, boolean untold) {
    return new Bill(
        transaction,
        evse,
        startedAt,
        token,
        driverTariff,
        charging,
        soc,
        account,
        limit,
        untold,
        cost.or(() -> costTold),
        officeCost,
        over);
  }

  Bill costs(BigDecimal said) {
    return new Bill(
        transaction,
        evse,
        startedAt,
        token,
        driverTariff,
        charging,
        soc,
        account,
        limit,
        limitUntold,
        costTold,
        Optional.of(said),
        over);
  }

  /** The times of this run were wrong; what was counted stays. */
  Bill corrected(Correction correction) {
    return new Bill(
        transaction,
        evse,
        correction.of(startedAt),
        token,
        driverTariff,
        charging,
        soc,
        account.corrected(correction),
        limit,
        limitUntold,
        costTold.map(correction::of),
        officeCost,
        over);
  }

  Bill ended(String trigger) {
    return new Bill(
        transaction,
        evse,
        startedAt,
        token,
        driverTariff,
        charging,
        soc,
        account,
        limit,
        limitUntold,
        costTold,
        officeCost,
        Optional.of(trigger));
  }
}
