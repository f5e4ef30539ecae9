package energy.ebbflow.ocpp.v2.firmware;

import energy.ebbflow.ocpp.json.WireEnum;

/** OCPP's FirmwareStatusEnumType. */
public enum FirmwareStatus implements WireEnum {
  DOWNLOADED("Downloaded"),
  DOWNLOAD_FAILED("DownloadFailed"),
  DOWNLOADING("Downloading"),
  DOWNLOAD_SCHEDULED("DownloadScheduled"),
  DOWNLOAD_PAUSED("DownloadPaused"),
  IDLE("Idle"),
  INSTALLATION_FAILED("InstallationFailed"),
  INSTALLING("Installing"),
  INSTALLED("Installed"),
  INSTALL_REBOOTING("InstallRebooting"),
  INSTALL_SCHEDULED("InstallScheduled"),
  INSTALL_VERIFICATION_FAILED("InstallVerificationFailed"),
  INVALID_SIGNATURE("InvalidSignature"),
  SIGNATURE_VERIFIED("SignatureVerified");
  private final String wire;

  FirmwareStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
