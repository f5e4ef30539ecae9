package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.secc.iso2.Iso2Offers;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;

/** The session has its id; the vehicle asks for services and ways to pay. */
public record AwaitServiceDiscovery() implements Iso2State {
  @Override
  public boolean expects(BodyElement request) {
    return request instanceof ServiceDiscoveryRequest;
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
    return Iso2Outcome.answer(
        Iso2Offers.discovery(ResponseCode.OK, (ServiceDiscoveryRequest) request, turn),
        new AwaitPaymentSelection(),
        turn.data());
  }
}
