package energy.ebbflow.firmware.config;

import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.EvseConfig.Outlet;
import energy.ebbflow.hal.config.ConfigTable;
import energy.ebbflow.iec61851.phases.PhaseConfig;
import java.util.Optional;

/**
 * The {@code [energy.phases]} table: switching between one and three phases of outlets that can,
 * for vehicles that somebody has vouched for.
 *
 * @param enabled switched at all
 * @param holdUpSeconds how long three phases must be worth while
 * @param holdDownSeconds how long one phase must be
 * @param offSeconds how long the pilot is without PWM around a change
 * @param restSeconds least time between two changes
 * @param changesMax changes in one session
 */
public record PhasesSection(
    boolean enabled,
    long holdUpSeconds,
    long holdDownSeconds,
    long offSeconds,
    long restSeconds,
    int changesMax) {
  /** Our own: hysteresis between the two. */
  private static final double RISE_MARGIN_WATTS = 300;

  static PhasesSection read(ConfigTable table) {
    PhaseConfig usual = PhaseConfig.standard(16);
    return new PhasesSection(
        table.flag("enabled", false),
        table.integer("hold_up_seconds", 0, 3_600, usual.holdUpSeconds()),
        table.integer("hold_down_seconds", 0, 3_600, usual.holdDownSeconds()),
        table.integer("off_seconds", 10, 300, usual.pilotOffSeconds()),
        table.integer("rest_seconds", 60, 86_400, usual.restSeconds()),
        (int) table.integer("changes_max", 0, 20, usual.changesPerSession()));
  }

  /** How phases of an outlet are switched; empty where they are not. */
  public Optional<PhaseConfig> of(EvseConfig evse, double minimumAmps) {
    if (!enabled || !(evse.outlet() instanceof Outlet.Ac ac) || !ac.phaseSwitching()) {
      return Optional.empty();
    }
    return Optional.of(
        new PhaseConfig(
            evse.nominalVolts().value(),
            minimumAmps,
            Math.max(minimumAmps, ac.max().value()),
            RISE_MARGIN_WATTS,
            holdUpSeconds,
            holdDownSeconds,
            offSeconds,
            restSeconds,
            changesMax));
  }
}
