package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.ResponseCode;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import energy.ebbflow.simulator.ev.model.EvContext;
import java.util.List;

/** Offers ISO 15118-20 DC. */
public record SupportedAppProtocol() implements TalkState {
  static final String ISO20_DC = "urn:iso:std:iso:15118:-20:DC";
  static final int SCHEMA_ID = 1;

  @Override
  public V2gMessage request(Talk talk, EvContext context) {
    return new SupportedAppProtocolRequest(List.of(new AppProtocol(ISO20_DC, 1, 0, SCHEMA_ID, 1)));
  }

  @Override
  public Turn answer(V2gMessage answer, Talk talk, EvContext context) {
    if (!(answer instanceof SupportedAppProtocolResponse response)) {
      return unexpected(answer);
    }
    if (response.responseCode() == ResponseCode.FAILED_NO_NEGOTIATION) {
      return new Turn.Fail("the charger speaks no protocol of this vehicle");
    }
    if (response.schemaId().isPresent() && response.schemaId().get() != SCHEMA_ID) {
      return new Turn.Fail("the charger chose schema " + response.schemaId().get());
    }
    return new Turn.On(talk, new SessionSetup());
  }

  @Override
  public String phase() {
    return "setup";
  }
}
