package energy.ebbflow.ocpp.v2.authorization;

import energy.ebbflow.ocpp.json.AbsentIfEmpty;
import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.json.Text;
import java.util.List;

/** A token of any kind. */
public record IdToken(
    @Items @AbsentIfEmpty List<AdditionalInfo> additionalInfo,
    @Text(max = 255, v201 = 36) String idToken,
    @Text(max = 20) String type) {
  public IdToken {
    additionalInfo = List.copyOf(additionalInfo);
  }
}
