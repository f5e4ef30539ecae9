package energy.ebbflow.ocpp.v2.needs;

import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.WireEnum;

/** How energy may flow, AC or DC, one way or both. */
public enum EnergyTransferMode implements WireEnum {
  AC_SINGLE_PHASE("AC_single_phase"),
  AC_TWO_PHASE("AC_two_phase"),
  AC_THREE_PHASE("AC_three_phase"),
  DC("DC"),
  @SinceV21
  AC_BPT("AC_BPT"),
  @SinceV21
  AC_BPT_DER("AC_BPT_DER"),
  @SinceV21
  AC_DER("AC_DER"),
  @SinceV21
  DC_BPT("DC_BPT"),
  @SinceV21
  DC_ACDP("DC_ACDP"),
  @SinceV21
  DC_ACDP_BPT("DC_ACDP_BPT"),
  @SinceV21
  WPT("WPT");
  private final String wire;

  EnergyTransferMode(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return wire;
  }
}
