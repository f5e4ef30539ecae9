package energy.ebbflow.iso15118.message.iso2.service;

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
 * @param parameterSetId the number of the parameter set; -32768 to 32767
 * @param parameter the parameters; 1 to 16 of them
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record ParameterSet(
    @ExiElement("ParameterSetID") @Range(min = Short.MIN_VALUE, max = Short.MAX_VALUE)
        int parameterSetId,
    @ExiElement("Parameter") @Occurs(max = 16) List<Parameter> parameter) {

  /** Checks the bounds that the schema sets. */
  public ParameterSet {
    Facets.range("ParameterSetID", parameterSetId, -32768, 32767);
    parameter = Facets.occurs("Parameter", parameter, 1, 16);
  }
}
