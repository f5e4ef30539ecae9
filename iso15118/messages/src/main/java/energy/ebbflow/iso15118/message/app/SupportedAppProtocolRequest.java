package energy.ebbflow.iso15118.message.app;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Occurs;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.List;

/**
 * supportedAppProtocolReq. The vehicle lists the protocols that it speaks.
 *
 * @param appProtocol what the vehicle speaks; 1 to 20 of them
 */
@ExiName(value = "supportedAppProtocolReq", namespace = Namespaces.APP_PROTOCOL)
@ExiType(namespace = "")
public record SupportedAppProtocolRequest(
    @ExiElement("AppProtocol") @Occurs(max = 20) List<AppProtocol> appProtocol)
    implements V2gMessage {

  /** Checks the bounds that the schema sets. */
  public SupportedAppProtocolRequest {
    appProtocol = Facets.occurs("AppProtocol", appProtocol, 1, 20);
  }
}
