package energy.ebbflow.firmware.backoffice;

import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.modbus.RegisterMap;
import energy.ebbflow.ocpp.der.DerSupport;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an outlet can really do for the grid: it follows from what it measures. Reactive power is
 * asked of vehicles at an AC outlet whose board file says how much; no power module that this
 * firmware speaks to takes one. Where nothing flows back there is nothing to rule.
 */
public final class GridModes {
  private static final Set<DerControl> ALWAYS =
      EnumSet.of(
          DerControl.GRADIENTS,
          DerControl.LIMIT_MAX_DISCHARGE,
          DerControl.POWER_MONITORING_MUST_TRIP);

  private static final Set<DerControl> BY_FREQUENCY =
      EnumSet.of(
          DerControl.FREQ_DROOP,
          DerControl.FREQ_WATT,
          DerControl.HF_MUST_TRIP,
          DerControl.LF_MUST_TRIP);

  private static final Set<DerControl> BY_VOLTAGE =
      EnumSet.of(
          DerControl.VOLT_WATT,
          DerControl.HV_MUST_TRIP,
          DerControl.LV_MUST_TRIP,
          DerControl.HV_MOM_CESS,
          DerControl.LV_MOM_CESS);

  private static final Set<DerControl> REACTIVE =
      EnumSet.of(
          DerControl.FIXED_PF_ABSORB,
          DerControl.FIXED_PF_INJECT,
          DerControl.FIXED_VAR,
          DerControl.WATT_PF,
          DerControl.WATT_VAR);

  private GridModes() {}

  /**
   * What an outlet supports.
   *
   * @param vendor of the station, who answers for its inverter
   */
  public static DerSupport of(BoardConfig board, EvseConfig evse, String vendor) {
    double perAmp = evse.phases() * evse.nominalVolts().value();
    double feed =
        switch (evse.outlet()) {
          case EvseConfig.Outlet.Dc dc ->
              dc.discharge().map(limits -> limits.maxWatts().value()).orElse(0.0);
          case EvseConfig.Outlet.Ac ac -> ac.dischargeMax().value() * perAmp;
        };
    if (feed == 0) {
      return DerSupport.NONE;
    }
    double take =
        switch (evse.outlet()) {
          case EvseConfig.Outlet.Dc dc -> dc.charge().maxWatts().value();
          case EvseConfig.Outlet.Ac ac -> ac.max().value() * perAmp;
        };
    return new DerSupport(
        modes(board, evse),
        feed,
        take,
        evse.nominalVolts().value(),
        vendor,
        board.driverOption("converter", evse.id()).orElse(board.name()));
  }

  private static Set<DerControl> modes(BoardConfig board, EvseConfig evse) {
    Optional<RegisterMap> own = map(board, evse, "grid_meter");
    boolean frequency = own.flatMap(RegisterMap::hertz).isPresent();
    // The meter of an AC outlet sees the grid's voltage.
    boolean voltage =
        own.isPresent()
            || evse.outlet() instanceof EvseConfig.Outlet.Ac
                && map(board, evse, "meter").isPresent();
    Set<DerControl> modes = EnumSet.copyOf(ALWAYS);
    if (frequency) {
      modes.addAll(BY_FREQUENCY);
    }
    if (voltage) {
      modes.addAll(BY_VOLTAGE);
    }
    if (evse.outlet() instanceof EvseConfig.Outlet.Ac ac && ac.reactiveVarsMax() > 0) {
      modes.addAll(REACTIVE);
      if (voltage) {
        modes.add(DerControl.VOLT_VAR);
      }
    }
    if (frequency && voltage) {
      modes.add(DerControl.ENTER_SERVICE);
    }
    return modes;
  }

  /** The driver says what is wrong with a map; here it is as if there were none. */
  private static Optional<RegisterMap> map(BoardConfig board, EvseConfig evse, String option) {
    Optional<String> name = board.driverOption(option, evse.id());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(RegisterMap.named(name.get()));
    } catch (ConfigException e) {
      return Optional.empty();
    }
  }
}
