package energy.ebbflow.iso15118.message.set;

import energy.ebbflow.exi.schema.ExiSet;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateInstallationRequest;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateInstallationResponse;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateUpdateRequest;
import energy.ebbflow.iso15118.message.iso2.certificate.CertificateUpdateResponse;
import energy.ebbflow.iso15118.message.iso2.charge.AcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.AcEvseChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvChargeParameter;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvPowerDeliveryParameter;
import energy.ebbflow.iso15118.message.iso2.charge.DcEvseChargeParameter;
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
import energy.ebbflow.iso15118.message.iso2.schedule.PmaxScheduleEntry;
import energy.ebbflow.iso15118.message.iso2.schedule.RelativeTimeInterval;
import energy.ebbflow.iso15118.message.iso2.schedule.SaScheduleList;
import energy.ebbflow.iso15118.message.iso2.schedule.SalesTariffEntry;
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
import energy.ebbflow.iso15118.message.iso2.status.AcEvseStatus;
import energy.ebbflow.iso15118.message.iso2.status.DcEvStatus;
import energy.ebbflow.iso15118.message.iso2.status.DcEvseStatus;

/** ISO 15118-2. */
@ExiSet(
    codec = "Iso2Codec",
    label = "iso2",
    documents = V2gMessage.class,
    include = DsigSet.class,
    roots = {
      AcEvChargeParameter.class,
      AcEvseChargeParameter.class,
      AcEvseStatus.class,
      AuthorizationRequest.class,
      AuthorizationResponse.class,
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
      PaymentServiceSelectionRequest.class,
      PaymentServiceSelectionResponse.class,
      PowerDeliveryRequest.class,
      PowerDeliveryResponse.class,
      PreChargeRequest.class,
      PreChargeResponse.class,
      RelativeTimeInterval.class,
      SaScheduleList.class,
      SalesTariffEntry.class,
      ServiceDetailRequest.class,
      ServiceDetailResponse.class,
      ServiceDiscoveryRequest.class,
      ServiceDiscoveryResponse.class,
      SessionSetupRequest.class,
      SessionSetupResponse.class,
      SessionStopRequest.class,
      SessionStopResponse.class,
      Iso2Message.class,
      WeldingDetectionRequest.class,
      WeldingDetectionResponse.class
    },
    unusedRoots = {
      "{" + Namespaces.ISO2_MSG_DATA_TYPES + "}SASchedules",
      "{" + Namespaces.ISO2_MSG_DATA_TYPES + "}Entry",
      "{" + Namespaces.ISO2_MSG_DATA_TYPES + "}TimeInterval",
      "{" + Namespaces.ISO2_MSG_DATA_TYPES + "}EVSEStatus",
      "{" + Namespaces.ISO2_MSG_DATA_TYPES + "}EVStatus",
      "{" + Namespaces.ISO2_MSG_DATA_TYPES + "}EVChargeParameter",
      "{" + Namespaces.ISO2_MSG_DATA_TYPES + "}EVSEChargeParameter",
      "{" + Namespaces.ISO2_MSG_DATA_TYPES + "}EVPowerDeliveryParameter",
      "{" + Namespaces.ISO2_MSG_BODY + "}BodyElement"
    })
final class Iso2Set {
  private Iso2Set() {}
}
