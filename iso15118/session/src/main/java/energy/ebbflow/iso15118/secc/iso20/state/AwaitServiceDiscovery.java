package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Offers;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import java.util.Optional;

/** The user is known; the vehicle asks which services there are. */
public record AwaitServiceDiscovery() implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return request instanceof ServiceDiscoveryRequest;
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    ServiceDiscoveryRequest discovery = (ServiceDiscoveryRequest) request;
    return Outcome.answer(
        new ServiceDiscoveryResponse(
            turn.header(),
            ResponseCode.OK,
            turn.config().serviceRenegotiation(),
            Offers.services(turn.config(), discovery.supportedServiceIds()),
            Optional.empty()),
        new AwaitServiceDetail(),
        turn.data());
  }
}
