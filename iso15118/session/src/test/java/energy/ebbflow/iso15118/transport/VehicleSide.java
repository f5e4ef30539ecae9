package energy.ebbflow.iso15118.transport;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.app.AppProtocol;
import energy.ebbflow.iso15118.message.app.ResponseCode;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolRequest;
import energy.ebbflow.iso15118.message.app.SupportedAppProtocolResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/** What a test's vehicle hears. */
final class VehicleSide implements VehicleSink {
  static final SupportedAppProtocolRequest SAP =
      new SupportedAppProtocolRequest(
          List.of(new AppProtocol("urn:iso:std:iso:15118:-20:DC", 1, 0, 7, 1)));
  static final SupportedAppProtocolResponse SAP_OK =
      new SupportedAppProtocolResponse(ResponseCode.OK_SUCCESSFUL_NEGOTIATION, Optional.of(7));

  static final SupportedAppProtocolResponse SAP_REFUSED =
      new SupportedAppProtocolResponse(ResponseCode.FAILED_NO_NEGOTIATION, Optional.empty());

  final LinkedBlockingQueue<V2gMessage> received = new LinkedBlockingQueue<>();
  final LinkedBlockingQueue<String> undecodable = new LinkedBlockingQueue<>();
  final LinkedBlockingQueue<String> closed = new LinkedBlockingQueue<>();

  @Override
  public void received(V2gMessage message) {
    received.add(message);
  }

  @Override
  public void undecodable(String detail) {
    undecodable.add(detail);
  }

  @Override
  public void closed(String reason) {
    closed.add(reason);
  }
}
