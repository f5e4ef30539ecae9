package energy.ebbflow.ocpp.energy;

import energy.ebbflow.ocpp.v2.energy.ScheduleUpdate;
import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import energy.ebbflow.ocpp.v2.type.ChargingProfileKind;
import energy.ebbflow.ocpp.v2.type.ChargingProfilePurpose;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import energy.ebbflow.ocpp.v2.type.ChargingSchedule;
import energy.ebbflow.ocpp.v2.type.ChargingSchedulePeriod;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Profiles, schedules and periods with other values. Pure. */
public final class Periods {
  private static final Optional<Double> NONE = Optional.empty();

  private Periods() {}

  /** K28.FR.05: a dynamic profile that does not say how old its values are has them from now. */
  public static ChargingProfile stamped(ChargingProfile p, Instant now) {
    return p.chargingProfileKind() == ChargingProfileKind.DYNAMIC && p.dynUpdateTime().isEmpty()
        ? with(p, p.chargingSchedule(), Optional.of(now))
        : p;
  }

  /** A dynamic profile with new values; what the update does not name stays. */
  static ChargingProfile updated(ChargingProfile p, ScheduleUpdate update, Instant now) {
    ChargingSchedule schedule = p.chargingSchedule().getFirst();
    ChargingSchedulePeriod period = schedule.chargingSchedulePeriod().getFirst();
    return with(p, List.of(with(schedule, List.of(updated(period, update)))), Optional.of(now));
  }

  private static ChargingSchedulePeriod updated(ChargingSchedulePeriod p, ScheduleUpdate u) {
    return new ChargingSchedulePeriod(
        p.startPeriod(),
        u.limit().or(p::limit),
        u.limitL2().or(p::limitL2),
        u.limitL3().or(p::limitL3),
        p.numberPhases(),
        p.phaseToUse(),
        u.dischargeLimit().or(p::dischargeLimit),
        u.dischargeLimitL2().or(p::dischargeLimitL2),
        u.dischargeLimitL3().or(p::dischargeLimitL3),
        u.setpoint().or(p::setpoint),
        u.setpointL2().or(p::setpointL2),
        u.setpointL3().or(p::setpointL3),
        u.setpointReactive().or(p::setpointReactive),
        u.setpointReactiveL2().or(p::setpointReactiveL2),
        u.setpointReactiveL3().or(p::setpointReactiveL3),
        p.preconditioningRequest(),
        p.evseSleep(),
        p.v2xBaseline(),
        p.operationMode(),
        p.v2xFreqWattCurve(),
        p.v2xSignalWattCurve(),
        p.customData());
  }

  /** A profile with other schedules. */
  static ChargingProfile with(
      ChargingProfile p, List<ChargingSchedule> schedules, Optional<Instant> updated) {
    return new ChargingProfile(
        p.id(),
        p.stackLevel(),
        p.chargingProfilePurpose(),
        p.chargingProfileKind(),
        p.recurrencyKind(),
        p.validFrom(),
        p.validTo(),
        p.transactionId(),
        p.maxOfflineDuration(),
        schedules,
        p.invalidAfterOfflineDuration(),
        p.dynUpdateInterval(),
        updated,
        p.priceScheduleSignature());
  }

  private static ChargingSchedule with(ChargingSchedule s, List<ChargingSchedulePeriod> periods) {
    return new ChargingSchedule(
        s.id(),
        s.limitAtSoc(),
        s.startSchedule(),
        s.duration(),
        s.chargingRateUnit(),
        s.minChargingRate(),
        s.powerTolerance(),
        s.signatureId(),
        s.digestValue(),
        s.useLocalTime(),
        periods,
        s.randomizedDelay(),
        s.salesTariff(),
        s.absolutePriceSchedule(),
        s.priceLevelSchedule());
  }

  /**
   * A dynamic profile in the words of 2.0.1, which has none: an absolute one from its last values
   * on; absent where its period has no limit, or 2.0.1 lacks its purpose.
   */
  public static Optional<ChargingProfile> forV201(ChargingProfile p) {
    boolean purposed =
        switch (p.chargingProfilePurpose()) {
          case PRIORITY_CHARGING, LOCAL_GENERATION -> false;
          case CHARGING_STATION_EXTERNAL_CONSTRAINTS,
              CHARGING_STATION_MAX_PROFILE,
              TX_DEFAULT_PROFILE,
              TX_PROFILE ->
              true;
        };
    boolean limited =
        p.chargingSchedule().stream()
            .flatMap(s -> s.chargingSchedulePeriod().stream())
            .allMatch(period -> period.limit().isPresent());
    if (!purposed || !limited) {
      return Optional.empty();
    }
    if (p.chargingProfileKind() != ChargingProfileKind.DYNAMIC) {
      return Optional.of(p);
    }
    ChargingSchedule s = p.chargingSchedule().getFirst();
    return Optional.of(
        new ChargingProfile(
            p.id(),
            p.stackLevel(),
            p.chargingProfilePurpose(),
            ChargingProfileKind.ABSOLUTE,
            Optional.empty(),
            p.validFrom(),
            p.validTo(),
            p.transactionId(),
            Optional.empty(),
            List.of(
                new ChargingSchedule(
                    s.id(),
                    Optional.empty(),
                    p.dynUpdateTime().or(s::startSchedule),
                    s.duration(),
                    s.chargingRateUnit(),
                    s.minChargingRate(),
                    NONE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    s.chargingSchedulePeriod(),
                    Optional.empty(),
                    s.salesTariff(),
                    Optional.empty(),
                    Optional.empty())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  /** A period in W; discharge is a magnitude here and at most 0 on the wire. */
  public static ChargingSchedulePeriod period(
      int start,
      Optional<Double> charge,
      Optional<Double> discharge,
      Optional<Double> setpoint,
      Optional<OperationMode> mode) {
    return new ChargingSchedulePeriod(
        start,
        charge,
        NONE,
        NONE,
        Optional.empty(),
        Optional.empty(),
        discharge.map(v -> v == 0 ? 0.0 : -v),
        NONE,
        NONE,
        setpoint,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        Optional.empty(),
        Optional.empty(),
        NONE,
        mode,
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** A schedule in W. */
  public static ChargingSchedule schedule(
      int id,
      Optional<Instant> start,
      Optional<Integer> duration,
      List<ChargingSchedulePeriod> periods) {
    return new ChargingSchedule(
        id,
        Optional.empty(),
        start,
        duration,
        ChargingRateUnit.W,
        NONE,
        NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        periods,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A dynamic profile of the station's own. */
  static ChargingProfile own(
      int id,
      int level,
      ChargingProfilePurpose purpose,
      Optional<Instant> validTo,
      ChargingSchedule schedule,
      Instant updated) {
    return new ChargingProfile(
        id,
        level,
        purpose,
        ChargingProfileKind.DYNAMIC,
        Optional.empty(),
        Optional.empty(),
        validTo,
        Optional.empty(),
        Optional.empty(),
        List.of(schedule),
        Optional.empty(),
        Optional.empty(),
        Optional.of(updated),
        Optional.empty());
  }
}
