package energy.ebbflow.iso15118.message.din.service;

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
 * @param valueType which kind of value follows
 * @param parameterValue one of boolValue, byteValue, shortValue, intValue, physicalValue,
 *     stringValue
 */
@ExiType(namespace = Namespaces.DIN_MSG_DATA_TYPES)
public record Parameter(
    @ExiAttribute("Name") @Limit(2048) String name,
    @ExiAttribute("ValueType") ParameterValueType valueType,
    @ExiChoice ParameterValue parameterValue) {

  /** Checks the bounds that the schema sets. */
  public Parameter {
    Facets.length("Name", name, 0, 2048);
  }
}
