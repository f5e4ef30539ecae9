package energy.ebbflow.iso15118.message.din.status;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.Optional;

/**
 * DC_EVSEStatus. The state of a DC station, and what it asks of the vehicle.
 *
 * @param evseIsolationStatus what the isolation monitor says
 * @param evseStatusCode the state of the station
 * @param notificationMaxDelay within which time the vehicle has to react; s, 0 to 4294967295
 * @param evseNotification what the station asks for
 */
@ExiName("DC_EVSEStatus")
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record DcEvseStatus(
    @ExiElement("EVSEIsolationStatus") Optional<IsolationLevel> evseIsolationStatus,
    @ExiElement("EVSEStatusCode") DcEvseStatusCode evseStatusCode,
    @ExiElement("NotificationMaxDelay") @Range(min = 0, max = 4294967295L)
        long notificationMaxDelay,
    @ExiElement("EVSENotification") EvseNotification evseNotification)
    implements EvseStatus, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public DcEvseStatus {
    Facets.range("NotificationMaxDelay", notificationMaxDelay, 0, 4294967295L);
  }
}
