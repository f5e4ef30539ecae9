package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.EvseProcessing;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateInstallationRequest;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateUpdateRequest;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.iso2.loop.CableCheckRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CableCheckResponse;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.iso2.loop.PreChargeRequest;
import energy.ebbflow.iso15118.message.iso2.loop.PreChargeResponse;
import energy.ebbflow.iso15118.message.iso2.loop.WeldingDetectionRequest;
import energy.ebbflow.iso15118.message.iso2.loop.WeldingDetectionResponse;
import energy.ebbflow.iso15118.message.iso2.payment.AuthorizationRequest;
import energy.ebbflow.iso15118.message.iso2.payment.AuthorizationResponse;
import energy.ebbflow.iso15118.message.iso2.payment.MeteringReceiptRequest;
import energy.ebbflow.iso15118.message.iso2.payment.MeteringReceiptResponse;
import energy.ebbflow.iso15118.message.iso2.payment.PaymentDetailsRequest;
import energy.ebbflow.iso15118.message.iso2.payment.PaymentDetailsResponse;
import energy.ebbflow.iso15118.message.iso2.service.PaymentServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso2.service.PaymentServiceSelectionResponse;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDetailResponse;
import energy.ebbflow.iso15118.message.iso2.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupResponse;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopResponse;
import java.util.Optional;

/** The response type that belongs to a request, with a failure code. */
public final class Iso2Failures {
  private static final int CHALLENGE_BYTES = 16;

  private Iso2Failures() {}

  /** The response to {@code request}; empty for what is no request. */
  public static Optional<BodyElement> to(BodyElement request, ResponseCode code, Iso2Turn turn) {
    return Optional.ofNullable(
        switch (request) {
          case SessionSetupRequest r ->
              new SessionSetupResponse(code, Iso2Offers.evseId(turn.view()), Optional.empty());
          case ServiceDiscoveryRequest r -> Iso2Offers.discovery(code, r, turn);
          case ServiceDetailRequest r ->
              new ServiceDetailResponse(code, r.serviceId(), Optional.empty());
          case PaymentServiceSelectionRequest r -> new PaymentServiceSelectionResponse(code);
          case PaymentDetailsRequest r ->
              new PaymentDetailsResponse(
                  code, Octets.of(new byte[CHALLENGE_BYTES]), turn.view().utcSeconds());
          case AuthorizationRequest r -> new AuthorizationResponse(code, EvseProcessing.FINISHED);
          case ChargeParameterDiscoveryRequest r ->
              new ChargeParameterDiscoveryResponse(
                  code,
                  EvseProcessing.FINISHED,
                  Optional.empty(),
                  Iso2Offers.parameters(
                      turn, r.evChargeParameter() instanceof DcEvChargeParameter));
          case CableCheckRequest r ->
              new CableCheckResponse(code, Statuses.dc(turn), EvseProcessing.FINISHED);
          case PreChargeRequest r ->
              new PreChargeResponse(code, Statuses.dc(turn), Physical.volts(turn.view().volts()));
          case PowerDeliveryRequest r -> new PowerDeliveryResponse(code, Statuses.of(turn));
          case CurrentDemandRequest r -> LoopAnswers.refusedDemand(code, turn);
          case ChargingStatusRequest r -> LoopAnswers.refusedStatus(code, turn);
          case MeteringReceiptRequest r -> new MeteringReceiptResponse(code, Statuses.of(turn));
          case WeldingDetectionRequest r ->
              new WeldingDetectionResponse(
                  code, Statuses.dc(turn), Physical.volts(turn.view().volts()));
          case SessionStopRequest r -> new SessionStopResponse(code);
          case CertificateInstallationRequest r -> CertificateRefusals.installation(code);
          case CertificateUpdateRequest r -> CertificateRefusals.update(code, r.emaid());
          default -> null;
        });
  }
}
