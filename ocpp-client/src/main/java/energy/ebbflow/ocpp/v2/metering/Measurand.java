package energy.ebbflow.ocpp.v2.metering;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;

/** What was measured. */
public enum Measurand implements WireEnum {
  CURRENT_EXPORT("Current.Export"),
  @SinceV21
  CURRENT_EXPORT_OFFERED("Current.Export.Offered"),
  @SinceV21
  CURRENT_EXPORT_MINIMUM("Current.Export.Minimum"),
  CURRENT_IMPORT("Current.Import"),
  @SinceV21
  CURRENT_IMPORT_OFFERED("Current.Import.Offered"),
  @SinceV21
  CURRENT_IMPORT_MINIMUM("Current.Import.Minimum"),
  CURRENT_OFFERED("Current.Offered"),
  @SinceV21
  DISPLAY_PRESENT_SOC("Display.PresentSOC"),
  @SinceV21
  DISPLAY_MINIMUM_SOC("Display.MinimumSOC"),
  @SinceV21
  DISPLAY_TARGET_SOC("Display.TargetSOC"),
  @SinceV21
  DISPLAY_MAXIMUM_SOC("Display.MaximumSOC"),
  @SinceV21
  DISPLAY_REMAINING_TIME_TO_MINIMUM_SOC("Display.RemainingTimeToMinimumSOC"),
  @SinceV21
  DISPLAY_REMAINING_TIME_TO_TARGET_SOC("Display.RemainingTimeToTargetSOC"),
  @SinceV21
  DISPLAY_REMAINING_TIME_TO_MAXIMUM_SOC("Display.RemainingTimeToMaximumSOC"),
  @SinceV21
  DISPLAY_CHARGING_COMPLETE("Display.ChargingComplete"),
  @SinceV21
  DISPLAY_BATTERY_ENERGY_CAPACITY("Display.BatteryEnergyCapacity"),
  @SinceV21
  DISPLAY_INLET_HOT("Display.InletHot"),
  ENERGY_ACTIVE_EXPORT_INTERVAL("Energy.Active.Export.Interval"),
  ENERGY_ACTIVE_EXPORT_REGISTER("Energy.Active.Export.Register"),
  ENERGY_ACTIVE_IMPORT_INTERVAL("Energy.Active.Import.Interval"),
  ENERGY_ACTIVE_IMPORT_REGISTER("Energy.Active.Import.Register"),
  @SinceV21
  ENERGY_ACTIVE_IMPORT_CABLE_LOSS("Energy.Active.Import.CableLoss"),
  @SinceV21
  ENERGY_ACTIVE_IMPORT_LOCAL_GENERATION_REGISTER("Energy.Active.Import.LocalGeneration.Register"),
  ENERGY_ACTIVE_NET("Energy.Active.Net"),
  @SinceV21
  ENERGY_ACTIVE_SETPOINT_INTERVAL("Energy.Active.Setpoint.Interval"),
  ENERGY_APPARENT_EXPORT("Energy.Apparent.Export"),
  ENERGY_APPARENT_IMPORT("Energy.Apparent.Import"),
  ENERGY_APPARENT_NET("Energy.Apparent.Net"),
  ENERGY_REACTIVE_EXPORT_INTERVAL("Energy.Reactive.Export.Interval"),
  ENERGY_REACTIVE_EXPORT_REGISTER("Energy.Reactive.Export.Register"),
  ENERGY_REACTIVE_IMPORT_INTERVAL("Energy.Reactive.Import.Interval"),
  ENERGY_REACTIVE_IMPORT_REGISTER("Energy.Reactive.Import.Register"),
  ENERGY_REACTIVE_NET("Energy.Reactive.Net"),
  @SinceV21
  ENERGY_REQUEST_TARGET("EnergyRequest.Target"),
  @SinceV21
  ENERGY_REQUEST_MINIMUM("EnergyRequest.Minimum"),
  @SinceV21
  ENERGY_REQUEST_MAXIMUM("EnergyRequest.Maximum"),
  @SinceV21
  ENERGY_REQUEST_MINIMUM_V2X("EnergyRequest.Minimum.V2X"),
  @SinceV21
  ENERGY_REQUEST_MAXIMUM_V2X("EnergyRequest.Maximum.V2X"),
  @SinceV21
  ENERGY_REQUEST_BULK("EnergyRequest.Bulk"),
  FREQUENCY("Frequency"),
  POWER_ACTIVE_EXPORT("Power.Active.Export"),
  POWER_ACTIVE_IMPORT("Power.Active.Import"),
  @SinceV21
  POWER_ACTIVE_SETPOINT("Power.Active.Setpoint"),
  @SinceV21
  POWER_ACTIVE_RESIDUAL("Power.Active.Residual"),
  @SinceV21
  POWER_EXPORT_MINIMUM("Power.Export.Minimum"),
  @SinceV21
  POWER_EXPORT_OFFERED("Power.Export.Offered"),
  POWER_FACTOR("Power.Factor"),
  @SinceV21
  POWER_IMPORT_OFFERED("Power.Import.Offered"),
  @SinceV21
  POWER_IMPORT_MINIMUM("Power.Import.Minimum"),
  POWER_OFFERED("Power.Offered"),
  POWER_REACTIVE_EXPORT("Power.Reactive.Export"),
  POWER_REACTIVE_IMPORT("Power.Reactive.Import"),
  SOC("SoC"),
  VOLTAGE("Voltage"),
  @SinceV21
  VOLTAGE_MINIMUM("Voltage.Minimum"),
  @SinceV21
  VOLTAGE_MAXIMUM("Voltage.Maximum");
  private final String wire;

  Measurand(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
