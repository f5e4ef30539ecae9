package energy.ebbflow.ocpp.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.rpc.ErrorCode;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/** What becomes of a call of the back office. */
public sealed interface Reply {
  /** Answered at once; {@code then} happens after the answer is out. */
  record Answer(ObjectNode payload, List<FollowUp> then) implements Reply {
    public Answer {
      then = List.copyOf(then);
    }
  }

  /** Not answered but refused. */
  record Refuse(ErrorCode code, String text) implements Reply {}

  /**
   * The station decides.
   *
   * @param command makes the command from its number
   * @param answer makes the answer from the station's verdict
   */
  record Ask(
      LongFunction<BackOfficeCommand> command, Function<StationEvent.CommandResult, Answer> answer)
      implements Reply {}
}
