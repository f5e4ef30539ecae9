package energy.ebbflow.iso15118.message.iso20.schedule;

import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.Iso20Response;
import energy.ebbflow.iso15118.message.iso20.MessageHeader;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.message.iso20.ResponseCode;
import java.util.Optional;

/**
 * ScheduleExchangeRes. The station answers with schedules, or with its wishes in dynamic control.
 *
 * @param header what every message starts with
 * @param responseCode how the request went
 * @param evseProcessing whether the station has finished
 * @param goToPause whether the vehicle should pause
 * @param seResControlMode one of Dynamic_SEResControlMode, Scheduled_SEResControlMode
 */
@ExiName("ScheduleExchangeRes")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ScheduleExchangeResponse(
    @ExiElement(value = "Header", namespace = Namespaces.ISO20_COMMON_TYPES) MessageHeader header,
    @ExiElement(value = "ResponseCode", namespace = Namespaces.ISO20_COMMON_TYPES)
        ResponseCode responseCode,
    @ExiElement("EVSEProcessing") Processing evseProcessing,
    @ExiElement("GoToPause") Optional<Boolean> goToPause,
    @ExiChoice SeResControlMode seResControlMode)
    implements Iso20Response {}
