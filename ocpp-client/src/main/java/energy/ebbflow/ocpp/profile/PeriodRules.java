package energy.ebbflow.ocpp.profile;

import energy.ebbflow.ocpp.v2.type.ChargingProfilePurpose;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import energy.ebbflow.ocpp.v2.type.ChargingSchedulePeriod;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import energy.ebbflow.ocpp.v2.type.V2xFreqWattPoint;
import energy.ebbflow.ocpp.v2.type.V2xSignalWattPoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one period of a schedule must and must not say, by its operation mode. Pure. */
final class PeriodRules {
  /** Q08.FR.02. */
  private static final int CURVE_POINTS_MIN = 2;

  private final ChargingProfilePurpose purpose;
  private final ChargingRateUnit unit;
  private final List<ProfileLimits.Ability> abilities;

  PeriodRules(
      ChargingProfilePurpose purpose,
      ChargingRateUnit unit,
      List<ProfileLimits.Ability> abilities) {
    this.purpose = purpose;
    this.unit = unit;
    this.abilities = abilities;
  }

  Optional<Refusal> check(ChargingSchedulePeriod period) {
    OperationMode mode = period.operationMode().orElse(OperationMode.CHARGING_ONLY);
    return allowedFor(mode)
        .or(() -> possible(mode))
        .or(() -> fields(period, mode))
        .or(() -> signs(period))
        .or(() -> huge(values(period)))
        .or(() -> range(period))
        .or(() -> phases(period))
        .or(() -> rest(period, mode));
  }

