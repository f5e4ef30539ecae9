package energy.ebbflow.ocpp.profile;

import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import energy.ebbflow.ocpp.v2.type.ChargingProfileKind;
import energy.ebbflow.ocpp.v2.type.ChargingProfilePurpose;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import energy.ebbflow.ocpp.v2.type.ChargingSchedule;
import energy.ebbflow.ocpp.v2.type.ChargingSchedulePeriod;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import energy.ebbflow.ocpp.v2.type.RecurrencyKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes profiles for tests. */
final class Profiles {
  ChargingProfilePurpose purpose = ChargingProfilePurpose.TX_DEFAULT_PROFILE;
  ChargingProfileKind kind = ChargingProfileKind.ABSOLUTE;
  Optional<RecurrencyKind> recurrency = Optional.empty();
  Optional<Instant> validFrom = Optional.empty();
  Optional<Instant> validTo = Optional.empty();
  Optional<String> transaction = Optional.empty();
  Optional<Integer> maxOffline = Optional.empty();
  Optional<Instant> start = Optional.of(Instant.parse("2026-01-01T00:00:00Z"));
  Optional<Integer> duration = Optional.empty();
  ChargingRateUnit unit = ChargingRateUnit.W;
  int id = 1;
  int level;
  int evse = 1;
  List<ChargingSchedulePeriod> periods = List.of(limit(0, 5_000));

  static ChargingSchedulePeriod limit(int start, double limit) {
    return period(
        start,
        Optional.of(limit),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static ChargingSchedulePeriod setpoint(int start, double setpoint) {
    return period(
        start,
        Optional.empty(),
        Optional.empty(),
        Optional.of(setpoint),
        Optional.of(OperationMode.CENTRAL_SETPOINT),
        Optional.empty());
  }

  static ChargingSchedulePeriod period(
      int start,
      Optional<Double> limit,
      Optional<Double> dischargeLimit,
      Optional<Double> setpoint,
      Optional<OperationMode> mode,
      Optional<Boolean> sleep) {
    Optional<Double> none = Optional.empty();
    return new ChargingSchedulePeriod(
        start,
        limit,
        none,
        none,
        Optional.empty(),
        Optional.empty(),
        dischargeLimit,
        none,
        none,
        setpoint,
        none,
        none,
        none,
        none,
        none,
        Optional.empty(),
        sleep,
        none,
        mode,
        List.of(),
        List.of(),
        Optional.empty());
  }

  ChargingSchedule schedule() {
    return new ChargingSchedule(
        1,
        Optional.empty(),
        start,
        duration,
        unit,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        periods,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Installed installed() {
    return installed(List.of(schedule()));
  }

  Installed installed(List<ChargingSchedule> schedules) {
    return new Installed(
        evse,
        new ChargingProfile(
            id,
            level,
            purpose,
            kind,
            recurrency,
            validFrom,
            validTo,
            transaction,
            maxOffline,
            schedules,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }
}
