package energy.ebbflow.iso15118.message.iso2.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Limit;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * ParameterType. A parameter of a service.
 *
 * @param name the name of the parameter; at most 2048 characters (our limit)
 * @param parameterValue one of boolValue, byteValue, shortValue, intValue, physicalValue,
 *     stringValue
 */
@ExiType(namespace = Namespaces.ISO2_MSG_DATA_TYPES)
public record Parameter(
    @ExiAttribute(value = "Name", namespace = Namespaces.ISO2_MSG_DATA_TYPES) @Limit(2048)
        String name,
    @ExiChoice ParameterValue parameterValue) {

  /** Checks the bounds that the schema sets. */
  public Parameter {
    Facets.length("Name", name, 0, 2048);
  }
}
