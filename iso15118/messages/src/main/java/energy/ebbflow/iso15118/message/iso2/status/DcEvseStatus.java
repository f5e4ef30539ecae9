package energy.ebbflow.iso15118.message.iso2.status;

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
 * @param notificationMaxDelay within which time the vehicle has to react; s, 0 to 65535
 * @param evseNotification what the station asks for
 * @param evseIsolationStatus what the isolation monitor says
 * @param evseStatusCode the state of the station
 */
@ExiName("DC_EVSEStatus")
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record DcEvseStatus(
    @ExiElement("NotificationMaxDelay") @Range(min = 0, max = 65535) int notificationMaxDelay,
    @ExiElement("EVSENotification") EvseNotification evseNotification,
    @ExiElement("EVSEIsolationStatus") Optional<IsolationLevel> evseIsolationStatus,
    @ExiElement("EVSEStatusCode") DcEvseStatusCode evseStatusCode)
    implements EvseStatus, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public DcEvseStatus {
    Facets.range("NotificationMaxDelay", notificationMaxDelay, 0, 65535);
  }
}
