package energy.ebbflow.ocpp.v2.diagnostics;

import energy.ebbflow.ocpp.json.WireEnum;

/** OCPP's UploadLogStatusEnumType. */
public enum UploadStatus implements WireEnum {
  BAD_MESSAGE("BadMessage"),
  IDLE("Idle"),
  NOT_SUPPORTED_OPERATION("NotSupportedOperation"),
  PERMISSION_DENIED("PermissionDenied"),
  UPLOADED("Uploaded"),
  UPLOAD_FAILURE("UploadFailure"),
  UPLOADING("Uploading"),
  ACCEPTED_CANCELED("AcceptedCanceled");
  private final String wire;

  UploadStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
