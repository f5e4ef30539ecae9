package energy.ebbflow.iso15118.message.din.status;

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
 * @param powerSwitchClosed whether the contactor is closed
 * @param rcd whether the residual current device has tripped
 * @param notificationMaxDelay within which time the vehicle has to react; s, 0 to 4294967295
 * @param evseNotification what the station asks for
 */
@ExiName("AC_EVSEStatus")
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record AcEvseStatus(
    @ExiElement("PowerSwitchClosed") boolean powerSwitchClosed,
    @ExiElement("RCD") boolean rcd,
    @ExiElement("NotificationMaxDelay") @Range(min = 0, max = 4294967295L)
        long notificationMaxDelay,
    @ExiElement("EVSENotification") EvseNotification evseNotification)
    implements EvseStatus, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public AcEvseStatus {
    Facets.range("NotificationMaxDelay", notificationMaxDelay, 0, 4294967295L);
  }
}
