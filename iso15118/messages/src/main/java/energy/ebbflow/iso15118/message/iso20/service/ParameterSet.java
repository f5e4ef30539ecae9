package energy.ebbflow.iso15118.message.iso20.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * ParameterSetType. A set of parameters that can be chosen together.
 *
 * @param parameterSetId the number of the parameter set; 0 to 65535
 * @param parameter the parameters; 1 to 32 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ParameterSet(
    @ExiElement("ParameterSetID") @Range(min = 0, max = 65535) int parameterSetId,
    @ExiElement("Parameter") @Occurs(max = 32) List<Parameter> parameter) {

  /** Checks the bounds that the schema sets. */
  public ParameterSet {
    Facets.range("ParameterSetID", parameterSetId, 0, 65535);
    parameter = Facets.occurs("Parameter", parameter, 1, 32);
  }
}
