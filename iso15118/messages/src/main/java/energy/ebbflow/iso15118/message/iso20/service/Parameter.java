package energy.ebbflow.iso15118.message.iso20.service;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiAttribute;
import energy.ebbflow.exi.schema.ExiChoice;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.iso15118.message.Namespaces;

/**
 * ParameterType. A parameter of a service.
 *
 * @param name the name of the parameter; at most 80 characters
 * @param parameterValue one of boolValue, byteValue, shortValue, intValue, rationalNumber,
 *     finiteString
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record Parameter(
    @ExiAttribute(value = "Name", namespace = Namespaces.ISO20_COMMON_MESSAGES) @Length(max = 80)
        String name,
    @ExiChoice ParameterValue parameterValue) {

  /** Checks the bounds that the schema sets. */
  public Parameter {
    Facets.length("Name", name, 0, 80);
  }
}
