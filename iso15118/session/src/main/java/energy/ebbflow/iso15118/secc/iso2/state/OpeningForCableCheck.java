package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.loop.CableCheckRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CableCheckResponse;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import energy.ebbflow.iso15118.secc.iso2.Statuses;

/**
 * The vehicle asks for a cable check while the station still opens the contactors of the charging
 * before it. The check begins with the vehicle's next question after they are open.
 *
 * @param openNanos when the contactors have to be open
 * @param checkNanos when the check has to be done, counted from the vehicle's first question
 */
public record OpeningForCableCheck(long openNanos, long checkNanos) implements Iso2State {
  @Override
  public boolean expects(BodyElement request) {
    return request instanceof CableCheckRequest;
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
    if (!turn.view().contactorsClosed()) {
      return AwaitCableCheck.start(turn, checkNanos);
    }
    return turn.reached(openNanos)
        ? late()
        : Iso2Outcome.answer(
            new CableCheckResponse(ResponseCode.OK, Statuses.dc(turn), EvseProcessing.ONGOING),
            this,
            turn.data());
  }

  @Override
  public Iso2Outcome tick(Iso2Turn turn) {
    return turn.reached(openNanos) && turn.view().contactorsClosed()
        ? late()
        : new Iso2Outcome.Nothing();
  }

  private static Iso2Outcome late() {
    return new Iso2Outcome.Refuse(
        ResponseCode.FAILED,
        "a new cable check wanted, but the contactors of the charging before did not open");
  }
}
