package energy.ebbflow.iso15118.message.set;

import energy.ebbflow.exi.schema.ExiSet;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationRequest;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationResponse;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationSetupRequest;
import energy.ebbflow.iso15118.message.iso20.authorization.AuthorizationSetupResponse;
import energy.ebbflow.iso15118.message.iso20.certificate.CertificateInstallationRequest;
import energy.ebbflow.iso15118.message.iso20.certificate.CertificateInstallationResponse;
import energy.ebbflow.iso15118.message.iso20.certificate.SignedInstallationData;
import energy.ebbflow.iso15118.message.iso20.metering.MeteringConfirmationRequest;
import energy.ebbflow.iso15118.message.iso20.metering.MeteringConfirmationResponse;
import energy.ebbflow.iso15118.message.iso20.metering.SignedMeteringData;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckInRequest;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckInResponse;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckOutRequest;
import energy.ebbflow.iso15118.message.iso20.parking.VehicleCheckOutResponse;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryRequest;
import energy.ebbflow.iso15118.message.iso20.power.PowerDeliveryResponse;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeRequest;
import energy.ebbflow.iso15118.message.iso20.schedule.ScheduleExchangeResponse;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDetailResponse;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionRequest;
import energy.ebbflow.iso15118.message.iso20.service.ServiceSelectionResponse;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionSetupResponse;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopRequest;
import energy.ebbflow.iso15118.message.iso20.session.SessionStopResponse;

/** ISO 15118-20 CommonMessages. */
@ExiSet(
    codec = "Iso20Codec",
    label = "iso20",
    documents = V2gMessage.class,
    include = DsigSet.class,
    roots = {
      AuthorizationRequest.class,
      AuthorizationResponse.class,
      AuthorizationSetupRequest.class,
      AuthorizationSetupResponse.class,
      CertificateInstallationRequest.class,
      CertificateInstallationResponse.class,
      MeteringConfirmationRequest.class,
      MeteringConfirmationResponse.class,
      PowerDeliveryRequest.class,
      PowerDeliveryResponse.class,
      ScheduleExchangeRequest.class,
      ScheduleExchangeResponse.class,
      ServiceDetailRequest.class,
      ServiceDetailResponse.class,
      ServiceDiscoveryRequest.class,
      ServiceDiscoveryResponse.class,
      ServiceSelectionRequest.class,
      ServiceSelectionResponse.class,
      SessionSetupRequest.class,
      SessionSetupResponse.class,
      SessionStopRequest.class,
      SessionStopResponse.class,
      SignedInstallationData.class,
      SignedMeteringData.class,
      VehicleCheckInRequest.class,
      VehicleCheckInResponse.class,
      VehicleCheckOutRequest.class,
      VehicleCheckOutResponse.class
    },
    unusedRoots = {
      "{" + Namespaces.ISO20_COMMON_TYPES + "}CLReqControlMode",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}CLResControlMode"
    },
    lostElements = {
      "{" + Namespaces.ISO20_COMMON_MESSAGES + "}TargetOffsetX",
      "{" + Namespaces.ISO20_COMMON_MESSAGES + "}TargetOffsetY",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}AckMaxDelay",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}BatteryEnergyCapacity",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}ChargingComplete",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}DepartureTime",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}DisplayParameters",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}EVMaximumEnergyRequest",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}EVMinimumEnergyRequest",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}EVSEStatus",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}EVTargetEnergyRequest",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}InletHot",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}MaximumSOC",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}MeterInfo",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}MeterInfoRequested",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}MinimumSOC",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}PresentSOC",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}Receipt",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}RemainingTimeToMaximumSOC",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}RemainingTimeToMinimumSOC",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}RemainingTimeToTargetSOC",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}TargetSOC"
    })
final class Iso20Set {
  private Iso20Set() {}
}
