package energy.ebbflow.iso15118.message.set;

import energy.ebbflow.exi.schema.ExiSet;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.acdp.AcdpConnectRequest;
import energy.ebbflow.iso15118.message.iso20.acdp.AcdpConnectResponse;
import energy.ebbflow.iso15118.message.iso20.acdp.AcdpDisconnectRequest;
import energy.ebbflow.iso15118.message.iso20.acdp.AcdpDisconnectResponse;
import energy.ebbflow.iso15118.message.iso20.acdp.AcdpSystemStatusRequest;
import energy.ebbflow.iso15118.message.iso20.acdp.AcdpSystemStatusResponse;
import energy.ebbflow.iso15118.message.iso20.acdp.AcdpVehiclePositioningRequest;
import energy.ebbflow.iso15118.message.iso20.acdp.AcdpVehiclePositioningResponse;

/** ISO 15118-20 ACDP. */
@ExiSet(
    codec = "Iso20AcdpCodec",
    label = "iso20-acdp",
    documents = V2gMessage.class,
    include = DsigSet.class,
    roots = {
      AcdpConnectRequest.class,
      AcdpConnectResponse.class,
      AcdpDisconnectRequest.class,
      AcdpDisconnectResponse.class,
      AcdpSystemStatusRequest.class,
      AcdpSystemStatusResponse.class,
      AcdpVehiclePositioningRequest.class,
      AcdpVehiclePositioningResponse.class
    },
    unusedRoots = {
      "{" + Namespaces.ISO20_COMMON_TYPES + "}CLReqControlMode",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}CLResControlMode"
    },
    lostElements = {
      "{" + Namespaces.ISO20_COMMON_TYPES + "}AckMaxDelay",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}AdditionalServicesCosts",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}Amount",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}BPT_DischargedEnergyReadingWh",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}BPT_InductiveEnergyReadingVARh",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}BatteryEnergyCapacity",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}CapacitiveEnergyReadingVARh",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}ChargedEnergyReadingWh",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}ChargingComplete",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}CostPerUnit",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}DepartureTime",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}DisplayParameters",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}EVMaximumEnergyRequest",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}EVMinimumEnergyRequest",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}EVSENotification",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}EVSEStatus",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}EVTargetEnergyRequest",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}EnergyCosts",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}InletHot",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}MaximumSOC",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}MeterID",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}MeterInfo",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}MeterInfoRequested",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}MeterSignature",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}MeterStatus",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}MeterTimestamp",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}MinimumSOC",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}NotificationMaxDelay",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}OccupancyCosts",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}OverstayCosts",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}PresentSOC",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}Receipt",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}RemainingTimeToMaximumSOC",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}RemainingTimeToMinimumSOC",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}RemainingTimeToTargetSOC",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}RootCertificateID",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}TargetSOC",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}TaxCosts",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}TaxRuleID",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}TimeAnchor"
    })
final class Iso20AcdpSet {
  private Iso20AcdpSet() {}
}
