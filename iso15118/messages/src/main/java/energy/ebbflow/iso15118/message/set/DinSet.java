package energy.ebbflow.iso15118.message.set;

import energy.ebbflow.exi.schema.ExiSet;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.din.DinMessage;
import energy.ebbflow.iso15118.message.din.certificate.CertificateInstallationRequest;
import energy.ebbflow.iso15118.message.din.certificate.CertificateInstallationResponse;
import energy.ebbflow.iso15118.message.din.certificate.CertificateUpdateRequest;
import energy.ebbflow.iso15118.message.din.certificate.CertificateUpdateResponse;
import energy.ebbflow.iso15118.message.din.charge.AcEvChargeParameter;
import energy.ebbflow.iso15118.message.din.charge.AcEvseChargeParameter;
import energy.ebbflow.iso15118.message.din.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.din.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.din.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.din.charge.DcEvPowerDeliveryParameter;
import energy.ebbflow.iso15118.message.din.charge.DcEvseChargeParameter;
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
import energy.ebbflow.iso15118.message.din.schedule.PmaxScheduleEntry;
import energy.ebbflow.iso15118.message.din.schedule.RelativeTimeInterval;
import energy.ebbflow.iso15118.message.din.schedule.SaScheduleList;
import energy.ebbflow.iso15118.message.din.schedule.SalesTariffEntry;
import energy.ebbflow.iso15118.message.din.service.ServiceCharge;
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
import energy.ebbflow.iso15118.message.din.status.AcEvseStatus;
import energy.ebbflow.iso15118.message.din.status.DcEvStatus;
import energy.ebbflow.iso15118.message.din.status.DcEvseStatus;

/** DIN SPEC 70121. */
@ExiSet(
    codec = "DinCodec",
    label = "din",
    documents = V2gMessage.class,
    include = DsigSet.class,
    roots = {
      AcEvChargeParameter.class,
      AcEvseChargeParameter.class,
      AcEvseStatus.class,
      CableCheckRequest.class,
      CableCheckResponse.class,
      CertificateInstallationRequest.class,
      CertificateInstallationResponse.class,
      CertificateUpdateRequest.class,
      CertificateUpdateResponse.class,
      ChargeParameterDiscoveryRequest.class,
      ChargeParameterDiscoveryResponse.class,
      ChargingStatusRequest.class,
      ChargingStatusResponse.class,
      ContractAuthenticationRequest.class,
      ContractAuthenticationResponse.class,
      CurrentDemandRequest.class,
      CurrentDemandResponse.class,
      DcEvChargeParameter.class,
      DcEvPowerDeliveryParameter.class,
      DcEvseChargeParameter.class,
      DcEvseStatus.class,
      DcEvStatus.class,
      MeteringReceiptRequest.class,
      MeteringReceiptResponse.class,
      PmaxScheduleEntry.class,
      PaymentDetailsRequest.class,
      PaymentDetailsResponse.class,
      PowerDeliveryRequest.class,
      PowerDeliveryResponse.class,
      PreChargeRequest.class,
      PreChargeResponse.class,
      RelativeTimeInterval.class,
      SaScheduleList.class,
      SalesTariffEntry.class,
      ServiceCharge.class,
      ServiceDetailRequest.class,
      ServiceDetailResponse.class,
      ServiceDiscoveryRequest.class,
      ServiceDiscoveryResponse.class,
      ServicePaymentSelectionRequest.class,
      ServicePaymentSelectionResponse.class,
      SessionSetupRequest.class,
      SessionSetupResponse.class,
      SessionStopRequest.class,
      SessionStopResponse.class,
      DinMessage.class,
      WeldingDetectionRequest.class,
      WeldingDetectionResponse.class
    },
    unusedRoots = {
      "{" + Namespaces.DIN_MSG_DATA_TYPES + "}SASchedules",
      "{" + Namespaces.DIN_MSG_DATA_TYPES + "}Entry",
      "{" + Namespaces.DIN_MSG_DATA_TYPES + "}TimeInterval",
      "{" + Namespaces.DIN_MSG_DATA_TYPES + "}EVSEStatus",
      "{" + Namespaces.DIN_MSG_DATA_TYPES + "}EVStatus",
      "{" + Namespaces.DIN_MSG_DATA_TYPES + "}EVChargeParameter",
      "{" + Namespaces.DIN_MSG_DATA_TYPES + "}EVSEChargeParameter",
      "{" + Namespaces.DIN_MSG_DATA_TYPES + "}EVPowerDeliveryParameter",
      "{" + Namespaces.DIN_MSG_DEF + "}BodyElement"
    })
final class DinSet {
  private DinSet() {}
}
