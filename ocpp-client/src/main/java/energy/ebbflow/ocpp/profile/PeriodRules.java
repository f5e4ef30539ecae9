package energy.ebbflow.ocpp.profile;

import energy.ebbflow.ocpp.v2.type.ChargingProfilePurpose;
import energy.ebbflow.ocpp.v2.type.ChargingSchedulePeriod;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import java.util.Optional;
import java.util.stream.Stream;

/** What one period of a schedule must and must not say, by its operation mode. Pure. */
final class PeriodRules {
  private PeriodRules() {}

  static Optional<Refusal> check(ChargingSchedulePeriod period, ChargingProfilePurpose purpose) {
    OperationMode mode = period.operationMode().orElse(OperationMode.CHARGING_ONLY);
    return allowedFor(purpose, mode)
        .or(() -> required(period, mode))
        .or(() -> signs(period))
        .or(() -> rest(period, mode));
  }

  private static Optional<Refusal> allowedFor(ChargingProfilePurpose purpose, OperationMode mode) {
    boolean allowed =
        switch (purpose) {
          case CHARGING_STATION_EXTERNAL_CONSTRAINTS ->
              mode == OperationMode.CHARGING_ONLY
                  || mode == OperationMode.EXTERNAL_LIMITS
                  || mode == OperationMode.EXTERNAL_SETPOINT;
          case LOCAL_GENERATION ->
              mode == OperationMode.CHARGING_ONLY || mode == OperationMode.EXTERNAL_LIMITS;
          case CHARGING_STATION_MAX_PROFILE, PRIORITY_CHARGING ->
              mode == OperationMode.CHARGING_ONLY;
          case TX_PROFILE, TX_DEFAULT_PROFILE -> true;
        };
    return allowed
        ? Optional.empty()
        : ProfileValidator.refuse(
            "InvalidOperationMode", purpose.wire() + " does not allow " + mode.wire());
  }

  private static Optional<Refusal> required(ChargingSchedulePeriod period, OperationMode mode) {
    return switch (mode) {
      case CHARGING_ONLY ->
          period.limit().isPresent()
              ? Optional.empty()
              : ProfileValidator.refuse("MissingParam", "ChargingOnly needs a limit");
      case CENTRAL_SETPOINT ->
          period.setpoint().isPresent()
              ? Optional.empty()
              : ProfileValidator.refuse("MissingParam", "CentralSetpoint needs a setpoint");
      case IDLE, EXTERNAL_SETPOINT, EXTERNAL_LIMITS -> Optional.empty();
      case CENTRAL_FREQUENCY, LOCAL_FREQUENCY, LOCAL_LOAD_BALANCING ->
          ProfileValidator.refuse(
              "InvalidOperationMode", mode.wire() + " is not offered by this station");
    };
  }

  private static Optional<Refusal> signs(ChargingSchedulePeriod period) {
    boolean negative =
        Stream.of(period.limit(), period.limitL2(), period.limitL3())
            .flatMap(Optional::stream)
            .anyMatch(v -> v < 0);
    if (negative) {
      return ProfileValidator.refuse("InvalidValue", "a limit of at least 0");
    }
    boolean positive =
        Stream.of(period.dischargeLimit(), period.dischargeLimitL2(), period.dischargeLimitL3())
            .flatMap(Optional::stream)
            .anyMatch(v -> v > 0);
    return positive
        ? ProfileValidator.refuse("InvalidValue", "a dischargeLimit of at most 0")
        : Optional.empty();
  }

  private static Optional<Refusal> rest(ChargingSchedulePeriod period, OperationMode mode) {
    if (period.evseSleep().orElse(false) && mode != OperationMode.IDLE) {
      return ProfileValidator.refuse("InvalidValue", "evseSleep is for Idle only");
    }
    if (mode == OperationMode.CHARGING_ONLY
        && (period.setpoint().isPresent() || period.dischargeLimit().isPresent())) {
      return ProfileValidator.refuse(
          "InvalidOperationMode", "ChargingOnly has neither setpoint nor dischargeLimit");
    }
    if (period.phaseToUse().isPresent() && period.numberPhases().orElse(3) != 1) {
      // K01.FR.48.
      return ProfileValidator.refuse("InvalidSchedule", "phaseToUse needs numberPhases 1");
    }
    return Optional.empty();
  }
}