  /** Table 95 of block K. */
  private Optional<Refusal> allowedFor(OperationMode mode) {
    if (purpose == ChargingProfilePurpose.PRIORITY_CHARGING
        && mode != OperationMode.CHARGING_ONLY) {
      // K01.FR.71.
      return invalid("a PriorityCharging profile only charges");
    }
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

  private Optional<Refusal> possible(OperationMode mode) {
    if (mode == OperationMode.CHARGING_ONLY) {
      return Optional.empty();
    }
    // Q09.FR.01; a profile of every EVSE has to suit one of them at least.
    if (abilities.stream().noneMatch(evse -> evse.modes().contains(mode))) {
      return ProfileValidator.refuse(
          "UnsupportedParam", mode.wire() + " is not offered by this station");
    }
    boolean blind =
        mode == OperationMode.LOCAL_LOAD_BALANCING
            && abilities.stream().noneMatch(ProfileLimits.Ability::balances);
    // Q09.FR.02.
    return blind
        ? ProfileValidator.refuse(
            "MissingDevModelInfo",
            "LocalLoadBalancing needs UpperThreshold above LowerThreshold, and both offsets")
        : Optional.empty();
  }

  /** Section 2.2 of block Q: limits and set-points per operation mode. */
  private Optional<Refusal> fields(ChargingSchedulePeriod period, OperationMode mode) {
    boolean limits = any(Stream.of(period.limit(), period.limitL2(), period.limitL3()));
    boolean dischargeLimits =
        any(
            Stream.of(
                period.dischargeLimit(), period.dischargeLimitL2(), period.dischargeLimitL3()));
    boolean setpoints =
        any(
            Stream.of(
                period.setpoint(),
                period.setpointL2(),
                period.setpointL3(),
                period.setpointReactive(),
                period.setpointReactiveL2(),
                period.setpointReactiveL3()));
    return switch (mode) {
      case CHARGING_ONLY -> {
        if (period.limit().isEmpty()) {
          yield ProfileValidator.refuse("MissingParam", "ChargingOnly needs a limit");
        }
        yield setpoints || dischargeLimits
            ? ProfileValidator.refuse(
                "InvalidOperationMode", "ChargingOnly has neither setpoint nor dischargeLimit")
            : Optional.empty();
      }
      case CENTRAL_SETPOINT, CENTRAL_FREQUENCY ->
          period.setpoint().isPresent()
              ? Optional.empty()
              : ProfileValidator.refuse("MissingParam", mode.wire() + " needs a setpoint");
      case IDLE ->
          limits || dischargeLimits || setpoints
              ? invalid("Q10.FR.02: Idle has neither limit nor setpoint")
              : Optional.empty();
      case LOCAL_FREQUENCY -> frequency(period, limits || dischargeLimits || setpoints);
      case LOCAL_LOAD_BALANCING ->
          setpoints ? invalid("LocalLoadBalancing finds its setpoint itself") : Optional.empty();
      case EXTERNAL_SETPOINT, EXTERNAL_LIMITS -> Optional.empty();
    };
  }

  private Optional<Refusal> frequency(ChargingSchedulePeriod period, boolean bounded) {
    List<V2xFreqWattPoint> curve = period.v2xFreqWattCurve();
    if (curve.size() < CURVE_POINTS_MIN || period.v2xBaseline().isEmpty()) {
      // Q08.FR.03.
      return ProfileValidator.refuse(
          "NoFreqWattCurve",
          "LocalFrequency needs v2xBaseline and a v2xFreqWattCurve of at least two points");
    }
    if (bounded) {
      return invalid("Q08.FR.04: LocalFrequency has neither limit nor setpoint");
    }
    if (unit != ChargingRateUnit.W) {
      // Q08.FR.05.
      return ProfileValidator.refuse("UnsupportedRateUnit", "LocalFrequency is in W");
    }
    for (int i = 1; i < curve.size(); i++) {
      if (!(curve.get(i).frequency() > curve.get(i - 1).frequency())) {
        return invalid("the frequencies of v2xFreqWattCurve rise");
      }
    }
    List<V2xSignalWattPoint> signals = period.v2xSignalWattCurve();
    if (signals.size() == 1) {
      return invalid("a v2xSignalWattCurve has at least two points");
    }
    for (int i = 1; i < signals.size(); i++) {
      if (signals.get(i).signal() <= signals.get(i - 1).signal()) {
        return invalid("the signals of v2xSignalWattCurve rise");
      }
    }
    return Optional.empty();
  }

  private static boolean any(Stream<Optional<Double>> values) {
    return values.anyMatch(Optional::isPresent);
  }

  private static Optional<Refusal> invalid(String text) {
    return ProfileValidator.refuse("InvalidSchedule", text);
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

  /** Our own: more is no power; what back offices say for no limit is below it. */
  private static final double MOST = 1e12;

  private static Stream<Optional<Double>> values(ChargingSchedulePeriod period) {
    Stream<Optional<Double>> own =
        Stream.of(
            period.limit(),
            period.limitL2(),
            period.limitL3(),
            period.dischargeLimit(),
            period.dischargeLimitL2(),
            period.dischargeLimitL3(),
            period.setpoint(),
            period.setpointL2(),
            period.setpointL3(),
            period.setpointReactive(),
            period.setpointReactiveL2(),
            period.setpointReactiveL3(),
            period.v2xBaseline());
    Stream<Double> curve =
        period.v2xFreqWattCurve().stream().flatMap(p -> Stream.of(p.frequency(), p.power()));
    Stream<Double> signals = period.v2xSignalWattCurve().stream().map(V2xSignalWattPoint::power);
    return Stream.concat(own, Stream.concat(curve, signals).map(Optional::of));
  }

  /** Numbers that are none in a grid. */
  static Optional<Refusal> huge(Stream<Optional<Double>> values) {
    return values
        .flatMap(Optional::stream)
        .filter(value -> !(Math.abs(value) <= MOST))
        .findFirst()
        .flatMap(
            value ->
                ProfileValidator.refuse(
                    "ValueOutOfRange", "at most 1e12 in either direction, got " + value));
  }

  /** V2X.05. */
  private static Optional<Refusal> range(ChargingSchedulePeriod period) {
    if (period.setpoint().isEmpty()) {
      return Optional.empty();
    }
    double wanted = period.setpoint().get();
    boolean outside =
        period.limit().filter(most -> wanted > most).isPresent()
            || period.dischargeLimit().filter(least -> wanted < least).isPresent();
    return outside
        ? invalid("V2X.05: the setpoint is outside dischargeLimit to limit")
        : Optional.empty();
  }

  private Optional<Refusal> phases(ChargingSchedulePeriod period) {
    boolean apart =
        any(
            Stream.of(
                period.dischargeLimitL2(),
                period.dischargeLimitL3(),
                period.setpointL2(),
                period.setpointL3(),
                period.setpointReactiveL2(),
                period.setpointReactiveL3()));
    if (apart && purpose != ChargingProfilePurpose.TX_PROFILE) {
      // V2X.09, V2X.10.
      return ProfileValidator.refuse(
          "PhaseConflict", "values of L2 and L3 are for a TxProfile only");
    }
    boolean alone =
        (any(Stream.of(period.limitL2(), period.limitL3())) && period.limit().isEmpty())
            || (any(Stream.of(period.dischargeLimitL2(), period.dischargeLimitL3()))
                && period.dischargeLimit().isEmpty())
            || (any(Stream.of(period.setpointL2(), period.setpointL3()))
                && period.setpoint().isEmpty());
    // V2X.07.
    return alone ? invalid("values of L2 and L3 come with that of L1") : Optional.empty();
  }

  private Optional<Refusal> rest(ChargingSchedulePeriod period, OperationMode mode) {
    if (period.numberPhases().filter(phases -> phases < 1).isPresent()) {
      return ProfileValidator.refuse("InvalidValue", "numberPhases of at least 1");
    }
    if (period.evseSleep().orElse(false) && mode != OperationMode.IDLE) {
      return ProfileValidator.refuse("InvalidValue", "evseSleep is for Idle only");
    }
    if (period.phaseToUse().isPresent() && period.numberPhases().orElse(3) != 1) {
      // K01.FR.48.
      return invalid("phaseToUse needs numberPhases 1");
    }
    if (period.phaseToUse().isPresent()
        && abilities.stream().allMatch(ProfileLimits.Ability::directCurrent)) {
      // K01.FR.44.
      return ProfileValidator.refuse("NoPhaseForDC", "a DC outlet has no phase to choose");
    }
    return Optional.empty();
  }
}
