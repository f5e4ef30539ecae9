package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.v2.type.Component;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import energy.ebbflow.ocpp.v2.type.Variable;
import java.util.Optional;

/** Whether a variable was set. */
public record SetVariableResult(
    Optional<AttributeName> attributeType,
    SetVariableStatus attributeStatus,
    Optional<StatusInfo> attributeStatusInfo,
    Component component,
    Variable variable) {}
