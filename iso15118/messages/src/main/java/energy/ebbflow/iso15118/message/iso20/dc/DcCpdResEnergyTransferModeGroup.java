package energy.ebbflow.iso15118.message.iso20.dc;

import energy.ebbflow.exi.schema.ExiSubstitution;

/** The substitution group of DC_CPDResEnergyTransferMode: the limits of the station. */
@ExiSubstitution
public sealed interface DcCpdResEnergyTransferModeGroup
    permits BptDcCpdResEnergyTransferMode, DcCpdResEnergyTransferMode {}
