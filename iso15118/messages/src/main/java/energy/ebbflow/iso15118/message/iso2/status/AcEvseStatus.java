package energy.ebbflow.iso15118.message.iso2.status;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;

/**
 * AC_EVSEStatus. The state of an AC station, and what it asks of the vehicle.
 *
 * @param notificationMaxDelay within which time the vehicle has to react; s, 0 to 65535
 * @param evseNotification what the station asks for
 * @param rcd whether the residual current device has tripped
 */
@ExiName("AC_EVSEStatus")
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record AcEvseStatus(
    @ExiElement("NotificationMaxDelay") @Range(min = 0, max = 65535) int notificationMaxDelay,
    @ExiElement("EVSENotification") EvseNotification evseNotification,
    @ExiElement("RCD") boolean rcd)
    implements EvseStatus, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public AcEvseStatus {
    Facets.range("NotificationMaxDelay", notificationMaxDelay, 0, 65535);
  }
}
