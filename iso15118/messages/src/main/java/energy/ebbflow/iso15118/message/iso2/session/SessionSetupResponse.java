package energy.ebbflow.iso15118.message.iso2.session;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import java.util.Optional;

/**
 * SessionSetupRes. The station opens the session.
 *
 * @param responseCode how the request went
 * @param evseId the identifier of the EVSE, as the back office knows it; 7 to 37 characters
 * @param evseTimeStamp the station's clock; seconds since 1970-01-01 UTC
 */
@ExiName("SessionSetupRes")
@ExiType(namespace = Namespaces.ISO2_MSG_BODY)
public record SessionSetupResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("EVSEID") @Length(min = 7, max = 37) String evseId,
    @ExiElement("EVSETimeStamp") Optional<Long> evseTimeStamp)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public SessionSetupResponse {
    Facets.length("EVSEID", evseId, 7, 37);
  }
}
