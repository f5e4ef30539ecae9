package energy.ebbflow.simulator.ev.iso2.wire;

import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.ResponseCode;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateInstallationRequest;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateInstallationResponse;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateUpdateRequest;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateUpdateResponse;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.iso2.loop.CableCheckRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CableCheckResponse;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusRequest;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusResponse;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.iso2.loop.CurrentDemandResponse;
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
import energy.ebbflow.iso15118.message.iso2.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionSetupResponse;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso2.session.SessionStopResponse;
import java.util.Optional;

/** What all answers of the charger have: a code. */
public final class Answers {
  private Answers() {}

  /** The code of a response; empty for a request, which no charger sends. */
  public static Optional<ResponseCode> code(BodyElement body) {
    return switch (body) {
      case SessionSetupResponse r -> Optional.of(r.responseCode());
      case ServiceDiscoveryResponse r -> Optional.of(r.responseCode());
      case ServiceDetailResponse r -> Optional.of(r.responseCode());
      case PaymentServiceSelectionResponse r -> Optional.of(r.responseCode());
      case PaymentDetailsResponse r -> Optional.of(r.responseCode());
      case AuthorizationResponse r -> Optional.of(r.responseCode());
      case ChargeParameterDiscoveryResponse r -> Optional.of(r.responseCode());
      case CableCheckResponse r -> Optional.of(r.responseCode());
      case PreChargeResponse r -> Optional.of(r.responseCode());
      case PowerDeliveryResponse r -> Optional.of(r.responseCode());
      case CurrentDemandResponse r -> Optional.of(r.responseCode());
      case ChargingStatusResponse r -> Optional.of(r.responseCode());
      case MeteringReceiptResponse r -> Optional.of(r.responseCode());
      case WeldingDetectionResponse r -> Optional.of(r.responseCode());
      case SessionStopResponse r -> Optional.of(r.responseCode());
      case CertificateInstallationResponse r -> Optional.of(r.responseCode());
      case CertificateUpdateResponse r -> Optional.of(r.responseCode());
      case SessionSetupRequest _,
          ServiceDiscoveryRequest _,
          ServiceDetailRequest _,
          PaymentServiceSelectionRequest _,
          PaymentDetailsRequest _,
          AuthorizationRequest _,
          ChargeParameterDiscoveryRequest _,
          CableCheckRequest _,
          PreChargeRequest _,
          PowerDeliveryRequest _,
          CurrentDemandRequest _,
          ChargingStatusRequest _,
          MeteringReceiptRequest _,
          WeldingDetectionRequest _,
          SessionStopRequest _,
          CertificateInstallationRequest _,
          CertificateUpdateRequest _ ->
          Optional.empty();
    };
  }
}
