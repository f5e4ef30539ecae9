package energy.ebbflow.iso15118.message.set;

import energy.ebbflow.exi.schema.ExiSet;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.ac.AcChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.ac.AcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.AcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.BptAcCpdReqEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.BptAcCpdResEnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptDynamicAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptDynamicAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptScheduledAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.BptScheduledAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.DynamicAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.DynamicAcClResControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.ScheduledAcClReqControlMode;
import energy.ebbflow.iso15118.message.iso20.ac.control.ScheduledAcClResControlMode;

/** ISO 15118-20 AC. */
@ExiSet(
    codec = "Iso20AcCodec",
    label = "iso20-ac",
    documents = V2gMessage.class,
    include = DsigSet.class,
    roots = {
      AcCpdReqEnergyTransferMode.class,
      AcCpdResEnergyTransferMode.class,
      AcChargeLoopRequest.class,
      AcChargeLoopResponse.class,
      AcChargeParameterDiscoveryRequest.class,
      AcChargeParameterDiscoveryResponse.class,
      BptAcCpdReqEnergyTransferMode.class,
      BptAcCpdResEnergyTransferMode.class,
      BptDynamicAcClReqControlMode.class,
      BptDynamicAcClResControlMode.class,
      BptScheduledAcClReqControlMode.class,
      BptScheduledAcClResControlMode.class,
      DynamicAcClReqControlMode.class,
      DynamicAcClResControlMode.class,
      ScheduledAcClReqControlMode.class,
      ScheduledAcClResControlMode.class
    },
    unusedRoots = {
      "{" + Namespaces.ISO20_COMMON_TYPES + "}CLReqControlMode",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}CLResControlMode"
    },
    lostElements = {"{" + Namespaces.ISO20_COMMON_TYPES + "}RootCertificateID"})
final class Iso20AcSet {
  private Iso20AcSet() {}
}
