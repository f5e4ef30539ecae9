package energy.ebbflow.iso15118.secc.din;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.secc.SeccEffect;
import java.util.List;

/** What a state decided. */
public sealed interface DinOutcome {
  /** Nothing to do. */
  record Nothing() implements DinOutcome {}

  /**
   * The waiting request is answered.
   *
   * @param effects before the response, in order
   */
  record Answer(BodyElement response, DinState next, DinData data, List<SeccEffect> effects)
      implements DinOutcome {}

  /** No answer yet: the station has to do something first. Also an advance without a request. */
  record Hold(DinState next, DinData data, List<SeccEffect> effects) implements DinOutcome {}

  /** The waiting request is refused with this code, and the session ends [V2G-DC-665]. */
  record Refuse(ResponseCode code, String reason) implements DinOutcome {}

  /** An answer without effects. */
  static DinOutcome answer(BodyElement response, DinState next, DinData data) {
    return new Answer(response, next, data, List.of());
  }
}
