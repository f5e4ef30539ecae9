package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.json.WireEnum;

/** Every word with which 1.6 answers a request; each request allows some of them. */
public enum Verdict implements WireEnum {
  ACCEPTED("Accepted"),
  REJECTED("Rejected"),
  SCHEDULED("Scheduled"),
  REBOOT_REQUIRED("RebootRequired"),
  NOT_SUPPORTED("NotSupported"),
  NOT_IMPLEMENTED("NotImplemented"),
  UNKNOWN("Unknown"),
  UNLOCKED("Unlocked"),
  UNLOCK_FAILED("UnlockFailed"),
  UNKNOWN_MESSAGE_ID("UnknownMessageId"),
  UNKNOWN_VENDOR_ID("UnknownVendorId");
  private final String wire;

  Verdict(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
