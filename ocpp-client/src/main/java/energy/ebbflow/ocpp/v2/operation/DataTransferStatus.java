package energy.ebbflow.ocpp.v2.operation;

import energy.ebbflow.ocpp.json.WireEnum;

/** Answer to a vendor message. */
public enum DataTransferStatus implements WireEnum {
  ACCEPTED("Accepted"),
  REJECTED("Rejected"),
  UNKNOWN_MESSAGE_ID("UnknownMessageId"),
  UNKNOWN_VENDOR_ID("UnknownVendorId");
  private final String wire;

  DataTransferStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
