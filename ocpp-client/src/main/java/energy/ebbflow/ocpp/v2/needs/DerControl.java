package energy.ebbflow.ocpp.v2.needs;

import energy.ebbflow.ocpp.json.WireEnum;

/** Kinds of grid-supporting controls. */
public enum DerControl implements WireEnum {
  ENTER_SERVICE("EnterService"),
  FREQ_DROOP("FreqDroop"),
  FREQ_WATT("FreqWatt"),
  FIXED_PF_ABSORB("FixedPFAbsorb"),
  FIXED_PF_INJECT("FixedPFInject"),
  FIXED_VAR("FixedVar"),
  GRADIENTS("Gradients"),
  HF_MUST_TRIP("HFMustTrip"),
  HF_MAY_TRIP("HFMayTrip"),
  HV_MUST_TRIP("HVMustTrip"),
  HV_MOM_CESS("HVMomCess"),
  HV_MAY_TRIP("HVMayTrip"),
  LIMIT_MAX_DISCHARGE("LimitMaxDischarge"),
  LF_MUST_TRIP("LFMustTrip"),
  LV_MUST_TRIP("LVMustTrip"),
  LV_MOM_CESS("LVMomCess"),
  LV_MAY_TRIP("LVMayTrip"),
  POWER_MONITORING_MUST_TRIP("PowerMonitoringMustTrip"),
  VOLT_VAR("VoltVar"),
  VOLT_WATT("VoltWatt"),
  WATT_PF("WattPF"),
  WATT_VAR("WattVar");
  private final String wire;

  DerControl(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
