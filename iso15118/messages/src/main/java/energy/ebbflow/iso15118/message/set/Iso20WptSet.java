package energy.ebbflow.iso15118.message.set;

import energy.ebbflow.exi.schema.ExiSet;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso20.wpt.WptChargeLoopRequest;
import energy.ebbflow.iso15118.message.iso20.wpt.WptChargeLoopResponse;
import energy.ebbflow.iso15118.message.iso20.wpt.WptChargeParameterDiscoveryRequest;
import energy.ebbflow.iso15118.message.iso20.wpt.WptChargeParameterDiscoveryResponse;
import energy.ebbflow.iso15118.message.iso20.wpt.pairing.WptPairingRequest;
import energy.ebbflow.iso15118.message.iso20.wpt.pairing.WptPairingResponse;
import energy.ebbflow.iso15118.message.iso20.wpt.positioning.WptAlignmentCheckRequest;
import energy.ebbflow.iso15118.message.iso20.wpt.positioning.WptAlignmentCheckResponse;
import energy.ebbflow.iso15118.message.iso20.wpt.positioning.WptFinePositioningRequest;
import energy.ebbflow.iso15118.message.iso20.wpt.positioning.WptFinePositioningResponse;
import energy.ebbflow.iso15118.message.iso20.wpt.positioning.WptFinePositioningSetupRequest;
import energy.ebbflow.iso15118.message.iso20.wpt.positioning.WptFinePositioningSetupResponse;

/** ISO 15118-20 WPT. */
@ExiSet(
    codec = "Iso20WptCodec",
    label = "iso20-wpt",
    documents = V2gMessage.class,
    include = DsigSet.class,
    roots = {
      WptAlignmentCheckRequest.class,
      WptAlignmentCheckResponse.class,
      WptChargeLoopRequest.class,
      WptChargeLoopResponse.class,
      WptChargeParameterDiscoveryRequest.class,
      WptChargeParameterDiscoveryResponse.class,
      WptFinePositioningRequest.class,
      WptFinePositioningResponse.class,
      WptFinePositioningSetupRequest.class,
      WptFinePositioningSetupResponse.class,
      WptPairingRequest.class,
      WptPairingResponse.class
    },
    unusedRoots = {
      "{" + Namespaces.ISO20_COMMON_TYPES + "}CLReqControlMode",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}CLResControlMode"
    },
    lostElements = {
      "{" + Namespaces.ISO20_COMMON_TYPES + "}AckMaxDelay",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}DepartureTime",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}EVMaximumEnergyRequest",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}EVMinimumEnergyRequest",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}EVTargetEnergyRequest",
      "{" + Namespaces.ISO20_COMMON_TYPES + "}RootCertificateID"
    })
final class Iso20WptSet {
  private Iso20WptSet() {}
}
