package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.v2.type.Component;
import energy.ebbflow.ocpp.v2.type.Variable;
import java.util.Optional;

/** A variable and its new value. */
public record SetVariableData(
    Optional<AttributeName> attributeType,
    @Text(max = 2500, v201 = 1000) String attributeValue,
    Component component,
    Variable variable) {}
