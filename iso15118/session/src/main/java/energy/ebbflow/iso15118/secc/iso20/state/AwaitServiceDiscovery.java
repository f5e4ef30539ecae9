package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.secc.iso20.Iso20Data;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;

/** The user is known; the vehicle asks which services there are. */
public record AwaitServiceDiscovery() implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return request instanceof ServiceDiscoveryRequest;
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    ServiceDiscoveryRequest discovery = (ServiceDiscoveryRequest) request;
    Iso20Data.Allowed before = turn.data().allowed();
    // [V2G20-1644]: a session that is taken up again sees what it saw, unless it may choose anew.
    boolean fixed = before.fixed() && !turn.config().serviceRenegotiation();
    Turn shown =
        fixed
            ? turn
            : turn.with(
                turn.data()
                    .withAllowed(
                        new Iso20Data.Allowed(
                            turn.view().outlook().bidirectional(), before.fixed(), false)));
    return Outcome.answer(
        new ServiceDiscoveryResponse(
            turn.header(),
            ResponseCode.OK,
            turn.config().serviceRenegotiation(),
            shown.offers().services(discovery.supportedServiceIds()),
            shown.offers().valueAdded(discovery.supportedServiceIds())),
        new AwaitServiceDetail(),
        shown.data());
  }
}
