package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusRequest;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusResponse;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import energy.ebbflow.iso15118.secc.iso2.LoopAnswers;
import energy.ebbflow.iso15118.secc.iso2.LoopPass;

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
    if (request instanceof PowerDeliveryRequest delivery) {
      return Delivery.inLoop(delivery, turn);
    }
    LoopPass pass = LoopPass.of(turn);
    ChargingStatusResponse response = LoopAnswers.status(turn, pass.notification(), pass.receipt());
    return new Iso2Outcome.Answer(
        response,
        pass.receipt() ? AwaitMeteringReceipt.of(this, response.meterInfo()) : this,
        turn.data().withLoop(pass.memory()),
        pass.effects());
  }

  @Override
  public boolean stoppable() {
    return false;
  }
}
