package energy.ebbflow.ocpp.dialect.v16;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.ocpp.dialect.FollowUp;
import energy.ebbflow.ocpp.dialect.Outgoing;
import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.dialect.v2.CertificateRequests;
import energy.ebbflow.ocpp.dialect.v2.NoticeMapping;
import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.rpc.Frame;
import energy.ebbflow.ocpp.upkeep.Notice;
import energy.ebbflow.ocpp.upkeep.NoticeAnswer;
import energy.ebbflow.ocpp.v16.core.DataTransfer;
import energy.ebbflow.ocpp.v16.core.Verdict;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import energy.ebbflow.ocpp.v2.operation.TriggerMessage;
import energy.ebbflow.ocpp.v2.operation.TriggerMessageStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Messages of 2.0.1 as text inside DataTransfer of 1.6: the OCA's whitepaper "Using ISO 15118 Plug
 * &amp; Charge with OCPP 1.6", section 4.
 */
final class PlugAndCharge {
  static final String VENDOR_ID = "org.openchargealliance.iso15118pnc";

  private final NoticeMapping notices = new NoticeMapping(WireVersion.V201);
  private final Requests requests = new Requests(WireVersion.V201);
  private final RecordWriter writer = new RecordWriter(WireVersion.V16);
  private final RecordReader answers = RecordReader.forgiving(WireVersion.V16);

  PlugAndCharge(Station station) {
    new CertificateRequests(requests, station).register();
    requests.on(TriggerMessage.ACTION, (request, now) -> trigger(request, station));
  }

  private Reply trigger(TriggerMessage.Request request, Station station) {
    boolean known =
        switch (request.requestedMessage()) {
          case SIGN_V2_G_CERTIFICATE -> true;
          case BOOT_NOTIFICATION,
              LOG_STATUS_NOTIFICATION,
              FIRMWARE_STATUS_NOTIFICATION,
              HEARTBEAT,
              METER_VALUES,
              SIGN_CHARGING_STATION_CERTIFICATE,
              SIGN_V2_G20_CERTIFICATE,
              STATUS_NOTIFICATION,
              TRANSACTION_EVENT,
              SIGN_COMBINED_CERTIFICATE,
              PUBLISH_FIRMWARE_STATUS_NOTIFICATION,
              CUSTOM_TRIGGER ->
              false;
        };
    if (known) {
      station.signing().want(SigningUse.V2G_CERTIFICATE);
    }
    return requests.reply(
        new TriggerMessage.Response(
            known ? TriggerMessageStatus.ACCEPTED : TriggerMessageStatus.NOT_IMPLEMENTED,
            Optional.empty()));
  }

  /** A notice as 1.6 carries it. */
  Optional<Outgoing> call(Notice notice) {
    return notices
        .call(notice)
        .map(
            inner ->
                new Outgoing(
                    DataTransfer.ACTION.name(),
                    writer.write(
                        new DataTransfer.Request(
                            VENDOR_ID,
                            Optional.of(inner.action()),
                            Optional.of(StrictJson.write(inner.payload()))))));
  }

  /** What the back office said; a refusal of the envelope is a fault too. */
  NoticeAnswer answer(Notice notice, ObjectNode payload) throws JsonFault {
    DataTransfer.Response response = answers.read(payload, DataTransfer.Response.class);
    if (response.status() != Verdict.ACCEPTED) {
      throw new JsonFault(
          JsonFault.Kind.VALUE, "DataTransfer: expected Accepted, got " + response.status().wire());
    }
    return notices.answer(notice, object(response.data()));
  }

  private static ObjectNode object(Optional<String> data) throws JsonFault {
    if (StrictJson.parse(data.orElse("")) instanceof ObjectNode object) {
      return object;
    }
    throw new JsonFault(JsonFault.Kind.TYPE, "payload.data: expected an object in a string");
  }

  /** A message of the back office. */
  Reply asked(DataTransfer.Request request, Requests outer, Instant now) {
    ObjectNode payload;
    try {
      payload = object(request.data());
    } catch (JsonFault e) {
      return transferred(outer, Verdict.REJECTED, e.text(), List.of());
    }
    Reply inner = requests.answer(new Frame.Call("", request.messageId().orElse(""), payload), now);
    return switch (inner) {
      case Reply.Answer answer ->
          transferred(outer, Verdict.ACCEPTED, StrictJson.write(answer.payload()), answer.then());
      case Reply.Refuse refuse ->
          switch (refuse.code()) {
            case NOT_IMPLEMENTED ->
                transferred(outer, Verdict.UNKNOWN_MESSAGE_ID, refuse.text(), List.of());
            case FORMAT_VIOLATION,
                GENERIC_ERROR,
                INTERNAL_ERROR,
                MESSAGE_TYPE_NOT_SUPPORTED,
                NOT_SUPPORTED,
                OCCURRENCE_CONSTRAINT_VIOLATION,
                PROPERTY_CONSTRAINT_VIOLATION,
                PROTOCOL_ERROR,
                RPC_FRAMEWORK_ERROR,
                SECURITY_ERROR,
                TYPE_CONSTRAINT_VIOLATION ->
                transferred(outer, Verdict.REJECTED, refuse.text(), List.of());
          };
      case Reply.Ask ask ->
          throw new IllegalStateException("certificates are not the outlets' business");
    };
  }

  private static Reply transferred(
      Requests outer, Verdict verdict, String data, List<FollowUp> then) {
    return outer.reply(
        new DataTransfer.Response(verdict, data.isEmpty() ? Optional.empty() : Optional.of(data)),
        then.toArray(FollowUp[]::new));
  }
}
