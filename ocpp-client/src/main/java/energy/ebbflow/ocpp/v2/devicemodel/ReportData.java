package energy.ebbflow.ocpp.v2.devicemodel;

import energy.ebbflow.ocpp.json.Items;
import energy.ebbflow.ocpp.v2.type.Component;
import energy.ebbflow.ocpp.v2.type.Variable;
import java.util.List;
import java.util.Optional;

/** One variable in a report. */
public record ReportData(
    Component component,
    Variable variable,
    @Items(max = 4) List<VariableAttribute> variableAttribute,
    Optional<VariableCharacteristics> variableCharacteristics) {
  public ReportData {
    variableAttribute = List.copyOf(variableAttribute);
  }
}
