package energy.ebbflow.ocpp.energy;

import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.v2.type.ChargingSchedule;
import java.time.Instant;
import java.util.Optional;

/** What the energy services tell the back office. */
public sealed interface EnergyNotice {
  /** Whether it may wait for the link to come back. */
  default boolean patient() {
    return true;
  }

  /** New values of a dynamic profile are wanted (K28.FR.10). */
  record Pull(int profile) implements EnergyNotice {
    @Override
    public boolean patient() {
      return false;
    }
  }

  /** A transaction has priority, or no longer has it (K21.FR.05, .08). */
  record Priority(String transaction, boolean activated) implements EnergyNotice {}

  /**
   * An external system limits (K11, K12, K27).
   *
   * @param evse 0 is the whole station
   * @param schedule absent where it is not wanted or cannot be told
   */
  record Limit(
      int evse,
      String source,
      boolean localGeneration,
      boolean gridCritical,
      Optional<ChargingSchedule> schedule)
      implements EnergyNotice {
    @Override
    public boolean patient() {
      return false;
    }
  }

  /** It no longer does (K13). */
  record LimitCleared(int evse, String source) implements EnergyNotice {
    @Override
    public boolean patient() {
      return false;
    }
  }

  /**
   * What a vehicle needs (K15 to K20, Q01).
   *
   * @param at when it told (K15.FR.20)
   */
  record Needs(StationEvent.ChargingNeeds needs, Instant at) implements EnergyNotice {}

  /**
   * What a vehicle plans (K15.FR.10, K19.FR.10).
   *
   * @param chosen the schedule of the back office that it follows
   */
  record Plan(StationEvent.VehicleSchedule plan, Optional<ChargingSchedule> chosen)
      implements EnergyNotice {
    @Override
    public boolean patient() {
      return false;
    }
  }
}
