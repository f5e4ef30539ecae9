package energy.ebbflow.iso15118.message.iso20.dc;

import energy.ebbflow.exi.schema.ExiSubstitution;

/** The substitution group of DC_CPDReqEnergyTransferMode: the limits of the vehicle. */
@ExiSubstitution
public sealed interface DcCpdReqEnergyTransferModeGroup
    permits BptDcCpdReqEnergyTransferMode, DcCpdReqEnergyTransferMode {}
