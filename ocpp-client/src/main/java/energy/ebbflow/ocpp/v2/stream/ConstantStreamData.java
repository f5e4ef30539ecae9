package energy.ebbflow.ocpp.v2.stream;

import energy.ebbflow.ocpp.json.Range;
import energy.ebbflow.ocpp.v2.monitoring.SetVariableMonitoring;

/**
 * OCPP's ConstantStreamDataType.
 *
 * @param id of the stream
 * @param variableMonitoringId of the monitor whose values it carries
 */
public record ConstantStreamData(
    @Range(min = 0) int id,
    SetVariableMonitoring.StreamParameters params,
    @Range(min = 0) int variableMonitoringId) {}
