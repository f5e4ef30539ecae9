package energy.ebbflow.iso15118.secc.din.state;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.secc.din.DinFailures;
import energy.ebbflow.iso15118.secc.din.DinOutcome;
import energy.ebbflow.iso15118.secc.din.DinState;
import energy.ebbflow.iso15118.secc.din.DinTurn;

/**
 * The session has its id [V2G-DC-439]; the vehicle asks for the service. Scope and category are not
 * looked at: there is one service.
 */
public record AwaitServiceDiscovery() implements DinState {
  @Override
  public boolean expects(BodyElement request) {
    return request instanceof ServiceDiscoveryRequest;
  }

  @Override
  public DinOutcome on(BodyElement request, DinTurn turn) {
    return DinOutcome.answer(
        DinFailures.discovery(ResponseCode.OK, turn), new AwaitPaymentSelection(), turn.data());
  }
}
