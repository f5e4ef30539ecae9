package energy.ebbflow.iso15118.message.set;

import energy.ebbflow.exi.schema.ExiSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;

/** The handshake that selects the protocol. */
@ExiSet(
    codec = "AppCodec",
    label = "app",
    documents = V2gMessage.class,
    roots = {SupportedAppProtocolRequest.class, SupportedAppProtocolResponse.class})
final class AppSet {
  private AppSet() {}
}
