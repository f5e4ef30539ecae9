package energy.ebbflow.ocpp.profile;

import energy.ebbflow.ocpp.v2.type.OperationMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the station can hold and do, reported in SmartChargingCtrlr and V2XChargingCtrlr.
 *
 * @param maxStackLevel highest stack level
 * @param periodsPerSchedule most periods in a schedule
 * @param entries most profiles in all
 * @param evses what each EVSE can, the first is EVSE 1
 * @param externalIdMax highest identifier that is the station's own (MaxExternalConstraintsId)
 */
public record ProfileLimits(
    int maxStackLevel,
    int periodsPerSchedule,
    int entries,
    List<Ability> evses,
    int externalIdMax) {

  /**
   * What one EVSE can.
   *
   * @param modes operation modes beside ChargingOnly
   * @param balances the thresholds of LocalLoadBalancing are set and make sense (Q09.FR.02)
   */
  public record Ability(boolean directCurrent, Set<OperationMode> modes, boolean balances) {
    public Ability {
      modes = Set.copyOf(modes);
    }
  }

  public ProfileLimits {
    evses = List.copyOf(evses);
  }

  /** A station whose AC outlets know every mode. */
  public ProfileLimits(int maxStackLevel, int periodsPerSchedule, int entries, int evseCount) {
    this(
        maxStackLevel,
        periodsPerSchedule,
        entries,
        Collections.nCopies(
            evseCount, new Ability(false, EnumSet.allOf(OperationMode.class), true)),
        -1);
  }

  /** EVSEs of the station. */
  public int evseCount() {
    return evses.size();
  }

  /** The EVSEs that a profile is for. */
  List<Ability> of(int evse) {
    return evse == 0 ? evses : List.of(evses.get(evse - 1));
  }
}
