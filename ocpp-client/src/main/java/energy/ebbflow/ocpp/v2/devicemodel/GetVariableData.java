package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.v2.type.Component;
import energy.ebbflow.ocpp.v2.type.Variable;
import java.util.Optional;

/** Which variable to read. */
public record GetVariableData(
    Optional<AttributeName> attributeType, Component component, Variable variable) {}
