package energy.ebbflow.firmware.config;

import energy.ebbflow.firmware.evse.basic.BasicSettings;
import energy.ebbflow.firmware.evse.basic.BasicSettings.Rule;
import energy.ebbflow.hal.config.ConfigTable;
import energy.ebbflow.iec61851.phases.PhaseConfig;
import energy.ebbflow.iec61851.tolerance.ToleranceConfig;
import java.util.Optional;

/**
 * The {@code [energy.minimum_current]} table (R2).
 *
 * @param rule what happens below the minimum current
 * @param homeVehicle one vehicle alone charges here
 * @param staySeconds how long a visit lasts where nobody says; absent: not known
 * @param fleetFile vehicles that are known beforehand, beside the board file; absent: none
 * @param tolerance patience and caution of the policy
 */
public record MinimumCurrentSection(
    Rule rule,
    boolean homeVehicle,
    Optional<Long> staySeconds,
    Optional<String> fleetFile,
    ToleranceConfig tolerance) {

  /**
   * Reads the table.
   *
   * @param floorAmps smallest current that is offered to any vehicle
   */
  static MinimumCurrentSection read(ConfigTable table, double floorAmps) {
    ToleranceConfig usual = ToleranceConfig.standard();
    Rule rule = table.choice("rule", Rule.class, Rule.LEARN);
    boolean home = table.flag("home_vehicle", false);
    long stay = table.integer("stay_seconds", 0, 604_800, 0);
    Optional<String> fleet = table.optionalString("fleet_file");
    long test = table.integer("test_seconds", 60, 3_600, usual.testPauseSeconds());
    int survivals = (int) table.integer("survivals_needed", 1, 10, usual.survivalsNeeded());
    long margin = table.integer("margin_seconds", 600, 86_400, usual.marginSeconds());
    int interruptions =
        (int) table.integer("interruptions_max", 0, 20, usual.interruptionsPerSession());
    long holdPause = table.integer("hold_pause_seconds", 0, 3_600, usual.holdBeforePauseSeconds());
    long holdResume =
        table.integer("hold_resume_seconds", 0, 3_600, usual.holdBeforeResumeSeconds());
    long run = table.integer("run_seconds", 0, 7_200, usual.minimumRunSeconds());
    long resume = table.integer("resume_seconds", 10, 300, usual.resumeSeconds());
    long refusal = table.integer("refusal_seconds", 30, 600, usual.refusalSeconds());
    double highest = table.number("amps_max", 6, 16, usual.highestMinimumAmps());
    long tolerantDays = table.integer("tolerant_days", 1, 3_650, usual.tolerantForDays());
    long intolerantDays = table.integer("intolerant_days", 1, 3_650, usual.intolerantForDays());
    if (highest < floorAmps) {
      // The search for a vehicle's minimum begins at the floor.
      table.problem("amps_max", "at least energy.basic_amps_min, " + floorAmps, "" + highest);
    }
    return new MinimumCurrentSection(
        rule,
        home,
        stay == 0 ? Optional.empty() : Optional.of(stay),
        fleet,
        new ToleranceConfig(
            floorAmps,
            test,
            survivals,
            margin,
            false,
            interruptions,
            holdPause,
            holdResume,
            run,
            usual.pauseGrowth(),
            usual.unlimitedPauseSeconds(),
            resume,
            refusal,
            Math.max(highest, floorAmps),
            tolerantDays,
            intolerantDays));
  }

  /**
   * What one outlet is told of it.
   *
   * @param phases how its phases are switched
   * @param sharedCircuit it shares its circuit with others
   */
  public BasicSettings settings(Optional<PhaseConfig> phases, boolean sharedCircuit) {
    return new BasicSettings(tolerance, rule, homeVehicle, staySeconds, phases, sharedCircuit);
  }
}
