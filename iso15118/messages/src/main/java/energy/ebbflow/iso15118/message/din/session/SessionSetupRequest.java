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

/**
 * SessionSetupReq. The vehicle opens a session, or joins the one it paused.
 *
 * @param evccId the identifier of the vehicle; personal data, at most 8 octets
 */
@ExiName("SessionSetupReq")
@ExiType(namespace = Namespaces.DIN_MSG_BODY)
public record SessionSetupRequest(@ExiElement("EVCCID") @Hex @Length(max = 8) Octets evccId)
    implements BodyElement, V2gMessage {

  /** Checks the bounds that the schema sets. */
  public SessionSetupRequest {
    Facets.length("EVCCID", evccId, 0, 8);
  }
}
