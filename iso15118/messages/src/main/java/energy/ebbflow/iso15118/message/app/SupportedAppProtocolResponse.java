package energy.ebbflow.iso15118.message.app;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.Optional;

/**
 * supportedAppProtocolRes. The station selects a protocol.
 *
 * @param responseCode how the request went
 * @param schemaId the number by which the response selects the protocol; 0 to 255
 */
@ExiName(value = "supportedAppProtocolRes", namespace = Namespaces.APP_PROTOCOL)
@ExiType(namespace = "")
public record SupportedAppProtocolResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("SchemaID") @Range(min = 0, max = 255) Optional<Integer> schemaId)
    implements V2gMessage {

  /** Checks the bounds that the schema sets. */
  public SupportedAppProtocolResponse {
    Facets.range("SchemaID", schemaId, 0, 255);
  }
}
