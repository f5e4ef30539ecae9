package energy.ebbflow.iso15118.message.iso2;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * NotificationType. What went wrong on the way.
 *
 * @param faultCode what went wrong
 * @param faultMsg what went wrong, in words; at most 64 characters
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record Notification(
    @ExiElement("FaultCode") FaultCode faultCode,
    @ExiElement("FaultMsg") @Length(max = 64) Optional<String> faultMsg) {

  /** Checks the bounds that the schema sets. */
  public Notification {
    Facets.length("FaultMsg", faultMsg, 0, 64);
  }
}
