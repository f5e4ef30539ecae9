package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.json.SinceV21;
import energy.ebbflow.ocpp.json.Text;
import java.util.Optional;

/** Type, unit and range of a variable. */
public record VariableCharacteristics(
    @Text(max = 16) Optional<String> unit,
    DataKind dataType,
    Optional<Double> minLimit,
    Optional<Double> maxLimit,
    @SinceV21 @Range(min = 1) Optional<Integer> maxElements,
    @Text(max = 1000) Optional<String> valuesList,
    boolean supportsMonitoring) {}
