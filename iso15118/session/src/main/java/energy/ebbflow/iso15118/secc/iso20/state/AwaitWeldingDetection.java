package energy.ebbflow.iso15118.secc.iso20.state;

import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.message.iso20.dc.DcWeldingDetectionRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcWeldingDetectionResponse;
import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.iso20.Iso20State;
import energy.ebbflow.iso15118.secc.iso20.Outcome;
import energy.ebbflow.iso15118.secc.iso20.Turn;
import energy.ebbflow.iso15118.secc.iso20.WireNumbers;
import java.util.List;

/**
 * The contactors are open; the vehicle looks whether its own have opened, as often as it likes, or
 * ends the session without looking.
 *
 * @param asked it has looked already
 */
public record AwaitWeldingDetection(boolean asked) implements Iso20State {
  @Override
  public boolean expects(Iso20Request request) {
    return request instanceof DcWeldingDetectionRequest;
  }

  @Override
  public Outcome on(Iso20Request request, Turn turn) {
    return new Outcome.Answer(
        new DcWeldingDetectionResponse(
            turn.header(), ResponseCode.OK, WireNumbers.volts(turn.view().volts())),
        new AwaitWeldingDetection(true),
        turn.data(),
        asked ? List.of() : List.of(new SeccEffect.WeldingDetection()));
  }

  @Override
  public boolean powerIsOver() {
    return true;
  }
}
