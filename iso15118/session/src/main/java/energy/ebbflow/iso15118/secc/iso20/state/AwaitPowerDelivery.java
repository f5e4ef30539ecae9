package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;

/** AC: the schedule is known; the vehicle starts the power when it likes. */
public record AwaitPowerDelivery() implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return request instanceof PowerDeliveryRequest;
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    return PowerDelivery.beforeLoop((PowerDeliveryRequest) request, turn, this);
  }
}
