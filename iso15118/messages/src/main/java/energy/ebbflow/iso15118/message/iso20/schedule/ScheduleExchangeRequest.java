package energy.ebbflow.iso15118.message.iso20.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Request;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;

/**
 * ScheduleExchangeReq. The vehicle states its needs.
 *
 * @param header what every message starts with
 * @param maximumSupportingPoints how many schedule entries the vehicle can keep; 12 to 1024
 * @param seReqControlMode one of Dynamic_SEReqControlMode, Scheduled_SEReqControlMode
 */
@ExiName("ScheduleExchangeReq")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ScheduleExchangeRequest(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement("MaximumSupportingPoints") @Range(min = 12, max = 1024) int maximumSupportingPoints,
    @ExiChoice SeReqControlMode seReqControlMode)
    implements Iso20Request {

  /** Checks the bounds that the schema sets. */
  public ScheduleExchangeRequest {
    Facets.range("MaximumSupportingPoints", maximumSupportingPoints, 12, 1024);
  }
}
