package energy.ebbflow.iso15118.message.set;

import energy.ebbflow.exi.schema.ExiSet;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.dc.BptDcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.BptDcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcCableCheckResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.dc.DcPreChargeRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcPreChargeResponse;
import energy.ebbflow.iso15118.message.iso20.dc.DcWeldingDetectionRequest;
import energy.ebbflow.iso15118.message.iso20.dc.DcWeldingDetectionResponse;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptDynamicDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptScheduledDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.BptScheduledDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DynamicDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.DynamicDcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.ScheduledDcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.dc.control.ScheduledDcClResControlMode;

/** ISO 15118-20 DC. */
@ExiSet(
    codec = "Iso20DcCodec",
    label = "iso20-dc",
    documents = V2gMessage.class,
    include = DsigSet.class,
    roots = {
      BptDcCpdReqEnergyTransferMode.class,
      BptDcCpdResEnergyTransferMode.class,
      BptDynamicDcClReqControlMode.class,
      BptDynamicDcClResControlMode.class,
      BptScheduledDcClReqControlMode.class,
      BptScheduledDcClResControlMode.class,
      DcCpdReqEnergyTransferMode.class,
      DcCpdResEnergyTransferMode.class,
      DcCableCheckRequest.class,
      DcCableCheckResponse.class,
      DcChargeLoopRequest.class,
      DcChargeLoopResponse.class,
      DcChargeParameterDiscoveryRequest.class,
      DcChargeParameterDiscoveryResponse.class,
      DcPreChargeRequest.class,
      DcPreChargeResponse.class,
      DcWeldingDetectionRequest.class,
      DcWeldingDetectionResponse.class,
      DynamicDcClReqControlMode.class,
      DynamicDcClResControlMode.class,
      ScheduledDcClReqControlMode.class,
      ScheduledDcClResControlMode.class
    },
    unusedRoots = {
      "{" + Namespaces.ISO20_COMMON_TYPES + "}CLReqControlMode",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}CLResControlMode"
    },
    lostElements = {"{" + Namespaces.ISO20_COMMON_TYPES + "}RootCertificateID"})
final class Iso20DcSet {
  private Iso20DcSet() {}
}
