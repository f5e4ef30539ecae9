package energy.ebbflow.firmware.evse.dc;

import energy.ebbflow.firmware.supervisor.StationFault;
import energy.ebbflow.iso15118.secc.EvseView;

/**
 * The sequence failed; everything is off until the next session begins.
 *
 * @param fault what it is reported as
 * @param detail for people
 */
public record Broken(StationFault fault, String detail) implements DcState {
  @Override
  public DcState on(DcOrder order, DcView view, long nowNanos) {
    return this;
  }

  @Override
  public DcOutput output(DcView view) {
    return new DcOutput(false, DcState.converterOff(), false, EvseView.Isolation.INVALID);
  }
}
