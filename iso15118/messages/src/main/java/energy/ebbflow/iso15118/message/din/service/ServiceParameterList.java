package energy.ebbflow.iso15118.message.din.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * ServiceParameterListType. Parameter sets to choose from.
 *
 * @param parameterSet the parameter sets; 1 to 256 of them (our limit)
 */
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record ServiceParameterList(
    @ExiElement("ParameterSet") @Occurs(max = Occurs.UNBOUNDED) @Limit(256)
        List<ParameterSet> parameterSet) {

  /** Checks the bounds that the schema sets. */
  public ServiceParameterList {
    parameterSet = Facets.occurs("ParameterSet", parameterSet, 1, 256);
  }
}
