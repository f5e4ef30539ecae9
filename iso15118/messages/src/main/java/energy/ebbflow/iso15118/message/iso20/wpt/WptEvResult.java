package energy.ebbflow.iso15118.message.iso20.wpt;

import energy.ebbflow.exi.WireName;

/** WPT_EVResultType. How the vehicle fared. */
public enum WptEvResult implements WireName {
  /** {@code EVResultUnknown}: there is no result yet. */
  EV_RESULT_UNKNOWN("EVResultUnknown"),
  /** {@code EVResultSuccess}: it worked. */
  EV_RESULT_SUCCESS("EVResultSuccess"),
  /** {@code EVResultFailed}: it did not work. */
  EV_RESULT_FAILED("EVResultFailed");

  private final String wireName;

  WptEvResult(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
