package energy.ebbflow.iso15118.message.iso2.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * ServiceParameterListType. Parameter sets to choose from.
 *
 * @param parameterSet the parameter sets; 1 to 255 of them
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record ServiceParameterList(
    @ExiElement("ParameterSet") @Occurs(max = 255) List<ParameterSet> parameterSet) {

  /** Checks the bounds that the schema sets. */
  public ServiceParameterList {
    parameterSet = Facets.occurs("ParameterSet", parameterSet, 1, 255);
  }
}
