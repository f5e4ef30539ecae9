package energy.ebbflow.iso15118.message.app;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Range;

/**
 * AppProtocolType. A protocol that the vehicle speaks.
 *
 * @param protocolNamespace the namespace of the protocol; at most 100 characters
 * @param versionNumberMajor a difference here means that the two sides cannot talk; 0 to 4294967295
 * @param versionNumberMinor a difference here means that only additional data differ; 0 to
 *     4294967295
 * @param schemaId the number by which the response selects the protocol; 0 to 255
 * @param priority the wish of the vehicle; 1 is first, 1 to 20
 */
@ExiType(namespace = "")
public record AppProtocol(
    @ExiElement("ProtocolNamespace") @Length(max = 100) String protocolNamespace,
    @ExiElement("VersionNumberMajor") @Range(min = 0, max = 4294967295L) long versionNumberMajor,
    @ExiElement("VersionNumberMinor") @Range(min = 0, max = 4294967295L) long versionNumberMinor,
    @ExiElement("SchemaID") @Range(min = 0, max = 255) int schemaId,
    @ExiElement("Priority") @Range(min = 1, max = 20) int priority) {

  /** Checks the bounds that the schema sets. */
  public AppProtocol {
    Facets.length("ProtocolNamespace", protocolNamespace, 0, 100);
    Facets.range("VersionNumberMajor", versionNumberMajor, 0, 4294967295L);
    Facets.range("VersionNumberMinor", versionNumberMinor, 0, 4294967295L);
    Facets.range("SchemaID", schemaId, 0, 255);
    Facets.range("Priority", priority, 1, 20);
  }
}
