package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.Text;
import java.util.Optional;

/** A value of a variable and who may change it. */
public record VariableAttribute(
    Optional<AttributeName> type,
    @Text(max = 2500) Optional<String> value,
    Optional<Mutability> mutability,
    Optional<Boolean> persistent,
    Optional<Boolean> constant) {}
