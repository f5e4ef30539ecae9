package energy.ebbflow.firmware.config;

import energy.ebbflow.hal.config.ConfigTable;

/**
 * The {@code [energy]} table.
 *
 * @param unmanaged what flows when nobody steers
 * @param discharge who may discharge (R13: an entitlement, not a property of the charger)
 * @param dischargeFloorPercent state of charge below which nothing is taken from the vehicle
 * @param basicAmpsMin smallest current of basic charging (R2)
 * @param frequency the board tells the frequency of the grid (OCPP 2.1 LocalFrequency)
 * @param siteMeter the board tells the power of the site's connection (LocalLoadBalancing)
 */
public record EnergySection(
    Unmanaged unmanaged,
    Discharge discharge,
    double dischargeFloorPercent,
    double basicAmpsMin,
    boolean frequency,
    boolean siteMeter) {
  /** A board that knows nothing of the grid beside its own power. */
  public EnergySection(
      Unmanaged unmanaged, Discharge discharge, double dischargeFloorPercent, double basicAmpsMin) {
    this(unmanaged, discharge, dischargeFloorPercent, basicAmpsMin, false, false);
  }

  /** What flows when nobody steers. */
  public enum Unmanaged {
    CHARGE,
    NOTHING
  }

  /** Who may discharge. */
  public enum Discharge {
    NOBODY,
    /** Whom the back office permits it (OCPP 2.1 allowedEnergyTransfer). */
    BACK_OFFICE,
    /** Everybody whom the back office does not forbid it. */
    EVERYBODY
  }

  static EnergySection read(ConfigTable table) {
    return new EnergySection(
        table.choice("unmanaged", Unmanaged.class, Unmanaged.CHARGE),
        table.choice("discharge", Discharge.class, Discharge.NOBODY),
        table.number("discharge_floor_percent", 0, 100, 20),
        table.number("basic_amps_min", 6, 16, 6),
        table.flag("frequency", false),
        table.flag("site_meter", false));
  }
}
