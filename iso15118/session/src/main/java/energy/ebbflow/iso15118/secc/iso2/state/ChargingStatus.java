package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusRequest;
import energy.ebbflow.iso15118.secc.iso2.Iso2Failures;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;

/**
 * AC energy flows. The vehicle hears the current limit; the pilot's duty cycle says the same, and
 * the smaller of the two holds [V2G2-853].
 */
public record ChargingStatus() implements Iso2State {
  @Override
  public boolean expects(BodyElement request) {
    return request instanceof ChargingStatusRequest || request instanceof PowerDeliveryRequest;
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
    return request instanceof PowerDeliveryRequest delivery
        ? Delivery.inLoop(delivery, turn)
        : Iso2Outcome.answer(
            Iso2Failures.chargingStatus(ResponseCode.OK, turn, true), this, turn.data());
  }

  @Override
  public boolean stoppable() {
    return false;
  }
}
