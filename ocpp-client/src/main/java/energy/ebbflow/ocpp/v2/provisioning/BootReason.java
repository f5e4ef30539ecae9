package energy.ebbflow.ocpp.v2.provisioning;

import energy.ebbflow.ocpp.json.WireEnum;

/** Why the station started. */
public enum BootReason implements WireEnum {
  APPLICATION_RESET("ApplicationReset"),
  FIRMWARE_UPDATE("FirmwareUpdate"),
  LOCAL_RESET("LocalReset"),
  POWER_UP("PowerUp"),
  REMOTE_RESET("RemoteReset"),
  SCHEDULED_RESET("ScheduledReset"),
  TRIGGERED("Triggered"),
  UNKNOWN("Unknown"),
  WATCHDOG("Watchdog");
  private final String wire;

  BootReason(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
