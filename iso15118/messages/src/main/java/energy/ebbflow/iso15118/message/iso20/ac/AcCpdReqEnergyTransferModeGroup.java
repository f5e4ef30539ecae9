package energy.ebbflow.iso15118.message.iso20.ac;

import energy.ebbflow.exi.schema.ExiSubstitution;

/** The substitution group of AC_CPDReqEnergyTransferMode: the limits of the vehicle. */
@ExiSubstitution
public sealed interface AcCpdReqEnergyTransferModeGroup
    permits AcCpdReqEnergyTransferMode, BptAcCpdReqEnergyTransferMode {}
