package energy.ebbflow.iso15118.message.iso20.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * ServiceParameterListType. Parameter sets to choose from.
 *
 * @param parameterSet the parameter sets; 1 to 32 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record ServiceParameterList(
    @ExiElement("ParameterSet") @Occurs(max = 32) List<ParameterSet> parameterSet) {

  /** Checks the bounds that the schema sets. */
  public ServiceParameterList {
    parameterSet = Facets.occurs("ParameterSet", parameterSet, 1, 32);
  }
}
