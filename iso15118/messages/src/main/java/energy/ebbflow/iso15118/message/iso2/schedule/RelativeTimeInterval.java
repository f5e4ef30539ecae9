package energy.ebbflow.iso15118.message.iso2.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.Optional;

/**
 * RelativeTimeInterval. An interval that is counted from now.
 *
 * @param start the start of the interval; s from now, 0 to 16777214
 * @param duration how long the interval lasts; s, 0 to 86400
 */
@ExiName("RelativeTimeInterval")
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record RelativeTimeInterval(
    @ExiElement("start") @Range(min = 0, max = 16777214) int start,
    @ExiElement("duration") @Range(min = 0, max = 86400) Optional<Integer> duration)
    implements TimeInterval, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public RelativeTimeInterval {
    Facets.range("start", start, 0, 16777214);
    Facets.range("duration", duration, 0, 86400);
  }
}
