package energy.ebbflow.ocpp.v2.operation;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;

/** What TriggerMessage may ask for. */
public enum MessageTrigger implements WireEnum {
  BOOT_NOTIFICATION("BootNotification"),
  LOG_STATUS_NOTIFICATION("LogStatusNotification"),
  FIRMWARE_STATUS_NOTIFICATION("FirmwareStatusNotification"),
  HEARTBEAT("Heartbeat"),
  METER_VALUES("MeterValues"),
  SIGN_CHARGING_STATION_CERTIFICATE("SignChargingStationCertificate"),
  SIGN_V2_G_CERTIFICATE("SignV2GCertificate"),
  @SinceV21
  SIGN_V2_G20_CERTIFICATE("SignV2G20Certificate"),
  STATUS_NOTIFICATION("StatusNotification"),
  TRANSACTION_EVENT("TransactionEvent"),
  SIGN_COMBINED_CERTIFICATE("SignCombinedCertificate"),
  PUBLISH_FIRMWARE_STATUS_NOTIFICATION("PublishFirmwareStatusNotification"),
  @SinceV21
  CUSTOM_TRIGGER("CustomTrigger");
  private final String wire;

  MessageTrigger(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
