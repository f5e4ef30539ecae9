package energy.ebbflow.iso15118.message.din.session;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.Octets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Hex;
import energy.ebbflow.exi.schema.Length;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import java.util.Optional;

/**
 * SessionSetupRes. The station opens the session.
 *
 * @param responseCode how the request went
 * @param evseId the identifier of the EVSE, as the back office knows it; at most 32 octets
 * @param dateTimeNow the station's clock; seconds since 1970-01-01 UTC
 */
@ExiName("SessionSetupRes")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record SessionSetupResponse(
    @ExiElement("ResponseCode") ResponseCode responseCode,
    @ExiElement("EVSEID") @Hex @Length(max = 32) Octets evseId,
    @ExiElement("DateTimeNow") Optional<Long> dateTimeNow)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public SessionSetupResponse {
    Facets.length("EVSEID", evseId, 0, 32);
  }
}
