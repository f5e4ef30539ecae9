package energy.ebbflow.ocpp.profile;

import energy.ebbflow.ocpp.v2.type.ChargingProfile;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import energy.ebbflow.ocpp.v2.type.ChargingSchedule;
import energy.ebbflow.ocpp.v2.type.ChargingSchedulePeriod;
import energy.ebbflow.ocpp.v2.type.LimitAtSoc;
import energy.ebbflow.ocpp.v2.type.OperationMode;
import java.time.Instant;
import java.util.Optional;

/**
 * What the profiles of one kind say at a moment.
 *
 * @param rule the profile that rules and its period; absent where none does
 * @param until when this may change; absent where it never does
 */
public record Ruling(Optional<Rule> rule, Optional<Instant> until) {
  /** Nobody says anything, and nobody will. */
  static final Ruling NOTHING = new Ruling(Optional.empty(), Optional.empty());

  /** The profile that rules. */
  public record Rule(ChargingProfile profile, ChargingSchedulePeriod period) {
    public ChargingRateUnit unit() {
      return profile.chargingSchedule().getFirst().chargingRateUnit();
    }

    public OperationMode mode() {
      return period.operationMode().orElse(OperationMode.CHARGING_ONLY);
    }

    /** The schedule that rules. */
    public ChargingSchedule schedule() {
      return profile.chargingSchedule().getFirst();
    }

    /**
     * Most towards the vehicle, and target, for a vehicle that is as full as that (K01.FR.100);
     * absent where this schedule does not care.
     */
    public Optional<Double> capAt(Optional<Double> socPercent) {
      return schedule()
          .limitAtSoc()
          .filter(cap -> socPercent.filter(soc -> soc >= cap.soc()).isPresent())
          .map(LimitAtSoc::limit);
    }

    /** Most towards the vehicle; the smallest phase counts where amperes differ per phase. */
    public Optional<Double> charge() {
      if (mode() == OperationMode.IDLE) {
        return Optional.of(0.0);
      }
      return combined(period.limit(), period.limitL2(), period.limitL3());
    }

    /** Most from the vehicle, a magnitude. What may not discharge says 0. */
    public Optional<Double> discharge() {
      boolean wholeStation =
          switch (profile.chargingProfilePurpose()) {
            case CHARGING_STATION_MAX_PROFILE,
                CHARGING_STATION_EXTERNAL_CONSTRAINTS,
                LOCAL_GENERATION ->
                true;
            case TX_PROFILE, TX_DEFAULT_PROFILE, PRIORITY_CHARGING -> false;
          };
      return switch (mode()) {
        case IDLE -> Optional.of(0.0);
        // A bound of the station says how much it may take, not what its vehicles may give.
        case CHARGING_ONLY -> wholeStation ? Optional.empty() : Optional.of(0.0);
        default ->
            combined(
                period.dischargeLimit().map(Math::abs),
                period.dischargeLimitL2().map(Math::abs),
                period.dischargeLimitL3().map(Math::abs));
      };
    }

    /** Signed target. */
    public Optional<Double> setpoint() {
      return switch (mode()) {
        case IDLE -> Optional.of(0.0);
        case CENTRAL_SETPOINT, CENTRAL_FREQUENCY -> targets();
        // Q05.FR.01, Q06.FR.06: what the external system said last is kept in the period.
        case EXTERNAL_SETPOINT -> period.setpoint().isPresent() ? targets() : Optional.empty();
        case CHARGING_ONLY, EXTERNAL_LIMITS, LOCAL_FREQUENCY, LOCAL_LOAD_BALANCING ->
            Optional.empty();
      };
    }

    private Optional<Double> targets() {
      double first = period.setpoint().orElse(0.0);
      if (period.setpointL2().isEmpty() && period.setpointL3().isEmpty()) {
        return Optional.of(first);
      }
      double sum = first + period.setpointL2().orElse(first) + period.setpointL3().orElse(first);
      return Optional.of(unit() == ChargingRateUnit.W ? sum : sum / 3);
    }

    private Optional<Double> combined(
        Optional<Double> l1, Optional<Double> l2, Optional<Double> l3) {
      if (l1.isEmpty() || (l2.isEmpty() && l3.isEmpty())) {
        return l1;
      }
      double first = l1.get();
      double second = l2.orElse(first);
      double third = l3.orElse(first);
      // Watts per phase add up; amperes of the weakest phase bound them all.
      return Optional.of(
          unit() == ChargingRateUnit.W
              ? first + second + third
              : Math.min(first, Math.min(second, third)));
    }
  }
}
