package energy.ebbflow.iso15118.message.iso2;

import energy.ebbflow.exi.schema.ExiSubstitution;
import energy.ebbflow.iso15118.message.Namespaces;
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

/** The substitution group of BodyElement: the message. */
@ExiSubstitution(unused = "{" + Namespaces.ISO2_MSG_BODY + "}BodyElement")
public sealed interface BodyElement
    permits AuthorizationRequest,
        AuthorizationResponse,
        CableCheckRequest,
        CableCheckResponse,
        CertificateInstallationRequest,
        CertificateInstallationResponse,
        CertificateUpdateRequest,
        CertificateUpdateResponse,
        ChargeParameterDiscoveryRequest,
        ChargeParameterDiscoveryResponse,
        ChargingStatusRequest,
        ChargingStatusResponse,
        CurrentDemandRequest,
        CurrentDemandResponse,
        MeteringReceiptRequest,
        MeteringReceiptResponse,
        PaymentDetailsRequest,
        PaymentDetailsResponse,
        PaymentServiceSelectionRequest,
        PaymentServiceSelectionResponse,
        PowerDeliveryRequest,
        PowerDeliveryResponse,
        PreChargeRequest,
        PreChargeResponse,
        ServiceDetailRequest,
        ServiceDetailResponse,
        ServiceDiscoveryRequest,
        ServiceDiscoveryResponse,
        SessionSetupRequest,
        SessionSetupResponse,
        SessionStopRequest,
        SessionStopResponse,
        WeldingDetectionRequest,
        WeldingDetectionResponse {}
