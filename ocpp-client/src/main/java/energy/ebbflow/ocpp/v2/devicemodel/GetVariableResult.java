package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.v2.type.Component;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import energy.ebbflow.ocpp.v2.type.Variable;
import java.util.Optional;

/** The value read, or why there is none. */
public record GetVariableResult(
    GetVariableStatus attributeStatus,
    Optional<StatusInfo> attributeStatusInfo,
    Optional<AttributeName> attributeType,
    @Text(max = 2500) Optional<String> attributeValue,
    Component component,
    Variable variable) {}
