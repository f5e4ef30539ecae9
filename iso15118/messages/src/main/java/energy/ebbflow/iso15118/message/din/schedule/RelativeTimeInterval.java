package energy.ebbflow.iso15118.message.din.schedule;

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
 * @param start the start of the interval; s from now, 0 to 4294967295
 * @param duration how long the interval lasts; s, 0 to 4294967295
 */
@ExiName("RelativeTimeInterval")
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record RelativeTimeInterval(
    @ExiElement("start") @Range(min = 0, max = 4294967295L) long start,
    @ExiElement("duration") @Range(min = 0, max = 4294967295L) Optional<Long> duration)
    implements TimeInterval, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public RelativeTimeInterval {
    Facets.range("start", start, 0, 4294967295L);
    Facets.range("duration", duration, 0, 4294967295L);
  }
}
