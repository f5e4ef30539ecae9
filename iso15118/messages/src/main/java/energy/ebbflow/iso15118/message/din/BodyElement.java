package energy.ebbflow.iso15118.message.din;

import energy.ebbflow.exi.schema.ExiSubstitution;
import energy.ebbflow.iso15118.message.Namespaces;
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

/** The substitution group of BodyElement: the message. */
@ExiSubstitution(unused = "{" + Namespaces.DIN_MSG_DEF + "}BodyElement")
public sealed interface BodyElement
    permits CableCheckRequest,
        CableCheckResponse,
        CertificateInstallationRequest,
        CertificateInstallationResponse,
        CertificateUpdateRequest,
        CertificateUpdateResponse,
        ChargeParameterDiscoveryRequest,
        ChargeParameterDiscoveryResponse,
        ChargingStatusRequest,
        ChargingStatusResponse,
        ContractAuthenticationRequest,
        ContractAuthenticationResponse,
        CurrentDemandRequest,
        CurrentDemandResponse,
        MeteringReceiptRequest,
        MeteringReceiptResponse,
        PaymentDetailsRequest,
        PaymentDetailsResponse,
        PowerDeliveryRequest,
        PowerDeliveryResponse,
        PreChargeRequest,
        PreChargeResponse,
        ServiceDetailRequest,
        ServiceDetailResponse,
        ServiceDiscoveryRequest,
        ServiceDiscoveryResponse,
        ServicePaymentSelectionRequest,
        ServicePaymentSelectionResponse,
        SessionSetupRequest,
        SessionSetupResponse,
        SessionStopRequest,
        SessionStopResponse,
        WeldingDetectionRequest,
        WeldingDetectionResponse {}
