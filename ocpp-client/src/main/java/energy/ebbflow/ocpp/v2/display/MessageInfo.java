package energy.ebbflow.ocpp.v2.display;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.v2.authorization.MessageContent;
import energy.ebbflow.ocpp.v2.type.Component;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message for people at the station.
 *
 * @param state in which it is shown; absent: in every one
 * @param startDateTime from when it is shown; absent: at once
 * @param endDateTime from when it is gone
 * @param transactionId in which it is shown, and with which it goes
 * @param messageExtra the same in other languages
 */
public record MessageInfo(
    Optional<Component> display,
    @Range(min = 0) int id,
    MessagePriority priority,
    Optional<MessageState> state,
    Optional<Instant> startDateTime,
    Optional<Instant> endDateTime,
    @Text(max = 36) Optional<String> transactionId,
    MessageContent message,
    @SinceV21 @Items(max = 4) @AbsentIfEmpty List<MessageContent> messageExtra) {
  public MessageInfo {
    messageExtra = List.copyOf(messageExtra);
  }
}
