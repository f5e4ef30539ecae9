package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import energy.ebbflow.iso15118.secc.SeccEffect;
import java.util.List;

/** What a state decided. */
public sealed interface Outcome {
  /** Nothing to do. */
  record Nothing() implements Outcome {}

  /**
   * The waiting request is answered.
   *
   * @param effects before the response, in order
   */
  record Answer(Iso20Response response, Iso20State next, Iso20Data data, List<SeccEffect> effects)
      implements Outcome {}

  /** No answer yet: the station has to do something first. Also an advance without a request. */
  record Hold(Iso20State next, Iso20Data data, List<SeccEffect> effects) implements Outcome {}

  /** The waiting request is refused with this code, and the session ends. */
  record Refuse(ResponseCode code, String reason) implements Outcome {}

  /** An answer without effects. */
  static Outcome answer(Iso20Response response, Iso20State next, Iso20Data data) {
    return new Answer(response, next, data, List.of());
  }
}
