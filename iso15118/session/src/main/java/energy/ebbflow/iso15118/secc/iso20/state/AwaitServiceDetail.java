package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailResponse;
import energy.ebbflow.iso15118.message.iso20.service.ServiceParameterList;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import java.util.Optional;

/** The vehicle has the list; it asks for the details of at least one service. */
public record AwaitServiceDetail() implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return request instanceof ServiceDetailRequest;
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    return detail((ServiceDetailRequest) request, turn);
  }

  static Outcome detail(ServiceDetailRequest request, Turn turn) {
    Optional<ServiceParameterList> parameters = turn.offers().parameters(request.serviceId());
    if (parameters.isEmpty()) {
      // [V2G20-464]: the service was not in the list.
      return new Outcome.Refuse(
          ResponseCode.FAILED_SERVICE_ID_INVALID,
          "details wanted of service " + request.serviceId() + ", which was not offered");
    }
    return Outcome.answer(
        new ServiceDetailResponse(
            turn.header(), ResponseCode.OK, request.serviceId(), parameters.get()),
        new AwaitServiceSelection(),
        turn.data());
  }
}
