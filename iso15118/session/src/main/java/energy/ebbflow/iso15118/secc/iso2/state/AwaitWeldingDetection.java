package energy.ebbflow.iso15118.secc.iso2.state;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.loop.WeldingDetectionRequest;
import energy.ebbflow.iso15118.message.iso2.loop.WeldingDetectionResponse;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.iso2.Iso2Outcome;
import energy.ebbflow.iso15118.secc.iso2.Iso2State;
import energy.ebbflow.iso15118.secc.iso2.Iso2Turn;
import energy.ebbflow.iso15118.secc.iso2.Physical;
import energy.ebbflow.iso15118.secc.iso2.Statuses;
import java.util.List;

/**
 * The contactors are open; the vehicle looks whether its own have opened, as often as it likes, or
 * ends the session without looking.
 *
 * @param asked it has looked already
 */
public record AwaitWeldingDetection(boolean asked) implements Iso2State {
  @Override
  public boolean expects(BodyElement request) {
    return request instanceof WeldingDetectionRequest;
  }

  @Override
  public Iso2Outcome on(BodyElement request, Iso2Turn turn) {
    return new Iso2Outcome.Answer(
        new WeldingDetectionResponse(
            ResponseCode.OK, Statuses.dc(turn), Physical.volts(turn.view().volts())),
        new AwaitWeldingDetection(true),
        turn.data(),
        asked ? List.of() : List.of(new SeccEffect.WeldingDetection()));
  }

  @Override
  public boolean powerIsOver() {
    return true;
  }
}
