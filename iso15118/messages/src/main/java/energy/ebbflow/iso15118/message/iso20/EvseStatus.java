package energy.ebbflow.iso15118.message.iso20;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * EVSEStatusType. What the station asks of the vehicle.
 *
 * @param notificationMaxDelay within which time the vehicle has to react; s, 0 to 65535
 * @param evseNotification what the station asks for
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_TYPES)
public record EvseStatus(
    @ExiElement("NotificationMaxDelay") @Range(min = 0, max = 65535) int notificationMaxDelay,
    @ExiElement("EVSENotification") EvseNotification evseNotification) {

  /** Checks the bounds that the schema sets. */
  public EvseStatus {
    Facets.range("NotificationMaxDelay", notificationMaxDelay, 0, 65535);
  }
}
