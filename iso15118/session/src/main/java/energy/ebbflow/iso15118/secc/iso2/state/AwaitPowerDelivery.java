package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;

/**
 * AC: limits and schedule are known; the vehicle starts the power.
 *
 * @param renegotiating energy flows already
 */
public record AwaitPowerDelivery(boolean renegotiating) implements Iso2State {
  @Override
  public boolean expects(BodyElement request) {
    return request instanceof PowerDeliveryRequest;
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
    return Delivery.beforeLoop((PowerDeliveryRequest) request, turn, renegotiating);
  }

  @Override
  public boolean stoppable() {
    return !renegotiating;
  }
}
