package energy.ebbflow.iso15118.secc.din.state;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.loop.WeldingDetectionRequest;
import energy.ebbflow.iso15118.message.din.loop.WeldingDetectionResponse;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.din.DinOutcome;
import energy.ebbflow.iso15118.secc.din.DinState;
import energy.ebbflow.iso15118.secc.din.DinTurn;
import energy.ebbflow.iso15118.secc.din.Physical;
import energy.ebbflow.iso15118.secc.din.Statuses;
import java.util.List;

/**
 * The contactors are open; the vehicle looks whether its own have opened, as often as it likes
 * [V2G-DC-469], or ends the session without looking [V2G-DC-459].
 *
 * @param asked it has looked already
 */
public record AwaitWeldingDetection(boolean asked) implements DinState {
  @Override
  public boolean expects(BodyElement request) {
    return request instanceof WeldingDetectionRequest;
  }

  @Override
  public DinOutcome on(BodyElement request, DinTurn turn) {
    return new DinOutcome.Answer(
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
