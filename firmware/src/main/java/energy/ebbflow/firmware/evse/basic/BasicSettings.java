package energy.ebbflow.firmware.evse.basic;

import energy.ebbflow.iec61851.phases.PhaseConfig;
import energy.ebbflow.iec61851.tolerance.ToleranceConfig;
import java.util.Optional;

/**
 * How vehicles without digital communication are treated at an outlet.
 *
 * @param tolerance patience and caution of the minimum-current policy
 * @param rule what happens below the minimum current
 * @param homeVehicle one vehicle alone charges here: what it showed does not matter
 * @param staySeconds how long a visit lasts where nobody says; absent: not known
 * @param phases how phases are switched; absent: never
 * @param sharedCircuit the outlet shares its circuit with others of the station
 */
public record BasicSettings(
    ToleranceConfig tolerance,
    Rule rule,
    boolean homeVehicle,
    Optional<Long> staySeconds,
    Optional<PhaseConfig> phases,
    boolean sharedCircuit) {
  /** What happens when less than the minimum current is wanted. */
  public enum Rule {
    /** Each vehicle is tested when it can do no harm, and treated as it behaved. */
    LEARN,
    /** Every vehicle is paused, unless a fleet file or a person says that it does not bear it. */
    PAUSE,
    /** No vehicle is paused, unless a fleet file or a person says that it bears it. */
    FLOOR
  }

  /** Learning with the times of the field. */
  public static final BasicSettings STANDARD =
      new BasicSettings(
          ToleranceConfig.standard(), Rule.LEARN, false, Optional.empty(), Optional.empty(), false);
}
