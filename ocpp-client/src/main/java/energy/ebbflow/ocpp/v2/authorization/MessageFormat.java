package energy.ebbflow.ocpp.v2.authorization;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;

/** How a text for the user is written. */
public enum MessageFormat implements WireEnum {
  ASCII("ASCII"),
  HTML("HTML"),
  URI("URI"),
  UTF8("UTF8"),
  @SinceV21
  QRCODE("QRCODE");
  private final String wire;

  MessageFormat(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
