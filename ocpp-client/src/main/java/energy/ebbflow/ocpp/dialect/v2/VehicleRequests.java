package energy.ebbflow.ocpp.dialect.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.VehicleExtension;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.v2.operation.DataTransfer;
import energy.ebbflow.ocpp.v2.operation.DataTransferStatus;
import energy.ebbflow.ocpp.v2.type.StatusInfo;
import java.time.Instant;
import java.util.Optional;

/** The memory of vehicles, read and changed by DataTransfer (P01). */
final class VehicleRequests {
  private final Requests requests;

  VehicleRequests(Requests requests) {
    this.requests = requests;
  }

  Reply transfer(DataTransfer.Request request, Instant now) {
    if (!request.vendorId().equals(VehicleExtension.VENDOR_ID)) {
      // P01.FR.05: no other vendor's messages are understood.
      return refused(DataTransferStatus.UNKNOWN_VENDOR_ID, Optional.empty());
    }
    String action = request.messageId().orElse("");
    if (!VehicleExtension.ACTIONS.contains(action)) {
      // P01.FR.06.
      return refused(DataTransferStatus.UNKNOWN_MESSAGE_ID, Optional.empty());
    }
    // An object is as good as the text of one.
    String data =
        request.data().map(node -> node.isTextual() ? node.asText() : node.toString()).orElse("");
    if (data.length() > VehicleExtension.REQUEST_MAX) {
      return refused(
          DataTransferStatus.REJECTED,
          Optional.of(
              new StatusInfo(
                  "InvalidMessage",
                  Optional.of(
                      "expected at most " + VehicleExtension.REQUEST_MAX + " characters"))));
    }
    return new Reply.Ask(
        command -> new BackOfficeCommand.Vehicles(command, action, data), this::answered);
  }

  private Reply.Answer answered(StationEvent.CommandResult result) {
    return requests.reply(
        new DataTransfer.Response(
            result.accepted() ? DataTransferStatus.ACCEPTED : DataTransferStatus.REJECTED,
            Optional.empty(),
            Optional.of(json(result.reason()))));
  }

  /** The link itself may answer in words. */
  private static JsonNode json(String text) {
    try {
      return StrictJson.parse(text);
    } catch (JsonFault words) {
      return new TextNode(text);
    }
  }

  private Reply.Answer refused(DataTransferStatus status, Optional<StatusInfo> info) {
    return requests.reply(new DataTransfer.Response(status, info, Optional.empty()));
  }
}
