package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CableCheckRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CableCheckResponse;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.SeccTiming;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import energy.ebbflow.iso15118.secc.iso2.Statuses;
import java.util.List;

/**
 * DC, limits and schedule are negotiated anew while energy flows. The standard has the vehicle go
 * through the cable check again ([V2G2-582], [V2G2-688], [V2G2-813]): then the current goes to 0
 * and the contactors open first. Vehicles that go on with PowerDeliveryReq keep what is closed.
 */
public record AwaitDcRestart() implements Iso2State {
  @Override
  public boolean expects(BodyElement request) {
    return request instanceof CableCheckRequest || request instanceof PowerDeliveryRequest;
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
    if (request instanceof PowerDeliveryRequest delivery) {
      return Delivery.beforeLoop(delivery, turn, true);
    }
    return new Iso2Outcome.Answer(
        new CableCheckResponse(ResponseCode.OK, Statuses.dc(turn), EvseProcessing.ONGOING),
        new OpeningForCableCheck(
            turn.in(SeccTiming.ISO2_CONTACTOR), turn.in(turn.config().timing().cableCheck())),
        turn.data(),
        List.of(
            new SeccEffect.StopEnergyTransfer("the vehicle tests the cable after renegotiation")));
  }

  @Override
  public boolean stoppable() {
    return false;
  }
}
