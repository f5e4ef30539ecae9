package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.v2.type.Component;
import energy.ebbflow.ocpp.v2.type.Variable;
import java.util.Optional;

/** A component and, optionally, one of its variables. */
public record ComponentVariable(Component component, Optional<Variable> variable) {}
