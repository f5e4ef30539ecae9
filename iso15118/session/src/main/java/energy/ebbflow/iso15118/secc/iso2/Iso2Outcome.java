package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.secc.SeccEffect;
import java.util.List;

/** What a state decided. */
public sealed interface Iso2Outcome {
  /** Nothing to do. */
  record Nothing() implements Iso2Outcome {}

  /**
   * The waiting request is answered.
   *
   * @param effects before the response, in order
   */
  record Answer(BodyElement response, Iso2State next, Iso2Data data, List<SeccEffect> effects)
      implements Iso2Outcome {}

  /** No answer yet: the station has to do something first. Also an advance without a request. */
  record Hold(Iso2State next, Iso2Data data, List<SeccEffect> effects) implements Iso2Outcome {}

  /** The waiting request is refused with this code, and the session ends. */
  record Refuse(ResponseCode code, String reason) implements Iso2Outcome {}

  /** An answer without effects. */
  static Iso2Outcome answer(BodyElement response, Iso2State next, Iso2Data data) {
    return new Answer(response, next, data, List.of());
  }
}
