package energy.ebbflow.simulator.ev.din.wire;

import energy.ebbflow.iso15118.message.din.BodyElement;
import energy.ebbflow.iso15118.message.din.ResponseCode;
import energy.ebbflow.iso15118.message.din.certificate.CertificateInstallationRequest;
import energy.ebbflow.iso15118.message.din.certificate.CertificateInstallationResponse;
import energy.ebbflow.iso15118.message.din.certificate.CertificateUpdateRequest;
import energy.ebbflow.iso15118.message.din.certificate.CertificateUpdateResponse;
import energy.ebbflow.iso15118.message.din.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.din.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.din.charge.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.din.loop.CableCheckRequest;
import energy.ebbflow.iso15118.message.din.loop.CableCheckResponse;
import energy.ebbflow.iso15118.message.din.loop.ChargingStatusRequest;
import energy.ebbflow.iso15118.message.din.loop.ChargingStatusResponse;
import energy.ebbflow.iso15118.message.din.loop.CurrentDemandRequest;
import energy.ebbflow.iso15118.message.din.loop.CurrentDemandResponse;
import energy.ebbflow.iso15118.message.din.loop.PreChargeRequest;
import energy.ebbflow.iso15118.message.din.loop.PreChargeResponse;
import energy.ebbflow.iso15118.message.din.loop.WeldingDetectionRequest;
import energy.ebbflow.iso15118.message.din.loop.WeldingDetectionResponse;
import energy.ebbflow.iso15118.message.din.payment.ContractAuthenticationRequest;
import energy.ebbflow.iso15118.message.din.payment.ContractAuthenticationResponse;
import energy.ebbflow.iso15118.message.din.payment.MeteringReceiptRequest;
import energy.ebbflow.iso15118.message.din.payment.MeteringReceiptResponse;
import energy.ebbflow.iso15118.message.din.payment.PaymentDetailsRequest;
import energy.ebbflow.iso15118.message.din.payment.PaymentDetailsResponse;
import energy.ebbflow.iso15118.message.din.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.din.service.ServiceDetailResponse;
import energy.ebbflow.iso15118.message.din.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.din.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.din.service.ServicePaymentSelectionRequest;
import energy.ebbflow.iso15118.message.din.service.ServicePaymentSelectionResponse;
import energy.ebbflow.iso15118.message.din.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.din.session.SessionSetupResponse;
import energy.ebbflow.iso15118.message.din.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.din.session.SessionStopResponse;
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
      case ServicePaymentSelectionResponse r -> Optional.of(r.responseCode());
      case PaymentDetailsResponse r -> Optional.of(r.responseCode());
      case ContractAuthenticationResponse r -> Optional.of(r.responseCode());
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
          ServicePaymentSelectionRequest _,
          PaymentDetailsRequest _,
          ContractAuthenticationRequest _,
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
