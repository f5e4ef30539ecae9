package energy.ebbflow.ocpp.v2.authorization;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the back office says of a token. */
public record IdTokenInfo(
    AuthorizationStatus status,
    Optional<Instant> cacheExpiryDateTime,
    Optional<Integer> chargingPriority,
    Optional<IdToken> groupIdToken,
    @Text(max = 8) Optional<String> language1,
    @Text(max = 8) Optional<String> language2,
    @Items @Range(min = 0) @AbsentIfEmpty List<Integer> evseId,
    Optional<MessageContent> personalMessage) {
  public IdTokenInfo {
    evseId = List.copyOf(evseId);
  }
}
