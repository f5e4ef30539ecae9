package energy.ebbflow.iso15118.message.iso20.authorization;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.iso15118.message.Namespaces;
import java.util.Optional;

/**
 * PnC_ASResAuthorizationModeType. Authorisation by contract: the challenge.
 *
 * @param genChallenge random octets that the vehicle has to sign; exactly 16 octets
 * @param supportedProviders the mobility operators whose contracts are accepted
 */
@ExiName("PnC_ASResAuthorizationMode")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record PncAsResAuthorizationMode(
    @ExiElement("GenChallenge") @Length(min = 16, max = 16) Octets genChallenge,
    @ExiElement("SupportedProviders") Optional<SupportedProvidersList> supportedProviders)
    implements AsResAuthorizationMode {

  /** Checks the bounds that the schema sets. */
  public PncAsResAuthorizationMode {
    Facets.length("GenChallenge", genChallenge, 16, 16);
  }
}
