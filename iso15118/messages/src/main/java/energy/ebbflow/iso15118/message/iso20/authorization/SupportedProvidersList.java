package energy.ebbflow.iso15118.message.iso20.authorization;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.List;

/**
 * SupportedProvidersListType. Mobility operators whose contracts are accepted.
 *
 * @param providerId a mobility operator; at most 80 characters; 1 to 128 of them
 */
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record SupportedProvidersList(
    @ExiElement("ProviderID") @Occurs(max = 128) @Length(max = 80) List<String> providerId) {

  /** Checks the bounds that the schema sets. */
  public SupportedProvidersList {
    providerId = Facets.occurs("ProviderID", providerId, 1, 128);
    Facets.length("ProviderID", providerId, 0, 80);
  }
}
